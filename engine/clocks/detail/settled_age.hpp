#pragma once

#include "engine/clocks/baselines.hpp"
#include "engine/core/rounding.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tsunagi::detail {

/// Whether an age is so far from any whole tick that an error of 1e-12 of it leaves its tick alone.
inline bool is_inside_tick(double age_days) {
    constexpr double ticks_per_day = 24.0 * ticks_per_hour;
    const double ticks = age_days * ticks_per_day;
    return std::fabs(ticks - static_cast<double>(nearest_whole(ticks))) > 1e-12 * ticks;
}

/// The age at which a smooth cumulative hazard reaches a value, to a relative 1e-13: Newton's
/// method between the logarithms of age and hazard, where the curve is nearly straight, in about
/// four calls.
///
/// No value where it does not settle in few, nor at the edge of a tick, where the last digits of
/// the age decide when a clock fires: the search by brackets has the last word there, so that a
/// clock fires in the same tick as by that search alone.
/// @param from  an age to begin from, >= 0; shorter than a tick it is of no use
template <SmoothBaseline Smooth>
std::optional<double> settled_age(const Smooth& baseline, double cumulative_hazard, double from) {
    constexpr int most_steps = 8;
    constexpr double settled = 1e-7; // its square is what the step after it would be
    if (from < days_of(one_tick)) {
        return std::nullopt;
    }
    double age = from;
    for (int count = 0; count < most_steps && age < longest_sampled_days; ++count) {
        const auto [cumulative, per_log_age] = baseline.growth(age);
        // Logarithm and exponential function by fractions that are good for short steps; long ones
        // are cut.
        const double log_missing =
            2.0 * (cumulative_hazard - cumulative) / (cumulative_hazard + cumulative);
        const double step = std::clamp(log_missing * cumulative / per_log_age, -1.0, 1.0);
        age *= (2.0 + step) / (2.0 - step);
        if (std::fabs(step) < settled) {
            return is_inside_tick(age) ? std::optional{age} : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace tsunagi::detail
