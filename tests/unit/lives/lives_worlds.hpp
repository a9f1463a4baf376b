#pragma once

#include "engine/lives/home.hpp"
#include "engine/lives/supervision.hpp"

#include "tests/support/hand_made_world.hpp"

#include <vector>

/// Shared by the tests of lives: worlds in which somebody's life is set going.
namespace tsunagi::test {

/// Supervision alone: nobody is ever offered anything.
inline WorldPlan quiet_plan() {
    WorldPlan plan;
    plan.parameters.recognition.per_opportunity = 0.0;
    return plan;
}

/// Enters the justice system now, as a newcomer does.
inline void enter(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) {
        tell_about(views.lives, FactKind::person_entered, person);
        enter_justice(views.lives, person);
    });
}

/// Adds a person and lets him enter.
inline ClientId enter(HandMadeWorld& world, const PersonPlan& plan) {
    const auto person = world.add_person(plan);
    enter(world, person);
    return person;
}

/// Moves a person to another home now.
inline void move_home(HandMadeWorld& world, ClientId person, Residence residence) {
    world.act([&](Views& views) { move_to(views.lives, person, residence); });
}

/// Days from the start of the run on which facts of a kind were told.
inline std::vector<double> days_of(const HandMadeWorld& world, FactKind kind) {
    std::vector<double> days;
    for (const auto& fact : world.facts(kind)) {
        days.push_back(day_of(fact));
    }
    return days;
}

inline const Client& client_of(HandMadeWorld& world, ClientId client) {
    return world.world().clients[client];
}

/// The threshold that a clock of a person draws.
inline double
threshold_of(HandMadeWorld& world, ClientId person, Draw purpose, std::uint64_t occurrence = 0) {
    // A copy has an audit of its own: the draw is looked at, not made.
    Streams streams{world.world().streams.key()};
    return streams.exponential(
        {.purpose = purpose, .entity = client_of(world, person).key, .occurrence = occurrence});
}

} // namespace tsunagi::test
