#include "engine/lives/bump_clock.hpp"
#include "engine/people/readiness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;

namespace {

constexpr double size = 0.35;
constexpr double tau = 14.0;

// Readiness alone is raised: no clock of the person reads the bump.
ClientId person_after_crisis(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 1e4});
    world.act([&](Views& views) {
        auto& client = views.world.clients[person];
        client.bumps = {};
        raise_readiness(client, views.care.readiness, Bump::arrest, views.moment.now);
        restart_bump_step(views.lives, person);
    });
    return person;
}

HandMadeWorld world_of_bumps() {
    test::WorldPlan plan;
    plan.parameters.readiness.bump_days = tau;
    plan.parameters.readiness.bump_window_days = 120.0;
    plan.parameters.readiness.bumps.at(static_cast<std::size_t>(Bump::arrest)) = size;
    return HandMadeWorld{plan};
}

bool above(HandMadeWorld& world, ClientId person, double threshold) {
    bool answer = false;
    world.act([&](Views& views) { answer = bump_above(views.lives, person, threshold); });
    return answer;
}

bool announced(HandMadeWorld& world, ClientId person) {
    return world.world().clients.life(person).bump_step.event != EventHandle{};
}

double mean(double from_day, double to_day) {
    return size * tau / (to_day - from_day) * (std::exp(-from_day / tau) - std::exp(-to_day / tau));
}

} // namespace

TEST_CASE("clocks see the mean of a bump over the present step of its grid") {
    auto world = world_of_bumps();
    const auto person = person_after_crisis(world);
    CHECK(test::bump_seen(world, person) == Approx(mean(0.0, 1.0)));
    world.run_days(5.0);
    CHECK(test::bump_seen(world, person) == Approx(mean(4.0, 7.0)));
    world.run_days(120.0);
    CHECK(test::bump_seen(world, person) == 0.0);
}

TEST_CASE("what clocks see does not depend on who has asked before") {
    auto asked_often = world_of_bumps();
    auto asked_once = world_of_bumps();
    const auto one = person_after_crisis(asked_often);
    const auto other = person_after_crisis(asked_once);
    for (int day = 0; day < 30; ++day) {
        test::bump_seen(asked_often, one);
        asked_often.run_days(1.0);
        asked_once.run_days(1.0);
    }
    CHECK(test::bump_seen(asked_often, one) == test::bump_seen(asked_once, other));
}

TEST_CASE("a step is announced while somebody asks, and passes unseen otherwise") {
    auto world = world_of_bumps();
    const auto person = person_after_crisis(world);
    CHECK(!announced(world, person));
    test::bump_seen(world, person);
    CHECK(announced(world, person));
    world.run_days(1.5);
    CHECK(!announced(world, person));
}

TEST_CASE("a threshold is asked about until the level has fallen below it") {
    auto world = world_of_bumps();
    const auto person = person_after_crisis(world);
    CHECK(above(world, person, 0.1));
    CHECK(announced(world, person));
    world.run_days(21.5); // mean over days 21 to 28: 0.063
    CHECK(!above(world, person, 0.1));
    CHECK(!announced(world, person));
}
