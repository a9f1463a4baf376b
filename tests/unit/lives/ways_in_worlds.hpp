#pragma once

#include "engine/lives/awareness.hpp"

#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

/// Shared by the tests of those who come by themselves.
namespace tsunagi::test {

inline constexpr double per_year = 20.0; ///< soon, so that a test need not run for decades
inline constexpr double ticks = 5e-5;    ///< days

/// Everybody knows every kind of agency from the start and never forgets; bumps move nothing.
inline WorldPlan knowing() {
    auto plan = quiet_plan();
    auto& awareness = plan.parameters.awareness;
    awareness.health_repeater = 1.0;
    awareness.self_help_repeater = 1.0;
    awareness.half_life_days = 1e12;
    plan.parameters.ways_in.self_referral_crisis = 0.0;
    return plan;
}

inline ClientId enter_knowing(HandMadeWorld& world, const PersonPlan& plan) {
    const auto person = world.add_person(plan);
    world.act([&](Views& views) { start_awareness(views.lives, person); });
    enter(world, person);
    return person;
}
inline ClientId enter_knowing(HandMadeWorld& world) {
    return enter_knowing(world, {.end_day = 3000.0});
}

} // namespace tsunagi::test
