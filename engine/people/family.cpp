#include "engine/people/family.hpp"

#include "engine/random/det.hpp"

namespace tsunagi {

double understanding_at(const FamilyLife& family, const FamilyParameters& parameters, SimTime now) {
    const double half_lives =
        days_between(family.understanding_at, now) / parameters.understanding_half_life_days;
    return family.start_understanding +
           (family.understanding - family.start_understanding) * det::half_power(half_lives);
}

void gain_understanding(FamilyLife& family,
                        const FamilyParameters& parameters,
                        double gain,
                        SimTime now) {
    const double before = understanding_at(family, parameters, now);
    family.understanding = before + gain * (1.0 - before);
    family.understanding_at = now;
}

bool in_family_crisis(const Clients& clients, ClientId family, double crisis_days, SimTime now) {
    const auto person = clients[family].relative;
    return person.has_value() &&
           now < clients.life(person.value()).last_crisis + sampled(crisis_days);
}

} // namespace tsunagi
