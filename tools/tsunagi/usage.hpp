#pragma once

#include "outputs/messages/messages.hpp"

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

} // namespace tsunagi::program
