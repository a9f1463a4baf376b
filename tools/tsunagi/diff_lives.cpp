#include "outputs/eventlog/life_difference.hpp"
#include "tools/tsunagi/lives_study.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi::program {

Status diff_lives(const Session& session, const RunNames& run, Form form) {
    const auto study = LivesStudy::open(session, run);
    if (!study) {
        return Status::bad_input;
    }
    const auto title = study->title();
    const auto comparison = study->comparison();
    const auto names = study->agency_names(session.words.language());
    print(form == Form::json
              ? difference_json(title, comparison, study->agency_ids()).dump(2) + "\n"
              : difference_text(title, comparison, {session.words, names}, study->agency_keys()));
    return Status::done;
}

} // namespace tsunagi::program
