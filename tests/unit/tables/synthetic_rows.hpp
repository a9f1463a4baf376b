#pragma once

#include <cstddef>

namespace tsunagi::synthetic {

// Rows of the synthetic study's readings.
inline constexpr std::size_t causal = 0;
inline constexpr std::size_t no_effect = 2;
inline constexpr std::size_t prior = 3;

// Rows of its scenarios.
inline constexpr std::size_t regular_contact = 2;
inline constexpr std::size_t agreement = 3;

} // namespace tsunagi::synthetic
