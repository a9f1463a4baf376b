#include "outputs/eventlog/timeline.hpp"
#include "scenarios/reader/nearest.hpp"
#include "tools/tsunagi/lives_study.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi::program {

namespace {

Fault no_person(const std::string& file, const std::string& person, const LifeBook& book) {
    std::vector<std::string> ids;
    for (const auto& life : book.lives()) {
        ids.push_back(life.id);
    }
    return {.id = "cli.no_person",
            .at = {.file = file},
            .key = "--person",
            .text = person,
            .nearest = nearest_names(person, ids)};
}

} // namespace

Status trace(const Session& session, const RunNames& run, const std::string& person, Form form) {
    const auto study = LivesStudy::open(session, run);
    if (!study) {
        return Status::bad_input;
    }
    const auto book = study->lives();
    const auto names = study->agency_names(session.words.language());
    const FactWords words{session.words, names};
    if (person.empty()) {
        print(form == Form::json ? present_json(study->title(), book).dump(2) + "\n"
                                 : present_text(study->title(), book, words));
        return Status::done;
    }
    const auto* life = book.find(person);
    if (life == nullptr) {
        tell_faults(session, {no_person(run.study, person, book)});
        return Status::bad_input;
    }
    const auto household = household_of(book, *life);
    print(form == Form::json
              ? timeline_json(study->title(), household, study->agency_ids()).dump(2) + "\n"
              : timeline_text(study->title(), household, words));
    return Status::done;
}

} // namespace tsunagi::program
