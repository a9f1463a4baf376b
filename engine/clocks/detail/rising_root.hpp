#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

namespace tsunagi::detail {

/// Ages between which a rising function crosses 0.
struct AgeBracket {
    double lower{}; ///< >= 0, the function is negative here
    double upper{}; ///< >= lower, and not negative here
};

/// First age at which a rising function is not negative, to a relative 1e-13: the upper end of the
/// bracket once it is that narrow.
///
/// Secant steps through the last two points, of which every one narrows the bracket. A step that
/// leaves the bracket becomes the geometric mean of its ends, and a step shorter than half the
/// accuracy is drawn out to that, so that the bracket closes from both sides. After `secant_steps`
/// only geometric means follow, each of which halves the bracket's logarithmic width: whatever the
/// function, the search ends after at most some hundred calls; a smooth one takes about ten.
template <class Rising> double rising_root(const Rising& excess, AgeBracket bracket) {
    constexpr double accuracy = 1e-13;
    constexpr int secant_steps = 40;
    double before = bracket.lower;
    double excess_before = excess(before);
    double age = bracket.upper;
    double excess_here = excess(age);
    for (int step = 0; bracket.upper - bracket.lower > accuracy * bracket.upper; ++step) {
        const double least_step = 0.5 * accuracy * bracket.upper;
        double next = age - excess_here * (age - before) / (excess_here - excess_before);
        if (step >= secant_steps || !(next >= bracket.lower && next <= bracket.upper)) {
            next = std::sqrt(bracket.lower) * std::sqrt(bracket.upper);
        }
        before = std::exchange(
            age, std::clamp(next, bracket.lower + least_step, bracket.upper - least_step));
        excess_before = std::exchange(excess_here, excess(age));
        (excess_here < 0.0 ? bracket.lower : bracket.upper) = age;
    }
    return bracket.upper;
}

} // namespace tsunagi::detail
