#pragma once

#include <cmath>
#include <cstdint>

namespace tsunagi {

/// The nearest whole number; halves go up.
/// @param value  at most 2^53 in size
inline std::int64_t nearest_whole(double value) {
    const double down = std::floor(value);
    return static_cast<std::int64_t>(down) + (value - down >= 0.5 ? 1 : 0);
}

} // namespace tsunagi
