#include "engine/lives/custody.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/home.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <optional>

using namespace tsunagi;
using test::client_of;
using test::enter;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// A rehabilitation facility beside the others; every stay lasts 72 days.
WorldPlan plan_with_places(std::optional<double> places) {
    auto plan = test::quiet_plan();
    plan.parameters.residence.rehabilitation_log_sd = 0.0;
    const auto facility = test::add_agency(plan.region,
                                           key_of("rehabilitation"),
                                           AgencyType::offender_rehabilitation_facility,
                                           TenureClass::justice);
    plan.region.agencies[facility].services.push_back(
        {.service = Service::residence, .places = places, .slots_per_month = {}, .share = 1.0});
    return plan;
}

ClientId release_without_home(HandMadeWorld& world, double day) {
    const auto person = world.add_person({.release_day = day, .end_day = day + 900.0});
    world.world().clients[person].home = Residence::rehabilitation_facility;
    enter(world, person);
    return person;
}

std::uint32_t taken(HandMadeWorld& world) {
    for (const auto& unit : world.world().units.all()) {
        if (world.setting().region.agencies[unit.agency].type ==
            AgencyType::offender_rehabilitation_facility) {
            return unit.places.occupied();
        }
    }
    return 0;
}

Residence residence(HandMadeWorld& world, ClientId person) {
    return client_of(world, person).residence;
}

} // namespace

TEST_CASE("home: who was released without one stays in the rehabilitation facility, then alone") {
    HandMadeWorld world{plan_with_places(2.0)};
    const auto person = release_without_home(world, 10.0);
    world.run_days(11.0);
    CHECK(residence(world, person) == Residence::rehabilitation_facility);
    CHECK(taken(world) == 1);
    world.run_days(72.0);
    CHECK(residence(world, person) == Residence::alone);
    CHECK(taken(world) == 0);
    const auto moves = world.facts(FactKind::residence_changed);
    REQUIRE(moves.size() == 2);
    CHECK(moves.at(0).amount == static_cast<std::int64_t>(Residence::prison));
    CHECK(moves.at(1).amount == static_cast<std::int64_t>(Residence::rehabilitation_facility));
    CHECK(test::day_of(moves.at(1)) == Approx(82.0));
    CHECK(world.count(FactKind::became_abstinent) == 1);
}

TEST_CASE("home: where the facility is full, people live alone") {
    HandMadeWorld world{plan_with_places(1.0)};
    const auto first = release_without_home(world, 10.0);
    const auto second = release_without_home(world, 20.0);
    const auto third = release_without_home(world, 90.0);
    world.run_days(91.0);
    CHECK(residence(world, first) == Residence::alone);
    CHECK(residence(world, second) == Residence::alone);
    CHECK(residence(world, third) == Residence::rehabilitation_facility);
    CHECK(world.count(FactKind::residence_changed) == 4); // the second never stayed there
}

TEST_CASE("home: a region without such a facility has one elsewhere, without limit") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = release_without_home(world, 10.0);
    world.run_days(11.0);
    CHECK(residence(world, person) == Residence::rehabilitation_facility);
}

TEST_CASE("home: those sentenced without prison take such a place as well") {
    HandMadeWorld world{plan_with_places(1.0)};
    for (const auto expected : {Residence::rehabilitation_facility, Residence::alone}) {
        const auto person = world.add_person({.end_day = 900.0});
        auto& client = world.world().clients[person];
        client.source = IntakeSource::suspended;
        client.home = Residence::rehabilitation_facility;
        client.residence = client.home;
        enter(world, person);
        CHECK(residence(world, person) == expected);
    }
    CHECK(taken(world) == 1);
}

TEST_CASE("home: a bed, custody or death gives the place back") {
    auto plan = plan_with_places(3.0);
    plan.parameters.use.custody = 1.0;
    HandMadeWorld world{plan};
    const auto ill = release_without_home(world, 10.0);
    const auto arrested = release_without_home(world, 10.0);
    const auto dying = release_without_home(world, 10.0);
    world.run_days(11.0);
    CHECK(taken(world) == 3);
    world.act([&](Views& views) { move_to(views.lives, ill, Residence::hospital); });
    CHECK(taken(world) == 2);
    world.act([&](Views& views) { arrest(views.lives, arrested, ArrestCause::drug); });
    CHECK(taken(world) == 1);
    world.act([&](Views& views) { die(views.lives, dying); });
    CHECK(taken(world) == 0);
    world.run_days(100.0); // the stays' ends have gone with them
    CHECK(residence(world, ill) == Residence::hospital);
    world.act([&](Views& views) { go_home(views.lives, ill); });
    CHECK(residence(world, ill) == Residence::alone);
    CHECK(taken(world) == 0);
}

TEST_CASE("home: a later release takes a place again, for a stay of its own") {
    auto plan = plan_with_places(1.0);
    plan.parameters.use.custody = 1.0;
    plan.parameters.use.term_median_days = 100.0;
    plan.parameters.use.term_log_sd = 0.0;
    plan.parameters.residence.rehabilitation_log_sd = 0.5;
    HandMadeWorld world{plan};
    const auto person = release_without_home(world, 10.0);
    world.run_days(11.0);
    world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::other); });
    world.run_days(226.0);
    CHECK(residence(world, person) == Residence::rehabilitation_facility);
    CHECK(taken(world) == 1);
}

TEST_CASE("home: who lives there already does not move") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.end_day = 900.0});
    world.act([&](Views& views) { go_home(views.lives, person); });
    CHECK(world.count(FactKind::residence_changed) == 0);
}
