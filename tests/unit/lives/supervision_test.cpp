#include "engine/lives/supervision.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Nobody is ever offered anything: supervision alone.
WorldPlan supervision_alone() {
    WorldPlan plan;
    plan.parameters.recognition.per_opportunity = 0.0;
    return plan;
}

void enter(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { enter_justice(views.lives, person); });
}

std::vector<double> days(const HandMadeWorld& world, FactKind kind) {
    std::vector<double> result;
    for (const auto& fact : world.facts(kind)) {
        result.push_back(test::day_of(fact));
    }
    return result;
}

} // namespace

TEST_CASE("supervision: the officer is met at (i + u) x 30 days, from release to S") {
    HandMadeWorld world{supervision_alone()};
    const auto person = world.add_person({.release_day = 10.0, .end_day = 100.0});
    world.world().clients[person].sentence.officer_phase = 0.25;
    enter(world, person);
    world.run_days(200.0);
    CHECK(days(world, FactKind::supervision_started) == std::vector{10.0});
    const auto met = days(world, FactKind::supervision_contact);
    REQUIRE(met.size() == 3);
    CHECK(met[0] == Approx(17.5));
    CHECK(met[1] == Approx(47.5));
    CHECK(met[2] == Approx(77.5));
    CHECK(days(world, FactKind::supervision_ended) == std::vector{100.0});
    const auto contacts = world.facts(FactKind::supervision_contact);
    CHECK(contacts[2].amount == 2); // ordinal of the opportunity
    double hours = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        hours += static_cast<double>(fact.amount) / 3600.0;
        CHECK(fact.agency == OptionalId<AgencyTag>{test::office});
    }
    CHECK(hours == Approx(3.0));
}

TEST_CASE("supervision: five programme sessions on the office's fortnightly calendar, from the "
          "first on or after day 14") {
    auto plan = supervision_alone();
    plan.parameters.supervision.core_share = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.release_day = 3.0, .end_day = 400.0});
    enter(world, person);
    world.run_days(500.0);
    const auto held = days(world, FactKind::programme_session);
    REQUIRE(held.size() == 5);
    CHECK(held[0] >= 17.0);
    CHECK(held[0] < 31.0);
    const auto& calendar = world.world().contacts.programme();
    for (std::size_t i = 0; i < held.size(); ++i) {
        CHECK(held[i] == Approx(held[0] + 14.0 * static_cast<double>(i)).margin(3e-5));
        CHECK(held[i] / 14.0 - calendar.phase ==
              Approx(std::round(held[i] / 14.0 - calendar.phase)).margin(1e-5));
    }
}

TEST_CASE("supervision: the programme stops at S and takes neither juveniles nor the shortly "
          "supervised") {
    auto plan = supervision_alone();
    plan.parameters.supervision.core_share = 1.0;
    HandMadeWorld world{plan};
    enter(world, world.add_person({.end_day = 69.0}));
    const auto juvenile = world.add_person({.end_day = 400.0});
    world.world().clients[juvenile].source = IntakeSource::juvenile;
    enter(world, juvenile);
    world.run_days(500.0);
    CHECK(world.count(FactKind::programme_session) == 0);
    const double start = world.day();
    enter(world, world.add_person({.end_day = 71.0}));
    world.run_days(500.0);
    const auto held = days(world, FactKind::programme_session);
    CHECK(held.size() >= 4);
    CHECK(held.back() < start + 71.0);
}

TEST_CASE("supervision: opportunities of officer and programme are numbered in one row") {
    auto plan = supervision_alone();
    plan.parameters.supervision.core_share = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 150.0});
    enter(world, person);
    world.run_days(200.0);
    std::int64_t next = 0;
    for (const auto& fact : world.facts()) {
        if (fact.kind == FactKind::supervision_contact ||
            fact.kind == FactKind::programme_session) {
            CHECK(fact.amount == next++);
        }
    }
    CHECK(next == 10);
    CHECK(world.world().clients[person].opportunities == 10);
}

TEST_CASE("supervision: a person leaves the model five years after S") {
    HandMadeWorld world{supervision_alone()};
    enter(world, world.add_person({.end_day = 100.0}));
    world.run_days(2000.0);
    CHECK(world.count(FactKind::person_left) == 1);
    CHECK(days(world, FactKind::person_left)[0] == Approx(100.0 + 5.0 * 365.25));
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("supervision: who is in care then leaves when care ends") {
    auto plan = supervision_alone();
    plan.parameters.episodes.review_goes_on = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 10.0});
    enter(world, person);
    world.offer(person, Consent::given);
    world.run_days(1900.0);
    CHECK(world.count(FactKind::person_left) == 0);
    world.parameters().episodes.counselling.attendance = 0.0;
    world.run_days(200.0);
    REQUIRE(world.count(FactKind::episode_ended) == 1);
    CHECK(days(world, FactKind::person_left) == days(world, FactKind::episode_ended));
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("supervision: some are in care at the centre when it starts, without a handover and "
          "with the second visit done") {
    auto plan = supervision_alone();
    plan.parameters.attributes.in_care = 1.0;
    plan.parameters.attributes.in_care_centre = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.release_day = 5.0});
    enter(world, person);
    CHECK(world.count(FactKind::episode_opened) == 0);
    world.run_days(6.0);
    CHECK(world.count(FactKind::session_attended) == 1);
    CHECK(world.count(FactKind::second_visit) == 1);
    CHECK(world.count(FactKind::first_contact) == 0);
    const auto episode = world.with_centre(person).episode;
    REQUIRE(episode.has_value());
    const auto& opened = world.world().episodes[episode.value()];
    CHECK_FALSE(opened.handover.has_value());
    CHECK(days_between(test::run_start, opened.first_contact) == Approx(5.0));
    CHECK(opened.drop_out.multiplier() < 0.87); // legal pressure from the first day
}

TEST_CASE("supervision: those in care elsewhere are not built yet and stay out of it") {
    auto plan = supervision_alone();
    plan.parameters.attributes.in_care = 1.0;
    plan.parameters.attributes.in_care_centre = 0.0;
    HandMadeWorld world{plan};
    enter(world, world.add_person());
    CHECK(world.count(FactKind::episode_opened) == 0);
}

TEST_CASE("supervision: legal pressure goes at S") {
    HandMadeWorld world{supervision_alone()};
    const auto person = world.add_person({.end_day = 60.0});
    enter(world, person);
    world.offer(person, Consent::refused);
    world.run_days(59.0);
    const auto episode = world.with_centre(person).episode.value();
    const double pressed = world.world().episodes[episode].drop_out.multiplier();
    world.run_days(2.0);
    CHECK(pressed == Approx(0.60 * world.world().episodes[episode].drop_out.multiplier()));
}
