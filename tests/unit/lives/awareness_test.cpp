#include "engine/lives/awareness.hpp"
#include "engine/lives/supervision.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

bool is_aware(HandMadeWorld& world, ClientId person) {
    return world.with_centre(person).aware == Acquaintance::Aware::aware;
}

void start(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { start_awareness(views.lives, person, test::centre); });
}

// Days of exposure after which a spell of awareness ends.
double days_aware(HandMadeWorld& world, ClientId person, std::uint64_t spell) {
    Streams same{world.world().streams.key()};
    const auto centre_type = static_cast<std::uint64_t>(AgencyType::mental_health_welfare_center);
    const double threshold = same.exponential({.purpose = Draw::awareness_loss,
                                               .entity = world.world().clients[person].key,
                                               .partner = {1 + centre_type},
                                               .occurrence = spell});
    return threshold * 365.0 / std::log(2.0);
}

WorldPlan aware_plan() {
    WorldPlan plan;
    plan.parameters.awareness.aware_repeater = 1.0;
    plan.parameters.awareness.aware_first_timer = 0.0;
    return plan;
}

void attend_session(HandMadeWorld& world, ClientId client) {
    world.act([&](Views& views) {
        tell(views.care,
             {.kind = FactKind::session_attended, .client = client, .agency = test::centre});
    });
}

} // namespace

TEST_CASE("awareness at entry follows the person's history") {
    HandMadeWorld world{aware_plan()};
    const auto repeater = world.add_person({.history = History::repeater});
    const auto first_timer = world.add_person({.history = History::first_timer});
    start(world, repeater);
    start(world, first_timer);
    CHECK(is_aware(world, repeater));
    CHECK_FALSE(is_aware(world, first_timer));
}

TEST_CASE("awareness is lost after its own exposure time with the half-life's rate") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.end_day = 3000.0});
    start(world, person);
    const double expected = days_aware(world, person, 0);
    world.run_days(expected + 1.0);
    const auto lost = world.facts(FactKind::lost_awareness);
    REQUIRE(lost.size() == 1);
    CHECK(test::day_of(lost[0]) == Approx(expected).margin(3e-5));
    CHECK_FALSE(is_aware(world, person));
}

TEST_CASE("awareness does not fade in prison: the loss clock runs from release on") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.release_day = 180.0, .end_day = 3000.0});
    start(world, person);
    world.act([&](Views& views) { enter_justice(views.lives, person); });
    const double expected = 180.0 + days_aware(world, person, 0);
    world.run_days(expected + 1.0);
    const auto lost = world.facts(FactKind::lost_awareness);
    REQUIRE(lost.size() == 1);
    CHECK(test::day_of(lost[0]) == Approx(expected).margin(3e-5));
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
    const auto event = world.with_centre(person).awareness_event;
    world.act([&](Views& views) { gain_awareness(views.lives, person, test::centre); });
    CHECK(world.count(FactKind::became_aware) == 1);
    CHECK(world.with_centre(person).awareness_event.slot == event.slot);
    CHECK(world.with_centre(person).awareness_spells == 1);
}

TEST_CASE("awareness that was lost comes back with a spell of its own") {
    HandMadeWorld world{aware_plan()};
    const auto person = world.add_person({.end_day = 3000.0});
    start(world, person);
    world.act([&](Views& views) { lose_awareness(views.lives, person, test::centre); });
    CHECK_FALSE(is_aware(world, person));
    world.act([&](Views& views) { gain_awareness(views.lives, person, test::centre); });
    CHECK(is_aware(world, person));
    CHECK(world.with_centre(person).awareness_spells == 2);
    CHECK(days_aware(world, person, 0) != days_aware(world, person, 1));
}

TEST_CASE("awareness comes with an attended contact of a person, never of a background client") {
    HandMadeWorld world;
    const auto client = world.add_background(ClientKind::background_person);
    attend_session(world, client);
    CHECK_FALSE(is_aware(world, client));
    const auto person = world.add_person();
    attend_session(world, person);
    CHECK(is_aware(world, person));
}
