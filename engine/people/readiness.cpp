#include "engine/people/readiness.hpp"

#include "engine/random/det.hpp"

namespace tsunagi {

double readiness_at(const Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double half_lives =
        days_between(client.readiness.at, now) / parameters.return_half_life_days;
    return client.base_readiness +
           (client.readiness.value - client.base_readiness) * det::half_power(half_lives);
}

void gain_readiness(Client& client, const ReadinessParameters& parameters, SimTime now) {
    const double base = readiness_at(client, parameters, now);
    client.readiness = {base + parameters.gain_per_session * (1.0 - base), now};
}

} // namespace tsunagi
