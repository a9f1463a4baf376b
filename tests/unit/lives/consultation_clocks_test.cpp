#include "engine/lives/consultation_clocks.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/medical.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"
#include "tests/unit/lives/ways_in_worlds.hpp"

#include <algorithm>
#include <optional>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::ticks;

namespace {

constexpr double per_day = 12.0 * 0.5 / days_per_year;

// Half a consultation a month, which nobody accepts; links stay what they are.
HandMadeWorld world_of_consultations() {
    test::WorldPlan plan;
    plan.parameters.medical.consultation_per_month = 0.5;
    plan.parameters.medical.consultation_warm = 2.5;
    plan.parameters.medical.consultation_recognised = 2.5;
    plan.parameters.relations.half_life_days = 1e9;
    plan.parameters.referral.accept_base = test::never;
    return HandMadeWorld{plan};
}

ClientId who_may_consult(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 3000.0});
    world.world().clients[person].traits.medical = true;
    world.act([&](Views& views) {
        refresh_consultations(views.lives);
        refresh_consultation(views.lives, person);
    });
    return person;
}

// What stands in the calendar is the first of all groups.
bool first_is_scheduled(HandMadeWorld& world) {
    const auto& clocks = world.world().consultations;
    std::optional<SharedHazard<ClientId>::Firing> first;
    for (const auto& group : clocks.groups) {
        const auto next = group.next();
        if (next && (!first || next->at < first->at)) {
            first = next;
        }
    }
    return clocks.scheduled == first;
}

} // namespace

TEST_CASE("a consultation is sought when the hazard has used up the threshold, through changes of "
          "link and of the person") {
    auto world = world_of_consultations();
    const auto person = who_may_consult(world);
    // A quarter of the threshold at the plain hazard, one at 2.5 times it, the rest at 6.25 times.
    const double quarter = test::threshold_of(world, person, Draw::consultation) / per_day / 4.0;
    world.run_days(quarter);
    test::set_link(world, test::centre, test::hospital, 1.0);
    world.act([&](Views& views) { refresh_consultations(views.lives); });
    world.run_days(quarter / 2.5);
    world.act([&](Views& views) {
        views.world.clients[person].traits.medical_seen = true;
        refresh_consultation(views.lives, person);
    });
    const double expected = quarter * (1.0 + 1.0 / 2.5 + 2.0 / 6.25);
    world.run_days(quarter);
    CHECK(test::day_of(test::the_fact(world, FactKind::consultation_sought)) ==
          Approx(expected).margin(ticks));
}

TEST_CASE("a clock of consultations that stands still keeps what is left of its threshold") {
    auto world = world_of_consultations();
    const auto person = who_may_consult(world);
    const double days = test::threshold_of(world, person, Draw::consultation) / per_day;
    world.run_days(days / 2.0);
    world.act([&](Views& views) { run_consultations(views.lives, person, std::nullopt); });
    world.run_days(50.0);
    world.act([&](Views& views) { refresh_consultation(views.lives, person); });
    world.run_days(days);
    CHECK(test::day_of(test::the_fact(world, FactKind::consultation_sought)) ==
          Approx(50.0 + days).margin(ticks));
}

TEST_CASE("who departs seeks no consultation any more, while the others' clocks go on") {
    auto world = world_of_consultations();
    const auto one = who_may_consult(world);
    const auto other = who_may_consult(world);
    const double expected = test::threshold_of(world, other, Draw::consultation) / per_day;
    world.act([&](Views& views) { die(views.lives, one); });
    world.run_days(expected + 0.5);
    CHECK(world.count(FactKind::consultation_sought) == 1);
    CHECK(test::day_of(test::the_fact(world, FactKind::consultation_sought)) ==
          Approx(expected).margin(ticks));
    world.act([&](Views& views) { depart(views.lives, other); });
    CHECK_FALSE(world.world().consultations.scheduled);
}

TEST_CASE("the calendar holds the first of all clocks, whoever leaves, joins or changes group") {
    auto world = world_of_consultations();
    std::vector<ClientId> persons;
    for (int person = 0; person < 12; ++person) {
        persons.push_back(who_may_consult(world));
    }
    const auto move_to = [&](ClientId person, std::optional<ConsultationGroup> group) {
        world.act([&](Views& views) { run_consultations(views.lives, person, group); });
        CHECK(first_is_scheduled(world));
    };
    for (const auto person : persons) {
        move_to(person, std::nullopt);
    }
    // The other way round, so that some who join come before all who have joined.
    std::reverse(persons.begin(), persons.end());
    for (const auto person : persons) {
        move_to(person, ConsultationGroup::plain);
    }
    for (const auto person : persons) {
        move_to(person, ConsultationGroup::seen_in_window);
    }
}
