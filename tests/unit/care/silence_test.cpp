#include "engine/care/silence.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <utility>

using namespace tsunagi;
using test::day_of_only_end;
using test::HandMadeWorld;
using test::only_end;
using test::open;
using test::row_of;
using test::WorldPlan;

TEST_CASE("care: silence of four intervals ends an episode, but not before 90 days") {
    for (const auto& [interval, last] : {std::pair{28.0, 112.0}, {14.0, 90.0}}) {
        WorldPlan plan;
        row_of(plan.parameters, Service::counselling).attendance = 0.0;
        row_of(plan.parameters, Service::counselling).interval_days = interval;
        HandMadeWorld world{plan};
        const auto person = world.add_person({.end_day = 1000.0});
        open(world, person);
        world.run_days(300.0);
        CAPTURE(interval);
        CHECK(day_of_only_end(world) == Approx(last));
        CHECK(only_end(world) == EpisodeEnd::silence);
        CHECK_FALSE(world.episode_of(person, Service::counselling).has_value());
    }
}

TEST_CASE("care: silence counts from the last attended session") {
    HandMadeWorld world;
    open(world, world.add_person({.end_day = 1000.0}));
    world.run_days(57.0); // attended on days 28 and 56
    row_of(world.parameters(), Service::counselling).attendance = 0.0;
    world.run_days(300.0);
    CHECK(day_of_only_end(world) == Approx(56.0 + 112.0));
}

TEST_CASE("care: who attends is never silent") {
    WorldPlan plan;
    plan.parameters.episodes.review_goes_on = 1.0;
    HandMadeWorld world{plan};
    open(world, world.add_person({.end_day = 3000.0}));
    world.run_days(1500.0);
    CHECK(world.count(FactKind::episode_ended) == 0);
}

TEST_CASE("care: silence is suspended in a bed and counts anew from the day out of it") {
    WorldPlan plan;
    row_of(plan.parameters, Service::counselling).attendance = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 1000.0});
    open(world, person);
    world.run_days(100.0);
    world.world().clients[person].residence = Residence::hospital;
    world.run_days(50.0); // past day 112
    CHECK(world.count(FactKind::episode_ended) == 0);
    world.world().clients[person].residence = Residence::family_home;
    world.act([&](Views& views) { restart_silence(views.care, person); });
    world.run_days(200.0);
    CHECK(only_end(world) == EpisodeEnd::silence);
    CHECK(day_of_only_end(world) == Approx(150.0 + 112.0));
}
