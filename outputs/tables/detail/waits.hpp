#pragma once

#include "engine/observation/metrics.hpp"

#include <cstdint>

namespace tsunagi::detail {

/// Appointments with a wait within so many days.
/// @param days  one of wait_edges
std::int64_t within(const RunResult::Waits& waits, int days);

} // namespace tsunagi::detail
