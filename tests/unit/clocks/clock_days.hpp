#pragma once

#include "engine/core/time.hpp"

#include <cstdint>
#include <cstdlib>

/// Instants of clocks, in days from their start.
namespace tsunagi::test {

inline constexpr SimTime clock_start{Duration{1'000'000'000}};

inline SimTime clock_day(double days) {
    return clock_start + sampled(days);
}

inline std::int64_t ticks_between(SimTime one, SimTime other) {
    return std::abs((one - other).count());
}

} // namespace tsunagi::test
