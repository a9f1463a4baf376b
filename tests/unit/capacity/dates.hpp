#pragma once

#include "engine/core/time.hpp"

#include <chrono>

/// Dates in the tests of what agencies hold.
namespace tsunagi::test {

constexpr SimTime date(int year, unsigned month, unsigned day) {
    return at_date(std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                                         std::chrono::day{day}});
}

/// A Wednesday; weeks run from Monday 30 March.
inline constexpr SimTime first_day = date(2020, 4, 1);
inline constexpr SimTime far_future = date(2100, 1, 1);

} // namespace tsunagi::test
