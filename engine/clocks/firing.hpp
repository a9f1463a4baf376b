#pragma once

#include "engine/core/time.hpp"

#include <optional>

namespace tsunagi {

/// Clocks that would wait ten thousand years or longer do not fire.
inline constexpr double longest_wait_days = 3'652'500.0;

/// Instant at which a clock fires: rounded up to whole ticks, at least one tick after `since`.
/// @param since      last change of the clock
/// @param wait_days  from then on; what rounding left below 0 counts as 0
/// @return no value where the wait is not shorter than longest_wait_days
inline std::optional<SimTime> firing_instant(SimTime since, double wait_days) {
    if (!(wait_days < longest_wait_days)) {
        return std::nullopt;
    }
    return since + sampled(wait_days > 0.0 ? wait_days : 0.0);
}

} // namespace tsunagi
