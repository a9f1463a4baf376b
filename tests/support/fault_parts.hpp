#pragma once

#include "outputs/messages/fault_words.hpp"
#include "scenarios/reader/fault.hpp"

namespace tsunagi::test {

/// A fault as its wording takes it.
inline FaultParts parts_of(const Fault& fault) {
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

} // namespace tsunagi::test
