#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

/// What one fuzzed program does with one input: nothing that the input alone could make it refuse
/// may leave this function. libFuzzer calls it with inputs of its own making, replay.cpp with
/// files.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tsunagi::fuzz {

/// An input as text.
inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {data, data + size};
}

/// Ends the program, with the rule, where a reader broke it.
inline void demand(bool condition, const std::string& rule) {
    if (!condition) {
        throw std::logic_error{rule};
    }
}

} // namespace tsunagi::fuzz
