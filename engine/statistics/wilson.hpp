#pragma once

#include "engine/statistics/intervals.hpp"

#include <cstdint>

namespace tsunagi {

/// Successes among independent trials.
struct Trials {
    std::int64_t successes{}; ///< in [0, trials]
    std::int64_t trials{};    ///< at least 1
};

/// Wilson's 95 % interval of a share of independent trials.
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
/// Journal of the American Statistical Association 22 (1927) 209-212.
Interval wilson_interval(Trials seen);

} // namespace tsunagi
