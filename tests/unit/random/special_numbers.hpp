#pragma once

#include <limits>

/// Doubles that are no finite number.
namespace tsunagi::test {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

} // namespace tsunagi::test
