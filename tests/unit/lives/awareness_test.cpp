#include "engine/lives/awareness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

bool is_aware(HandMadeWorld& world, ClientId client, Known type = Known::centre) {
    return knows(test::client_of(world, client), type);
}

void start(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { start_awareness(views.lives, person); });
}

// Days of exposure after which the n-th spell of knowing the centre ends.
double days_aware(HandMadeWorld& world, ClientId person, std::uint64_t spell) {
    return test::threshold_of(world, person, Draw::forget_centre, spell) * 365.0 / std::log(2.0);
}

// Repeaters know the centre and hospitals, first-timers facilities and self-help groups.
WorldPlan aware_plan() {
    auto plan = test::quiet_plan();
    plan.parameters.awareness.health_repeater = 1.0;
    plan.parameters.awareness.health_first_timer = 0.0;
    plan.parameters.awareness.self_help_repeater = 0.0;
    plan.parameters.awareness.self_help_first_timer = 1.0;
    plan.parameters.awareness.family = 1.0;
    return plan;
}

void attend_session(HandMadeWorld& world, ClientId client, AgencyId agency = test::centre) {
    world.act([&](Views& views) {
        tell(views.care,
             {.kind = FactKind::session_attended,
              .client = client,
              .agency = agency,
              .detail = static_cast<std::uint8_t>(Service::counselling)});
    });
}

void lose(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { lose_awareness(views.lives, person, Known::centre); });
}

} // namespace

TEST_CASE("awareness at entry follows the person's history, by kind of agency") {
    HandMadeWorld world{aware_plan()};
    const auto repeater = world.add_person({.history = History::repeater});
    const auto first_timer = world.add_person({.history = History::first_timer});
    start(world, repeater);
    start(world, first_timer);
    for (const auto health : {Known::centre, Known::hospital}) {
        CHECK(is_aware(world, repeater, health));
        CHECK_FALSE(is_aware(world, first_timer, health));
    }
    for (const auto help : {Known::facility, Known::self_help}) {
        CHECK_FALSE(is_aware(world, repeater, help));
        CHECK(is_aware(world, first_timer, help));
    }
}

TEST_CASE("awareness of a family is of the centre alone") {
    HandMadeWorld world{aware_plan()};
    const auto family = world.add_family(world.add_person());
    start(world, family);
    CHECK(is_aware(world, family, Known::centre));
    for (const auto other : {Known::hospital, Known::facility, Known::self_help}) {
        CHECK_FALSE(is_aware(world, family, other));
    }
    attend_session(world, family, test::facility);
    CHECK_FALSE(is_aware(world, family, Known::facility));
}

TEST_CASE("awareness is lost after its own exposure time with the half-life's rate") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.end_day = 3000.0});
    start(world, person);
    const double expected = days_aware(world, person, 0);
    world.run_days(expected - 3e-5);
    CHECK(is_aware(world, person));
    world.run_days(6e-5);
    CHECK_FALSE(is_aware(world, person));
}

TEST_CASE("awareness does not fade in prison: the loss clock runs from release on") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.release_day = 180.0, .end_day = 9000.0});
    start(world, person);
    test::enter(world, person);
    const double expected = 180.0 + days_aware(world, person, 0);
    world.run_days(expected - 0.001);
    CHECK(is_aware(world, person));
    world.run_days(0.002);
    CHECK_FALSE(is_aware(world, person));
}

TEST_CASE("awareness comes with an offer, and one who is aware gains nothing new") {
    WorldPlan plan;
    plan.parameters.referral.accept_base = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    CHECK_FALSE(is_aware(world, person));
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::became_aware) == 1);
    CHECK(is_aware(world, person));
    const auto event = world.world().clients.life(person).hazards.event;
    world.act([&](Views& views) { gain_awareness(views.lives, person, test::centre); });
    CHECK(world.count(FactKind::became_aware) == 1);
    CHECK(world.world().clients.life(person).hazards.event.generation == event.generation);
    CHECK(world.world().clients.life(person).hazards.event.slot == event.slot);
}

TEST_CASE("awareness that was lost comes back with a threshold of its own") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.end_day = 9000.0});
    start(world, person);
    const double first = days_aware(world, person, 0);
    world.run_days(first + 0.001);
    REQUIRE_FALSE(is_aware(world, person));
    world.act([&](Views& views) { gain_awareness(views.lives, person, test::centre); });
    CHECK(is_aware(world, person));
    const double second = days_aware(world, person, 1);
    REQUIRE(first != second);
    world.run_days(second - 0.01);
    CHECK(is_aware(world, person));
    world.run_days(0.02);
    CHECK_FALSE(is_aware(world, person));
}

TEST_CASE("awareness comes with an attended contact, of that kind of agency, never of a background "
          "client") {
    HandMadeWorld world;
    const auto client = world.add_background(ClientKind::background_person);
    attend_session(world, client);
    CHECK_FALSE(is_aware(world, client));
    const auto person = world.add_person();
    attend_session(world, person, test::facility);
    CHECK(is_aware(world, person, Known::facility));
    CHECK_FALSE(is_aware(world, person, Known::centre));
}

TEST_CASE("awareness that is lost is told with its kind") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person();
    start(world, person);
    lose(world, person);
    CHECK_FALSE(is_aware(world, person));
    CHECK(is_aware(world, person, Known::hospital));
    const auto lost = world.facts(FactKind::lost_awareness);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Known>(lost[0].detail) == Known::centre);
}

TEST_CASE("nobody seeks out a probation office or a prison") {
    CHECK_FALSE(known_type(AgencyType::probation_office).has_value());
    CHECK_FALSE(known_type(AgencyType::prison).has_value());
    CHECK(known_type(AgencyType::out_of_prefecture_hospital) == Known::hospital);
    CHECK(known_type(AgencyType::out_of_prefecture_recovery_facility) == Known::facility);
}
