#include "tools/tsunagi/session.hpp"

#include "outputs/messages/fault_words.hpp"

#include <cstdio>

namespace tsunagi::program {

namespace {

void write(std::FILE* stream, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stream);
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

} // namespace

void tell(const Session& session, const std::string& id, const Messages::Arguments& arguments) {
    write(stderr, session.words.text(id, arguments) + "\n");
}

void tell_faults(const Session& session, const std::vector<Fault>& faults) {
    for (const auto& fault : faults) {
        write(stderr, fault_line(parts_of(fault), session.words) + "\n");
    }
    tell(session, "cli.faults", {{"count", std::to_string(faults.size())}});
}

void print(const std::string& text) {
    write(stdout, text);
}

} // namespace tsunagi::program
