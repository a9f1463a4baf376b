#pragma once

#include <span>
#include <string>

namespace tsunagi::test {

/// Where two listings of steps part: the last step before, and the first that differs, with its
/// number, counted from 1.
inline std::string parting(std::span<const std::string> one, std::span<const std::string> other) {
    const auto at = [](std::span<const std::string> steps, std::size_t step) {
        return step < steps.size() ? steps[step] : "nothing further";
    };
    std::size_t step = 0;
    while (step < one.size() && step < other.size() && one[step] == other[step]) {
        ++step;
    }
    if (step == one.size() && step == other.size()) {
        return "all " + std::to_string(step) + " steps are equal";
    }
    return "step " + std::to_string(step + 1) +
           " is the first that differs\n  before: " + (step > 0 ? one[step - 1] : "nothing") +
           "\n  one:    " + at(one, step) + "\n  other:  " + at(other, step);
}

} // namespace tsunagi::test
