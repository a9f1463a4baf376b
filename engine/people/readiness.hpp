#pragma once

#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"

namespace tsunagi {

/// Readiness to change r(t) of a person, in [0, 1]: a base that each attended session moves up and
/// time returns to its start value r0. Crisis bumps are not built yet. Source: engine/README.md,
/// readiness.
double readiness_at(const Client& client, const ReadinessParameters& parameters, SimTime now);

/// An attended session: b += gain (1 - b).
void gain_readiness(Client& client, const ReadinessParameters& parameters, SimTime now);

} // namespace tsunagi
