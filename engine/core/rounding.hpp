#pragma once

#include <cstdint>

namespace tsunagi {

/// The largest whole number not above a value: std::floor, but without the call of the library that
/// it is on a processor of no particular make.
/// @param value  at most 2^62 in size
inline std::int64_t whole_below(double value) {
    const auto cut = static_cast<std::int64_t>(value);
    return cut - (static_cast<double>(cut) > value ? 1 : 0);
}

/// The nearest whole number; halves go up.
/// @param value  at most 2^53 in size
inline std::int64_t nearest_whole(double value) {
    const auto below = whole_below(value);
    return below + (value - static_cast<double>(below) >= 0.5 ? 1 : 0);
}

} // namespace tsunagi
