#pragma once

#include "engine/lives/family_course.hpp"
#include "engine/people/family.hpp"

#include "tests/support/hand_made_world.hpp"

/// Shared by the tests of a family's course.
namespace tsunagi::test {

/// Rates of the parameter table, and nobody knows the centre from the start.
inline WorldPlan families() {
    WorldPlan plan;
    plan.parameters.family.call_per_year = 0.20;
    plan.parameters.family.join_class_per_year = 0.20;
    plan.parameters.awareness.family = 0.0;
    return plan;
}

inline WorldPlan aware_families() {
    auto plan = families();
    plan.parameters.awareness.family = 1.0;
    return plan;
}

/// The family of a person, entered with him.
inline ClientId entered_family(HandMadeWorld& world, ClientId person) {
    const auto family = world.add_family(person);
    world.act([&](Views& views) { enter_family(views.lives, family); });
    return family;
}

inline FamilyLife& life_of(HandMadeWorld& world, ClientId family) {
    return world.world().clients.family(family);
}

inline double understanding(HandMadeWorld& world, ClientId family) {
    return understanding_at(life_of(world, family), world.parameters().family, world.now());
}

} // namespace tsunagi::test
