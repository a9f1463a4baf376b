#pragma once

#include "tests/support/contact_world.hpp"

#include <map>
#include <utility>
#include <vector>

/// Shared by the tests of contacts: a small region as it meets today, and what is told of it.
namespace tsunagi::test {

inline const EntityKey office_pair = pair_key(key_of("centre"), key_of("office"));

/// Centre and office meet six times a year, centre and hospital hold liaison contact.
inline const std::vector<HeldActivity> held_today{{centre, office, guarantor_contact, 6.0},
                                                  {centre, hospital, liaison_contact, 4.0}};

inline ContactWorld world_of_today() {
    return {small_region(), default_parameters(), held_today};
}

inline const ContactActivity& guarantor_activity(const ContactWorld& world) {
    return world.region().activities.front();
}

inline void raise_contact(ContactWorld& world, ScheduleName schedule, double at_least_per_year) {
    world.contacts().raise(schedule,
                           {centre, office, &guarantor_activity(world), at_least_per_year},
                           world.setting(),
                           world.moment());
}

/// Contacts and hours of a run, by what they are.
struct Ledger {
    std::map<EntityKey, int> held;
    std::map<std::pair<AgencyId, Task>, Duration> work;
    int cancelled = 0;
    Duration overtime{};

    void operator()(const Fact& fact) {
        if (fact.kind == FactKind::contact_held) {
            ++held[fact.subject];
        } else if (fact.kind == FactKind::contact_cancelled) {
            ++cancelled;
        } else if (fact.kind == FactKind::contact_overtime) {
            overtime += Duration{fact.amount};
        } else if (fact.kind == FactKind::work_done) {
            work[{fact.agency.value(), static_cast<Task>(fact.detail)}] += Duration{fact.amount};
        }
    }
};

inline Ledger run(ContactWorld& world, SimTime end) {
    Ledger ledger;
    world.run_until(end, [&](const Fact& fact) { ledger(fact); });
    return ledger;
}

} // namespace tsunagi::test
