#include "engine/lives/awareness.hpp"
#include "engine/lives/self_referral.hpp"
#include "engine/lives/supervision.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

constexpr double per_year = 20.0; // soon, so that a test need not run for decades

// Everybody is aware from the start and never forgets.
WorldPlan self_referring() {
    WorldPlan plan;
    plan.parameters.awareness.aware_repeater = 1.0;
    plan.parameters.awareness.half_life_days = 1e12;
    plan.parameters.self_referral.per_year = per_year;
    return plan;
}

void enter(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) {
        start_awareness(views.lives, person, test::centre);
        enter_justice(views.lives, person);
    });
}

// Days at the plain hazard until the n-th self-referral.
double days_until(HandMadeWorld& world, ClientId person, std::uint64_t ordinal) {
    Streams same{world.world().streams.key()};
    return same.exponential({.purpose = Draw::self_referral,
                             .entity = world.world().clients[person].key,
                             .partner = partner(key_of("centre")),
                             .occurrence = ordinal}) *
           days_per_year / per_year;
}

constexpr double ticks = 5e-5;

} // namespace

TEST_CASE("self-referral comes after its own exposure time and is booked at once") {
    HandMadeWorld world{self_referring()};
    const auto person = world.add_person({.end_day = 3000.0});
    enter(world, person);
    const double expected = days_until(world, person, 0);
    world.run_days(expected + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE(came.size() == 1);
    CHECK(test::day_of(came[0]) == Approx(expected).margin(ticks));
    REQUIRE(world.count(FactKind::booked) == 1);
    CHECK(static_cast<Route>(world.facts(FactKind::booked)[0].detail) == Route::self);
}

TEST_CASE("self-referral waits for release") {
    HandMadeWorld world{self_referring()};
    const auto person = world.add_person({.release_day = 180.0, .end_day = 3000.0});
    enter(world, person);
    const double expected = 180.0 + days_until(world, person, 0);
    world.run_days(expected + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE(came.size() == 1);
    CHECK(test::day_of(came[0]) == Approx(expected).margin(ticks));
}

TEST_CASE("self-referral needs true need and awareness, and background clients have none") {
    auto plan = self_referring();
    plan.parameters.awareness.aware_first_timer = 0.0;
    HandMadeWorld world{plan};
    enter(world, world.add_person({.end_day = 3000.0, .need = Need::none}));
    enter(world, world.add_person({.end_day = 3000.0, .history = History::first_timer}));
    const auto background = world.add_background(ClientKind::background_person);
    world.act(
        [&](Views& views) { reconsider_self_referral(views.lives, background, test::centre); });
    world.run_days(1500.0);
    CHECK(world.count(FactKind::self_referred) == 0);
}

TEST_CASE("self-referral stands still while a referral is open and goes on when it is lost") {
    auto plan = self_referring();
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    enter(world, person);
    const double exposure = days_until(world, person, 0);
    REQUIRE(exposure > 1.0);
    world.run_days(exposure / 2.0);
    world.offer(person, Consent::given); // open for 30 days, then lost
    world.run_days(30.0 + exposure / 2.0 + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE(came.size() == 1);
    CHECK(test::day_of(came[0]) == Approx(exposure + 30.0).margin(ticks));
}

TEST_CASE("self-referral stands still in care; afterwards an earlier contact multiplies the "
          "hazard by five") {
    HandMadeWorld world{self_referring()};
    const auto person = world.add_person({.end_day = 3000.0});
    enter(world, person);
    const double exposure = days_until(world, person, 0);
    world.run_days(exposure / 2.0);
    world.offer(person, Consent::given); // in care from the appointment on
    const double offered = world.day();
    world.run_days(60.0);
    REQUIRE(world.with_centre(person).episode.has_value());
    world.parameters().episodes.counselling.attendance = 0.0;
    world.run_days(200.0);
    const auto ended = world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 1);
    const double rest = exposure - offered; // at the plain hazard
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE_FALSE(came.empty());
    CHECK(test::day_of(came[0]) == Approx(test::day_of(ended[0]) + rest / 5.0).margin(ticks));
}

TEST_CASE("self-referral has a new threshold each time") {
    auto plan = self_referring();
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    enter(world, person);
    const double first = days_until(world, person, 0);
    const double second = first + 30.0 + days_until(world, person, 1);
    world.run_days(second + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE(came.size() == 2);
    CHECK(test::day_of(came[1]) == Approx(second).margin(ticks));
}

TEST_CASE("self-referral stops with awareness") {
    HandMadeWorld world{self_referring()};
    const auto person = world.add_person({.end_day = 3000.0});
    enter(world, person);
    world.run_days(days_until(world, person, 0) / 2.0);
    world.act([&](Views& views) { lose_awareness(views.lives, person, test::centre); });
    world.run_days(1500.0);
    CHECK(world.count(FactKind::self_referred) == 0);
}
