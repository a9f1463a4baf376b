#include "engine/lives/hazards.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <array>

using namespace tsunagi;
using test::HandMadeWorld;

namespace {

// Causes whose striking leaves nothing but a fact behind in a world without agencies to go to.
constexpr auto forget_centre = PersonHazard::forget_centre;
constexpr auto forget_hospital = PersonHazard::forget_hospital;

constexpr double second_in_days = 1.0 / 86'400.0;

void set(HandMadeWorld& world, ClientId person, PersonHazard cause, double per_year) {
    world.act([&](Views& views) { set_hazard(views.lives, person, PersonRate{cause, per_year}); });
}

double forget_threshold(HandMadeWorld& world, ClientId person, std::uint64_t occurrence = 0) {
    return test::threshold_of(world, person, Draw::forget_centre, occurrence);
}

EventHandle event_of(HandMadeWorld& world, ClientId person) {
    return world.world().clients.life(person).hazards.event;
}

} // namespace

TEST_CASE("a hazard strikes when the exposure to it reaches its own threshold") {
    HandMadeWorld world;
    const auto person = world.add_person();
    const double expected = forget_threshold(world, person) * days_per_year / 10.0;
    set(world, person, forget_centre, 10.0);
    world.run_days(expected + 1.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::lost_awareness)) ==
          Approx(expected).margin(2 * second_in_days));
    CHECK(world.count(FactKind::lost_awareness) == 1);
}

TEST_CASE("a hazard keeps its threshold through every change, and stands still at 0") {
    HandMadeWorld world;
    const auto person = world.add_person();
    const double exposure = forget_threshold(world, person) * days_per_year; // in days at 1 a year
    set(world, person, forget_centre, 1.0);
    world.run_days(exposure / 4.0);
    set(world, person, forget_centre, 0.0);
    world.run_days(500.0);
    set(world, person, forget_centre, 3.0);
    world.run_days(exposure);
    CHECK(test::day_of(test::the_fact(world, FactKind::lost_awareness)) ==
          Approx(exposure / 4.0 + 500.0 + exposure * 0.75 / 3.0).margin(4 * second_in_days));
}

TEST_CASE("of all hazards of a client the earliest alone stands in the calendar") {
    HandMadeWorld world;
    const auto person = world.add_person();
    const double first = forget_threshold(world, person) * days_per_year / 5.0;
    const double other = test::threshold_of(world, person, Draw::forget_hospital) * days_per_year;
    // The rate of the second is chosen so that it strikes a day after the first.
    const double rate = other / (first + 1.0);
    set(world, person, forget_centre, 5.0);
    set(world, person, forget_hospital, rate);
    CHECK(world.world().calendar.next_time() == world.now() + sampled(first));
    world.run_days(first + 2.0);
    const auto struck = world.facts(FactKind::lost_awareness);
    REQUIRE(struck.size() == 2);
    CHECK(test::day_of(struck[1]) == Approx(first + 1.0).margin(2 * second_in_days));
}

TEST_CASE("an unchanged hazard leaves the event where it is") {
    HandMadeWorld world;
    const auto person = world.add_person();
    set(world, person, forget_centre, 1.0);
    const auto before = event_of(world, person);
    set(world, person, forget_centre, 1.0);
    CHECK(event_of(world, person).slot == before.slot);
    CHECK(event_of(world, person).generation == before.generation);
    set(world, person, forget_centre, 2.0);
    const auto after = event_of(world, person);
    CHECK((after.slot != before.slot || after.generation != before.generation));
}

TEST_CASE("a spell that is over takes its threshold along: the next one has its own") {
    HandMadeWorld world;
    const auto person = world.add_person();
    set(world, person, forget_centre, 1.0);
    world.act([&](Views& views) { end_hazard(views.lives, person, forget_centre); });
    CHECK(world.world().calendar.empty());
    const double second_spell = forget_threshold(world, person, 1) * days_per_year / 10.0;
    REQUIRE(forget_threshold(world, person, 1) != forget_threshold(world, person, 0));
    set(world, person, forget_centre, 10.0);
    world.run_days(second_spell + 1.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::lost_awareness)) ==
          Approx(second_spell).margin(2 * second_in_days));
}

TEST_CASE("a hazard that never ran draws no threshold") {
    HandMadeWorld world;
    const auto person = world.add_person();
    set(world, person, forget_centre, 0.0);
    world.act([&](Views& views) { end_hazard(views.lives, person, forget_centre); });
    // The first threshold is still to come.
    const double expected = forget_threshold(world, person) * days_per_year / 10.0;
    set(world, person, forget_centre, 10.0);
    world.run_days(expected + 1.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::lost_awareness)) ==
          Approx(expected).margin(2 * second_in_days));
}

TEST_CASE("hazards of a family run like a person's") {
    HandMadeWorld world;
    const auto family = world.add_family(world.add_person());
    const double expected =
        test::threshold_of(world, family, Draw::forget_centre) * days_per_year / 4.0;
    const std::array rates{FamilyRate{FamilyHazard::forget_centre, 4.0}};
    world.act([&](Views& views) { set_hazards(views.lives, family, rates); });
    world.run_days(expected + 1.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::lost_awareness)) ==
          Approx(expected).margin(2 * second_in_days));
}
