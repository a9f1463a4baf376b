#include "outputs/report/report.hpp"

#include "outputs/store/disk.hpp"
#include "outputs/store/results_directory.hpp"
#include "outputs/tables/analysis.hpp"
#include "outputs/tables/analysis_json.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <span>

namespace tsunagi::program {

Status report(const Session& session, const ReportOptions& options) {
    const auto results = ResultsDirectory::open(options.directory).read();
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    const auto page = report_page(
        analysis_json(analyse(results)), english, japanese, {.first = session.words.language()});
    const std::filesystem::path output =
        options.output.empty() ? std::filesystem::path{options.directory} / "report.html"
                               : std::filesystem::path{options.output};
    publish_file(output, std::as_bytes(std::span{page}));
    tell(session, "cli.page_written", {{"file", output.string()}});
    return Status::done;
}

} // namespace tsunagi::program
