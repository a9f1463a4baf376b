#pragma once

#include "tests/support/level.hpp"

#include <cmath>
#include <cstdint>

namespace tsunagi::test {

/// Distance of a count from its expectation in units of what `level` allows. Above 1 the share is
/// rejected.
inline double share_distance(std::int64_t count, std::int64_t of, double expected_share) {
    const auto n = static_cast<double>(of);
    const double error = std::sqrt(n * expected_share * (1.0 - expected_share));
    return std::abs(static_cast<double>(count) - n * expected_share) / error / critical_errors;
}

} // namespace tsunagi::test
