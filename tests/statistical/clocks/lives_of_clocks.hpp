#pragma once

#include "engine/core/time.hpp"

#include <cstdint>

namespace tsunagi::test {

/// How many lives a law of clocks is tried on, and when each begins.
inline constexpr std::uint64_t lives = 400'000;
inline constexpr SimTime life_start{Duration{1'600'000'000}};

} // namespace tsunagi::test
