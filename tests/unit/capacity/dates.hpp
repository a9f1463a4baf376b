#pragma once

#include "tests/support/dates.hpp"

/// Dates in the tests of what agencies hold.
namespace tsunagi::test {

/// A Wednesday; weeks run from Monday 30 March.
inline constexpr SimTime first_day = date(2020, 4, 1);
inline constexpr SimTime far_future = date(2100, 1, 1);

} // namespace tsunagi::test
