#pragma once

#include "engine/statistics/intervals.hpp"

#include <cstdint>

namespace tsunagi {

/// Wilson's 95 % interval of a share of independent trials.
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
/// Journal of the American Statistical Association 22 (1927) 209-212.
/// @param successes  in [0, trials]
/// @param trials     at least 1
Interval wilson_interval(std::int64_t successes, std::int64_t trials);

} // namespace tsunagi
