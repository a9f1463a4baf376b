#pragma once

#include "engine/statistics/tick_span.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// How many were there, over a window.
struct Caseload {
    std::int64_t person_ticks{}; ///< the number there, added up over the ticks of the window
    std::int64_t highest{};      ///< most who were there at once
    double mean{};               ///< person_ticks over the length of the window
};

/// Follows the number in a system from one entry or exit to the next. By Little's law
/// `person_ticks` of a window that begins and ends empty is the sum of the stays, to the tick.
/// @param stays  of persons in the system, a waiting list or a service; in any order
/// @throws ContractViolation if the window is empty or somebody leaves before entering
Caseload caseload_over(std::span<const TickSpan> stays, TickSpan window);

/// How long those who are there have been there.
struct Backlog {
    std::int64_t persons{};
    std::int64_t ages{};            ///< ticks, of all who are there together
    std::int64_t oldest{};          ///< ticks; 0 where nobody is there
    std::optional<double> mean_age; ///< ticks; nothing where nobody is there
};

/// @param at  a tick; who enters on it is there, who leaves on it is not
/// @throws ContractViolation if somebody leaves before entering
Backlog backlog_at(std::span<const TickSpan> stays, std::int64_t at);

} // namespace tsunagi
