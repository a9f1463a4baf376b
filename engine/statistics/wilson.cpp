#include "engine/statistics/wilson.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {

Interval wilson_interval(Trials seen) {
    const auto [successes, trials] = seen;
    expects(trials >= 1 && successes >= 0 && successes <= trials,
            "successes lie within the trials");
    constexpr double normal_quantile = 1.959963984540054; // of 0.975
    constexpr double squared = normal_quantile * normal_quantile;
    const auto n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double centre = (share + squared / (2.0 * n)) / (1.0 + squared / n);
    const double half_width = normal_quantile / (1.0 + squared / n) *
                              std::sqrt(share * (1.0 - share) / n + squared / (4.0 * n * n));
    // At 0 or all successes one bound is exact; rounding must not carry it out of [0, 1].
    return {std::max(0.0, centre - half_width), std::min(1.0, centre + half_width)};
}

} // namespace tsunagi
