#pragma once

#include "engine/care/care_setting.hpp"

#include <vector>

namespace tsunagi {

/// A family in the world, as it entered: its row may be another's later.
struct Guarantor {
    EntityKey key{};
    ClientId family;
};

/// Families that guarantor meetings may invite: at least all of those whose person is in prison
/// before supervision. In the order of keys, since rows depend on who has left the world, and the
/// order of facts may not.
using Guarantors = std::vector<Guarantor>;

/// A family has entered the world.
void add_guarantor(Guarantors& guarantors, const Clients& clients, ClientId family);

/// The probation office has held a guarantor meeting in the scenario's schedule: of the families of
/// persons still in prison, all of which are invited, some attend. Attending changes nothing by
/// itself: what guests do there for the families are labels of their own (p.01, p.02). Who is no
/// longer invited is forgotten.
void attend_guarantor_meeting(const CareSetting& care,
                              const SupervisionParameters& supervision,
                              Guarantors& guarantors);

} // namespace tsunagi
