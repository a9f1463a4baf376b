#include "engine/care/episode_course.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/hazards.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::PersonPlan;
using test::WorldPlan;

namespace {

WorldPlan entries() {
    WorldPlan plan;
    plan.parameters.family.entry_per_year = 0.30;
    return plan;
}

void open(HandMadeWorld& world, ClientId client, Service service) {
    world.act([&](Views& views) {
        open_episode(
            views.care,
            {.client = client, .agency = test::centre, .service = service, .route = Route::self});
    });
}

/// A person whose family is in care and understands so much.
ClientId
with_engaged_family(HandMadeWorld& world, double understanding, const PersonPlan& plan = {}) {
    const auto person = world.add_person(plan);
    const auto family = world.add_family(person);
    auto& life = world.world().clients.family(family);
    life.start_understanding = understanding;
    life.understanding = understanding;
    open(world, family, Service::family_counselling);
    return person;
}

double entry_per_year(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { reconsider_family_entry(views.lives, person); });
    const auto& clocks = world.world().clients.life(person).hazards.clocks;
    return days_per_year * clocks.rate(static_cast<std::size_t>(PersonHazard::family_entry));
}

double entry_threshold(HandMadeWorld& world, ClientId person) {
    Streams same{world.world().streams.key()};
    return same.exponential(
        {.purpose = Draw::family_entry, .entity = world.world().clients[person].key});
}

} // namespace

TEST_CASE("entry through the family is 0.30 a year at the mean understanding, 2.1 times that when "
          "trained") {
    HandMadeWorld world{entries()};
    CHECK(entry_per_year(world, with_engaged_family(world, 0.25)) == Approx(0.30));
    CHECK(entry_per_year(world, with_engaged_family(world, 0.75)) ==
          Approx(0.30 * std::exp(1.5 * 0.5)));
    CHECK(entry_per_year(world, with_engaged_family(world, 0.10)) ==
          Approx(0.30 * std::exp(1.5 * -0.15)));
}

TEST_CASE("it is half of that where readiness at the start is below 0.2") {
    HandMadeWorld world{entries()};
    CHECK(entry_per_year(world, with_engaged_family(world, 0.25, {.readiness = 0.19})) ==
          Approx(0.15));
    CHECK(entry_per_year(world, with_engaged_family(world, 0.25, {.readiness = 0.20})) ==
          Approx(0.30));
}

TEST_CASE("it fades with the family's understanding") {
    HandMadeWorld world{entries()};
    const auto person = with_engaged_family(world, 0.25);
    const auto family = world.world().clients[person].relative.value();
    world.world().clients.family(family).understanding = 0.45;
    world.world().clients.family(family).understanding_at = world.now();
    world.parameters().family.understanding_half_life_days = 10.0;
    CHECK(entry_per_year(world, person) == Approx(0.30 * std::exp(1.5 * 0.20)));
    world.run_days(10.0);
    CHECK(entry_per_year(world, person) == Approx(0.30 * std::exp(1.5 * 0.10)));
}

TEST_CASE("nobody is brought without true need, from prison, or by a family in no care") {
    HandMadeWorld world{entries()};
    CHECK(entry_per_year(world, with_engaged_family(world, 0.75, {.need = Need::none})) == 0.0);
    CHECK(entry_per_year(world, with_engaged_family(world, 0.75, {.release_day = 30.0})) == 0.0);
    const auto alone = world.add_person();
    CHECK(entry_per_year(world, alone) == 0.0);
    world.add_family(alone);
    CHECK(entry_per_year(world, alone) == 0.0);
}

TEST_CASE("nobody is brought who is in care or on the way to the centre") {
    HandMadeWorld world{entries()};
    const auto in_care = with_engaged_family(world, 0.25);
    open(world, in_care, Service::counselling);
    CHECK(entry_per_year(world, in_care) == 0.0);
    const auto booked = with_engaged_family(world, 0.25);
    world.offer(booked, Consent::given);
    CHECK(entry_per_year(world, booked) == 0.0);
}

TEST_CASE("the clock keeps its threshold through every change of the hazard") {
    HandMadeWorld world{entries()};
    world.parameters().family.entry_per_year = 300.0;
    const auto person = with_engaged_family(world, 0.25);
    const auto family = world.world().clients[person].relative.value();
    CHECK(entry_per_year(world, person) == Approx(300.0));
    const double until = 0.5 * entry_threshold(world, person) * days_per_year / 300.0;
    world.run_days(until); // half of the threshold is used
    auto& life = world.world().clients.family(family);
    life.start_understanding = 0.75;
    life.understanding = 0.75;
    CHECK(entry_per_year(world, person) == Approx(300.0 * std::exp(0.75)));
    const auto& clocks = world.world().clients.life(person).hazards.clocks;
    REQUIRE(clocks.next().has_value());
    CHECK(days_between(world.now(), clocks.next()->at) ==
          Approx(until / std::exp(0.75)).margin(1e-4));
}

TEST_CASE("who is brought books at the centre, without a link") {
    HandMadeWorld world{entries()};
    world.set_understanding(1.0, 1.0);
    const auto person = with_engaged_family(world, 0.25);
    world.act([&](Views& views) { enter_through_family(views.lives, person); });
    const auto booked = world.facts(FactKind::booked);
    REQUIRE(booked.size() == 1);
    CHECK(booked[0].client == person);
    CHECK(static_cast<Route>(booked[0].detail) == Route::family);
    CHECK(booked[0].amount == sampled(world.parameters().referral.lead_cold_days).count());
    CHECK(entry_per_year(world, person) == 0.0);
    world.run_days(31.0);
    CHECK(world.episode_of(person, Service::counselling).has_value());
}
