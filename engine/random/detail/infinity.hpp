#pragma once

#include <limits>

namespace tsunagi::detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace tsunagi::detail
