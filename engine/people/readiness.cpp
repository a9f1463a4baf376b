#include "engine/people/readiness.hpp"

#include "engine/random/det.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

double base_at(const Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double half_lives =
        days_between(client.readiness.at, now) / parameters.return_half_life_days;
    return client.base_readiness +
           (client.readiness.value - client.base_readiness) * det::half_power(half_lives);
}

} // namespace

double readiness_at(const Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double base = base_at(client, parameters, now);
    return 1.0 - (1.0 - base) * (1.0 - client.bumps.level(bump_decay(parameters), now));
}

void gain_readiness(Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double base = base_at(client, parameters, now);
    client.readiness = {base + parameters.gain_per_session * (1.0 - base), now};
}

void raise_readiness(Client& client,
                     const ReadinessParameters& parameters,
                     Bump kind,
                     SimTime now) {
    const double stated = parameters.bumps.at(static_cast<std::size_t>(kind));
    const double size = std::min(1.0, stated * parameters.bump_factor);
    client.bumps.add(size, bump_decay(parameters), now);
}

} // namespace tsunagi
