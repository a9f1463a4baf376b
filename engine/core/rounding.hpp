#pragma once

#include <cmath>
#include <cstdint>

namespace tsunagi {

/// The nearest whole number; halves go up.
/// @param value  at most 2^53 in size
inline std::int64_t nearest_whole(double value) {
    return static_cast<std::int64_t>(std::floor(value + 0.5));
}

} // namespace tsunagi
