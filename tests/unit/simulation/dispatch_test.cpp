#include "engine/lives/admission_track.hpp"
#include "engine/lives/medical.hpp"
#include "engine/simulation/dispatch.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// One source of arrivals, as fast as asked for; nothing else.
WorldPlan one_source(double IntakeParameters::*per_year, double value) {
    WorldPlan plan;
    const double pre_release = plan.parameters.intake.pre_release_days;
    plan.parameters.intake = {};
    plan.parameters.intake.pre_release_days = pre_release;
    plan.parameters.intake.volume = 1.0;
    plan.parameters.intake.*per_year = value;
    return plan;
}

// Entries of persons: their families enter with them.
std::vector<Fact> persons_entered(const HandMadeWorld& world) {
    auto entered = world.facts(FactKind::person_entered);
    std::erase_if(entered, [](const Fact& fact) {
        return static_cast<ClientKind>(fact.detail) == ClientKind::family;
    });
    return entered;
}

} // namespace

TEST_CASE("dispatch: arrivals of a source follow each other at its keyed intervals") {
    HandMadeWorld world{one_source(&IntakeParameters::parole_only_per_year, 50.0)};
    world.start_events();
    world.run_days(200.0);
    const auto entered = persons_entered(world);
    REQUIRE(entered.size() > 10);
    Streams same{world.world().streams.key()};
    double day = 0.0;
    for (std::uint64_t n = 0; n < entered.size(); ++n) {
        day += same.exponential({.purpose = Draw::arrival,
                                 .entity = key_of("intake.parole_only"),
                                 .occurrence = n}) *
               days_per_year / 50.0;
        CHECK(test::day_of(entered[n]) == Approx(day).margin(3e-4));
        CHECK(entered[n].subject == child_key(key_of("intake.parole_only"), n));
    }
}

TEST_CASE("dispatch: clocks of tracks and of consultations see the link at each contact of their "
          "pair, before the first of the month") {
    WorldPlan plan;
    plan.parameters.intake = {};
    plan.parameters.intake.pre_release_days = 180.0;
    plan.parameters.relations.incidental_per_year = 0.0;
    plan.parameters.relations.half_life_days = 1e9;
    plan.parameters.admission.base = test::never;
    plan.parameters.medical.consultation_per_month = 1e-6;
    plan.effect.learning = 1.0;
    const auto met_by = [&](AgencyId partner) {
        return HeldActivity{.first = test::centre,
                            .second = partner,
                            .label = test::liaison_contact,
                            .per_year = 24.0}; // the first within 16 days of 1 April
    };
    plan.region.links = ObservedLinks{{met_by(test::facility), met_by(test::hospital)}};
    plan.parameters.admission.contacts_per_month = 1e-6;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    world.world().clients[person].traits.medical = true;
    world.act([&](Views& views) {
        const std::array facilities{test::facility};
        open_track(views.lives, person, {.facilities = facilities});
        refresh_consultations(views.lives);
        refresh_consultation(views.lives, person);
    });
    const auto joint_contacts_per_month = [&] {
        const auto& clocks = world.world().clients.life(person).hazards.clocks;
        return days_per_year / 12.0 *
               clocks.rate(static_cast<std::size_t>(PersonHazard::joint_contact));
    };
    CHECK(joint_contacts_per_month() == Approx(0.2e-6));
    CHECK(test::consultations_per_month(world, person) == Approx(1e-6));
    world.start_events();
    world.run_days(16.0);
    const auto link = [&](AgencyId partner) {
        const auto& links = world.world().links;
        return links.effective_held(links.find(test::centre, partner).value(),
                                    world.setting().effect);
    };
    CHECK(link(test::facility) >= 0.2);
    CHECK(link(test::hospital) >= 0.2);
    CHECK(joint_contacts_per_month() == Approx(1e-6 * (0.2 + 0.8 * link(test::facility))));
    CHECK(test::consultations_per_month(world, person) ==
          Approx(1e-6 * std::pow(2.5, link(test::hospital))));
}

TEST_CASE("dispatch: a family in reach enters with the person, and leaves with him") {
    auto plan = one_source(&IntakeParameters::suspended_per_year, 50.0);
    plan.parameters.attributes.family_elsewhere = 1.0;
    plan.parameters.use.move_per_year = 12.0;
    HandMadeWorld world{plan};
    world.start_events();
    world.run_days(200.0);
    const auto persons = persons_entered(world);
    REQUIRE(persons.size() > 10);
    CHECK(world.count(FactKind::person_entered) == 2 * persons.size());
    const auto moved = world.count(FactKind::moved_away);
    CHECK(moved > 0);
    CHECK(world.count(FactKind::person_left) == moved);
    CHECK(world.world().clients.size() == 2 * (persons.size() - moved));
}

TEST_CASE("dispatch: persons from prison are there before release, the suspended start at once") {
    HandMadeWorld parole{one_source(&IntakeParameters::parole_only_per_year, 50.0)};
    parole.start_events();
    parole.run_days(179.0);
    CHECK(parole.count(FactKind::person_entered) > 0);
    CHECK(parole.count(FactKind::supervision_started) == 0);
    parole.run_days(100.0);
    CHECK(parole.count(FactKind::supervision_started) > 0);

    HandMadeWorld suspended{one_source(&IntakeParameters::suspended_per_year, 50.0)};
    suspended.start_events();
    suspended.run_days(100.0);
    CHECK_FALSE(persons_entered(suspended).empty());
    CHECK(suspended.count(FactKind::supervision_started) == persons_entered(suspended).size());
}

TEST_CASE("dispatch: the centre's other clients come booked, are served and leave after care") {
    auto plan = one_source(&IntakeParameters::background_persons_per_year, 50.0);
    plan.parameters.episodes.review_days = 60.0;
    plan.parameters.episodes.review_goes_on = 0.0;
    HandMadeWorld world{plan};
    world.start_events();
    world.run_days(100.0);
    CHECK(world.count(FactKind::booked) == world.count(FactKind::person_entered));
    CHECK(world.count(FactKind::person_left) > 0);
    CHECK(world.count(FactKind::person_left) == world.count(FactKind::episode_ended));
    CHECK(world.count(FactKind::self_referred) == 0);
    CHECK(world.count(FactKind::became_aware) == 0);
}

TEST_CASE("dispatch: a client who finds no hours leaves at once") {
    auto plan = one_source(&IntakeParameters::background_families_per_year, 50.0);
    test::set_weekly_hours(plan.region, test::centre, 1.0);
    HandMadeWorld world{plan};
    world.start_events();
    world.run_days(100.0);
    CHECK(world.count(FactKind::person_entered) > 0);
    CHECK(world.count(FactKind::person_left) == world.count(FactKind::person_entered));
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("dispatch: staff rotate on every 1 April and links are read anew on every 1st") {
    WorldPlan plan = one_source(&IntakeParameters::parole_only_per_year, 0.0);
    plan.parameters.relations.incidental_per_year = 0.0;
    HandMadeWorld world{plan};
    world.start_events();
    world.set_understanding(0.8, 0.8);
    const auto held = [&] {
        return world.world().links.links()[world.office_centre()].held_policy;
    };
    world.run_days(29.0); // 30 April
    CHECK(held() == 0.8);
    world.run_days(2.0); // 2 May
    CHECK(held() == Approx(0.8 * std::exp2(-30.0 / 365.0)));
    const double before = 0.8 * std::exp2(-365.0 / 365.0);
    world.run_days(365.0); // 2 May 2021, one rotation and 30 days later
    CHECK(held() == Approx(before * 0.594 * std::exp2(-30.0 / 365.0)));
}

TEST_CASE("dispatch: an event of a policy change is the simulation's own, not a process's") {
    HandMadeWorld world;
    CHECK_THROWS_AS(world.act([](Views& views) {
        handle_event({.key = {.kind = EventKind::policy_change}, .row = 0}, views);
    }),
                    ContractViolation);
}
