#include "engine/lives/officer_contacts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <cmath>
#include <cstdint>

using namespace tsunagi;
using test::days_of;
using test::enter;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan with_core_programme() {
    auto plan = test::quiet_plan();
    plan.parameters.supervision.core_share = 1.0;
    return plan;
}

double hours_of_work(const HandMadeWorld& world) {
    double hours = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        hours += static_cast<double>(fact.amount) / 3600.0;
        CHECK(fact.agency == OptionalId<AgencyTag>{test::office});
    }
    return hours;
}

} // namespace

TEST_CASE("officer: the person is met at (i + u) x 30 days, from release to S") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person({.release_day = 10.0, .end_day = 100.0});
    world.world().clients[person].sentence.officer_phase = 0.25;
    enter(world, person);
    world.run_days(200.0);
    const auto met = days_of(world, FactKind::supervision_contact);
    REQUIRE(met.size() == 3);
    CHECK(met.at(0) == Approx(17.5));
    CHECK(met.at(1) == Approx(47.5));
    CHECK(met.at(2) == Approx(77.5));
    CHECK(world.facts(FactKind::supervision_contact).at(2).amount == 2);
    CHECK(hours_of_work(world) == Approx(3.0));
}

TEST_CASE("officer: a family is met every 60 days of supervision, and its opportunities are its "
          "own") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person({.release_day = 10.0, .end_day = 310.0});
    const auto family = world.add_family(person);
    enter(world, person);
    world.run_days(400.0);
    const auto met = world.facts(FactKind::family_contact);
    REQUIRE(met.size() == 5);
    const double first = test::day_of(met.at(0));
    CHECK(first > 10.0);
    CHECK(first < 70.0);
    for (std::size_t i = 0; i < met.size(); ++i) {
        CHECK(test::day_of(met.at(i)) ==
              Approx(first + 60.0 * static_cast<double>(i)).margin(1e-3));
        CHECK(met.at(i).client == OptionalId<ClientTag>{family});
        CHECK(met.at(i).agency == OptionalId<AgencyTag>{test::office});
        CHECK(met.at(i).amount == static_cast<std::int64_t>(i));
    }
    CHECK(hours_of_work(world) == Approx(10.0 + 5.0));
}

TEST_CASE("officer: no family is met where there is none, and none in prison") {
    HandMadeWorld world{test::quiet_plan()};
    enter(world, {.end_day = 300.0});
    const auto person = world.add_person({.release_day = 200.0, .end_day = 201.0});
    world.add_family(person);
    enter(world, person);
    world.run_days(199.0);
    CHECK(world.count(FactKind::family_contact) == 0);
}

TEST_CASE("officer: five programme sessions on the office's fortnightly calendar, from the first "
          "on or after day 14") {
    HandMadeWorld world{with_core_programme()};
    enter(world, {.release_day = 3.0, .end_day = 400.0});
    world.run_days(500.0);
    const auto held = days_of(world, FactKind::programme_session);
    REQUIRE(held.size() == 5);
    CHECK(held.at(0) >= 17.0);
    CHECK(held.at(0) < 31.0);
    const auto& calendar = world.world().contacts.programme();
    for (std::size_t i = 0; i < held.size(); ++i) {
        CHECK(held.at(i) == Approx(held.at(0) + 14.0 * static_cast<double>(i)).margin(3e-5));
        CHECK(held.at(i) / 14.0 - calendar.phase ==
              Approx(std::round(held.at(i) / 14.0 - calendar.phase)).margin(1e-5));
    }
}

TEST_CASE("officer: the programme stops at S and takes neither juveniles nor the shortly "
          "supervised") {
    HandMadeWorld world{with_core_programme()};
    enter(world, {.end_day = 69.0});
    const auto juvenile = world.add_person({.end_day = 400.0});
    world.world().clients[juvenile].source = IntakeSource::juvenile;
    enter(world, juvenile);
    world.run_days(500.0);
    CHECK(world.count(FactKind::programme_session) == 0);
    const double start = world.day();
    enter(world, {.end_day = 71.0});
    world.run_days(500.0);
    const auto held = days_of(world, FactKind::programme_session);
    CHECK(held.size() >= 4);
    CHECK(held.back() < start + 71.0);
}

TEST_CASE("officer: a programme session that falls into custody is made good later") {
    HandMadeWorld world{with_core_programme()};
    const auto person = enter(world, {.end_day = 400.0});
    world.run_days(40.0);
    const auto before = world.count(FactKind::programme_session);
    REQUIRE(before >= 1);
    REQUIRE(before < 5);
    world.world().clients[person].liberty = Liberty::custody;
    world.run_days(100.0);
    CHECK(world.count(FactKind::programme_session) == before);
    world.world().clients[person].liberty = Liberty::at_liberty;
    world.run_days(200.0);
    CHECK(world.count(FactKind::programme_session) == 5);
}

TEST_CASE("officer: opportunities of officer and programme are numbered in one row") {
    HandMadeWorld world{with_core_programme()};
    enter(world, {.end_day = 150.0});
    world.run_days(200.0);
    std::int64_t next = 0;
    for (const auto& fact : world.facts()) {
        if (fact.kind == FactKind::supervision_contact ||
            fact.kind == FactKind::programme_session) {
            CHECK(fact.amount == next);
            ++next;
        }
    }
    CHECK(next >= 9);
}
