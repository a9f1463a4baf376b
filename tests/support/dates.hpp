#pragma once

#include "engine/core/time.hpp"

#include <chrono>

namespace tsunagi::test {

constexpr SimTime date(int year, unsigned month, unsigned day) {
    return at_date(std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                                         std::chrono::day{day}});
}

} // namespace tsunagi::test
