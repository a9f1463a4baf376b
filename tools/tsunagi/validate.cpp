#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/verbs.hpp"

namespace tsunagi::program {

Status validate(const Session& session, const std::vector<std::string>& files) {
    auto status = Status::done;
    for (const auto& file : files) {
        const auto faults = check_any(file);
        if (faults.empty()) {
            print(session.words.text("cli.valid", {{"file", file}}) + "\n");
        } else {
            tell_faults(session, faults);
            status = Status::bad_input;
        }
    }
    return status;
}

} // namespace tsunagi::program
