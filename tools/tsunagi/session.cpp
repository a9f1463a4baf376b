#include "tools/tsunagi/session.hpp"

#include "outputs/messages/fault_words.hpp"
#include "outputs/store/errors.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tsunagi::program {

namespace {

[[noreturn]] void fail_printing() {
    throw IoError{"cli.output_lost", {{"reason", std::strerror(errno)}}};
}

// Nobody can be told that standard error is closed.
void say(const std::string& line) {
    std::fputs((line + "\n").c_str(), stderr);
}

FaultParts parts_of(const Fault& fault) {
    FaultParts parts{.id = fault.id,
                     .arguments = {},
                     .file = fault.at.file,
                     .line = fault.at.line,
                     .column = fault.at.column,
                     .key = fault.key,
                     .text = fault.text,
                     .nearest = fault.nearest};
    for (const auto& argument : fault.arguments) {
        parts.arguments.emplace_back(argument.name, argument.value);
    }
    return parts;
}

void say_each(const Session& session, const std::vector<Fault>& faults) {
    for (const auto& fault : faults) {
        say(fault_line(parts_of(fault), session.words));
    }
}

} // namespace

// Beside the program, in the build folder as after installation.
std::string shipped_catalogue() {
    return locale_folder() + "/../scenarios/catalogue";
}

const std::string& in_own_language(const Session& session, const Words& words) {
    return session.words.language() == Language::ja ? words.ja : words.en;
}

void tell(const Session& session,
          const std::string& id,
          const Messages::Arguments& arguments,
          const std::vector<std::string>& nearest) {
    say(with_nearest(session.words.text(id, arguments), nearest, session.words));
}

void tell_faults(const Session& session, const std::vector<Fault>& faults) {
    say_each(session, faults);
    tell(session, "cli.faults", {{"count", std::to_string(faults.size())}});
}

void tell_warnings(const Session& session, const std::vector<Fault>& warnings) {
    say_each(session, warnings);
}

void tell_failed_runs(const Session& session, const std::string& directory, std::int64_t runs) {
    tell(session, "cli.failed_runs", {{"failed", std::to_string(runs)}, {"directory", directory}});
}

void print(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        fail_printing();
    }
}

void flush_output() {
    if (std::fflush(stdout) != 0) {
        fail_printing();
    }
}

} // namespace tsunagi::program
