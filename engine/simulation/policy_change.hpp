#pragma once

#include "engine/simulation/policy.hpp"
#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Lets every lever of a policy that begins at this instant act on one schedule. Reservations are
/// planned anew by the caller, once all levers of the instant have acted.
void apply_levers(const Policy& policy, ScheduleName schedule, Views& views);

/// Puts one event for every date at which a lever of either policy begins into the calendar.
void schedule_policy_changes(const Policy& policy, Views& views);

} // namespace tsunagi
