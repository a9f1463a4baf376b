#include "outputs/store/results_directory.hpp"
#include "outputs/tables/analysis.hpp"
#include "outputs/tables/analysis_json.hpp"
#include "outputs/tables/compare_text.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi::program {

Status compare(const Session& session, const std::string& directory, Form form) {
    const auto analysis = analyse(ResultsDirectory::open(directory).read());
    print(form == Form::json ? analysis_json(analysis).dump(2) + "\n"
                             : compare_text(analysis, session.words));
    return Status::done;
}

} // namespace tsunagi::program
