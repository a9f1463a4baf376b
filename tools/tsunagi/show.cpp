#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

namespace tsunagi::program {

Status show(const Session& session, const std::string& file) {
    const auto shown = tsunagi::show(file, shipped_catalogue());
    if (!shown.value) {
        tell_faults(session, shown.faults);
        return Status::bad_input;
    }
    for (const auto& value : *shown.value) {
        print(
            fmt::format("{} = {}  # {}:{}\n", value.key, value.text, value.at.file, value.at.line));
    }
    return Status::done;
}

} // namespace tsunagi::program
