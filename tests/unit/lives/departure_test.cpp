#include "engine/care/episode_course.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/use.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <algorithm>

using namespace tsunagi;
using test::days_of;
using test::enter;
using test::HandMadeWorld;

namespace {

void counsel(HandMadeWorld& world, ClientId client, Service service) {
    world.act([&](Views& views) {
        open_episode(views.care, {.client = client, .agency = test::centre, .service = service});
    });
}

void die_now(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { die(views.lives, person); });
}

EpisodeEnd episode_end_of(const Fact& fact) {
    return static_cast<EpisodeEnd>(fact.detail);
}

} // namespace

TEST_CASE("departure: five years after S who is in no care leaves") {
    HandMadeWorld world{test::quiet_plan()};
    enter(world, {.end_day = 100.0});
    world.run_days(100.0 + 5.0 * 365.25 + 1.0);
    CHECK(days_of(world, FactKind::person_left) == std::vector{100.0 + 5.0 * 365.25});
    CHECK(world.world().clients.size() == 0);
    CHECK(world.world().calendar.empty());
}

TEST_CASE("departure: who is in care five years after S leaves when care ends") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.end_day = 100.0});
    world.run_days(1900.0);
    counsel(world, person, Service::counselling);
    world.run_days(100.0);
    CHECK(world.count(FactKind::person_left) == 0);
    world.act([&](Views& views) { end_episodes(views.care, person, EpisodeEnd::drop_out); });
    CHECK(days_of(world, FactKind::person_left) == std::vector{2000.0});
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("departure: who is awaited five years after S leaves when the referral is over") {
    auto plan = test::quiet_plan();
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 100.0});
    world.run_days(100.0 + 5.0 * 365.25 - 1.0);
    world.offer(person, Consent::refused);
    world.run_days(2.0);
    CHECK(world.count(FactKind::person_left) == 0);
    world.run_days(60.0);
    REQUIRE(world.count(FactKind::referral_lost) == 1);
    CHECK(days_of(world, FactKind::person_left) == days_of(world, FactKind::referral_lost));
}

TEST_CASE("departure: death ends care and takes the family along") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person({.end_day = 100.0});
    const auto family = world.add_family(person);
    enter(world, person);
    counsel(world, person, Service::counselling);
    counsel(world, family, Service::family_counselling);
    world.offer(person, Consent::given);
    die_now(world, person);
    CHECK(world.count(FactKind::died) == 1);
    const auto ended = world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 2);
    CHECK(std::all_of(ended.begin(), ended.end(), [](const Fact& fact) {
        return episode_end_of(fact) == EpisodeEnd::death;
    }));
    const auto left = world.facts(FactKind::person_left);
    REQUIRE(left.size() == 1);
    CHECK(left.at(0).client == OptionalId<ClientTag>{family});
    CHECK(world.facts().back().kind == FactKind::died); // nothing is told of him afterwards
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("departure: a move ends care as a move, and is told once") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.end_day = 100.0});
    counsel(world, person, Service::counselling);
    world.act([&](Views& views) {
        move_away(views.lives, person);
        move_away(views.lives, person);
    });
    CHECK(world.count(FactKind::moved_away) == 1);
    CHECK(world.count(FactKind::person_left) == 0);
    CHECK(episode_end_of(world.facts(FactKind::episode_ended).at(0)) == EpisodeEnd::moved);
}

TEST_CASE("departure: nothing of an earlier life reaches the next one in the same row") {
    auto plan = test::quiet_plan();
    plan.parameters.use = test::default_parameters().use;
    plan.parameters.supervision.core_share = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 1000.0});
    world.world().clients[person].home = Residence::rehabilitation_facility;
    world.add_family(person);
    enter(world, person);
    counsel(world, person, Service::counselling);
    world.offer(person, Consent::given);
    world.run_days(5.0);
    die_now(world, person);
    world.forget_facts();
    const auto next = world.add_person({.release_day = 2000.0, .end_day = 3000.0});
    CHECK(next == person); // the row, for another
    CHECK(world.world().acquaintances.find(next, test::centre) == OptionalId<AcquaintanceTag>{});
    world.run_days(1999.0);
    // All that is left are hours that had been booked.
    for (const auto& fact : world.facts()) {
        CHECK(fact.kind == FactKind::work_done);
    }
    CHECK(world.world().calendar.empty());
    CHECK(test::client_of(world, next).liberty == Liberty::pre_release);
}

TEST_CASE("departure: somebody on remand five years after S leaves then") {
    auto plan = test::quiet_plan();
    plan.parameters.use.custody = 1.0;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 100.0});
    world.run_days(100.0 + 5.0 * 365.25 - 1.0);
    world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::drug); });
    world.run_days(2.0);
    CHECK(world.count(FactKind::person_left) == 1);
    CHECK(world.count(FactKind::prison_entered) == 0);
    CHECK(world.world().calendar.empty());
}

TEST_CASE("departure: other clients of the agencies leave when their care ends") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_background(ClientKind::background_person);
    const auto family = world.add_background(ClientKind::background_family);
    counsel(world, person, Service::counselling);
    counsel(world, family, Service::family_counselling);
    world.act([&](Views& views) {
        end_episodes(views.care, person, EpisodeEnd::review);
        end_episodes(views.care, family, EpisodeEnd::review);
    });
    CHECK(world.count(FactKind::person_left) == 2);
    CHECK(world.world().clients.size() == 0);
}
