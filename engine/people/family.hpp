#pragma once

#include "engine/people/clients.hpp"
#include "engine/people/parameters.hpp"
#include "engine/people/person_life.hpp"

namespace tsunagi {

/// u_f of a family at an instant: returns to its start value with a half-life.
double understanding_at(const FamilyLife& family, const FamilyParameters& parameters, SimTime now);

/// A session: u_f += gain (1 - u_f).
void gain_understanding(FamilyLife& family,
                        const FamilyParameters& parameters,
                        double gain,
                        SimTime now);

/// Whether a crisis moves the family: danger at home or an arrest of its person, less than so many
/// days ago.
/// @param family  one without a person is never in a crisis
bool in_family_crisis(const Clients& clients, ClientId family, double crisis_days, SimTime now);

} // namespace tsunagi
