#include "scenarios/reader/overlay.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/verbs.hpp"

namespace tsunagi::program {

namespace {

// A policy by itself may still name agencies and dates that no region and no study has.
std::string all_is_right(const std::string& file) {
    FaultLog told;
    return kind_of(file, told) == "policy" ? "cli.valid_policy" : "cli.valid";
}

} // namespace

Status validate(const Session& session, const std::vector<std::string>& files) {
    auto status = Status::done;
    for (const auto& file : files) {
        const auto found = check_any(file, shipped_catalogue());
        tell_warnings(session, found.warnings);
        if (found.faults.empty()) {
            print(session.words.text(all_is_right(file), {{"file", file}}) + "\n");
        } else {
            tell_faults(session, found.faults);
            status = Status::bad_input;
        }
    }
    return status;
}

} // namespace tsunagi::program
