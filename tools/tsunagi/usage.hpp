#pragma once

#include "outputs/messages/messages.hpp"

#include <optional>
#include <span>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): the library's name.
namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace tsunagi::program {

/// What is wrong with a command line, in the language of the messages: the library that reads it
/// words its faults in English alone.
std::string usage_fault(const CLI::App& app, const CLI::ParseError& fault, const Messages& words);

/// What is wrong with a switch that was given a value, `--json=5`, which the library lets pass; no
/// value: nothing is.
/// @param app  after it has read the command line
std::optional<std::string>
switch_fault(const CLI::App& app, std::span<char* const> arguments, const Messages& words);

} // namespace tsunagi::program
