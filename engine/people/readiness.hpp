#pragma once

#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"

namespace tsunagi {

/// What formulas measure readiness against: the mean of r0 under its default law, whatever law a
/// study states.
inline constexpr double mean_readiness = 0.4;

/// How bumps fade under these parameters.
inline BumpDecay bump_decay(const ReadinessParameters& parameters) {
    return {.tau_days = parameters.bump_days, .window_days = parameters.bump_window_days};
}

/// Readiness to change r(t) = 1 - (1 - b) (1 - bump), in [0, 1]: a base b that each attended
/// session moves up and time returns to its start value r0, and bumps that crises leave. Source:
/// engine/README.md, readiness.
double readiness_at(const Client& client, const ReadinessParameters& parameters, SimTime now);

/// An attended session: b += gain (1 - b).
void gain_readiness(Client& client, const ReadinessParameters& parameters, SimTime now);

/// From now on every whole day brings a session, until they end.
void begin_daily_sessions(Client& client, const ReadinessParameters& parameters, SimTime now);
void end_daily_sessions(Client& client, const ReadinessParameters& parameters, SimTime now);

/// A crisis or another event opens the person for a while.
void raise_readiness(Client& client, const ReadinessParameters& parameters, Bump kind, SimTime now);

} // namespace tsunagi
