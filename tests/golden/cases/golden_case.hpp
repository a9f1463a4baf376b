#pragma once

#include <functional>
#include <string>
#include <vector>

/// What the engine gives for small pieces of its work, as text that every build must print to the
/// letter: any compiler, level of optimisation, processor, or a WebAssembly module. So nothing here
/// uses threads, files or Catch2.
namespace tsunagi::test {

/// Told the steps of a case in their order, one line each: facts, drawn numbers, events.
using HearStep = std::function<void(const std::string& line)>;

/// A small piece of work.
struct GoldenCase {
    std::string name;                     ///< one line, as no other case has
    std::function<std::string()> summary; ///< what is kept of it: lines indented by two blanks
    std::function<void(const HearStep&)> replay; ///< does the work again and tells its steps
};

/// Cases that are kept in one file, tests/golden/<name>.txt.
struct GoldenPart {
    std::string name;
    std::string about; ///< what the lines of a case mean
    std::vector<GoldenCase> cases;
};

/// All of them: numbers, calendar, networks, small study.
std::vector<GoldenPart> golden_parts();

/// The part as it is kept.
std::string text_of(const GoldenPart& part);

} // namespace tsunagi::test
