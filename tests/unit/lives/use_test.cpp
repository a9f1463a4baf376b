#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/use_rates.hpp"
#include "engine/people/readiness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

using namespace tsunagi;
using test::days_of;
using test::HandMadeWorld;
using test::move_home;
using test::threshold_of;
using test::WorldPlan;

namespace {

// Lapses come as in the parameter table; a lapse stays one until the test lets it end.
WorldPlan relapsing_plan() {
    auto plan = test::quiet_plan();
    plan.parameters.use = test::default_parameters().use;
    plan.parameters.use.arrest_lapse_per_year = 0.0;
    plan.parameters.use.arrest_regular_per_year = 0.0;
    plan.parameters.use.other_arrest_per_year = 0.0;
    plan.parameters.use.admission_per_year = {};
    plan.parameters.use.danger_lapse_per_year = 0.0;
    plan.parameters.use.danger_regular_per_year = 0.0;
    plan.parameters.use.death_per_year = 0.0;
    plan.parameters.use.death_regular_per_year = 0.0;
    plan.parameters.use.move_per_year = 0.0;
    plan.parameters.use.severity_ratio = 1.0;
    plan.parameters.supervision.stay_years = 1000.0;
    return plan;
}

ClientId abstinent_person(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 1e6});
    world.act([&](Views& views) { begin_abstinence(views.lives, person); });
    return person;
}

// What the refresh on the first of a month does.
void look_if_due(HandMadeWorld& world) {
    world.act([&](Views& views) {
        views.world.clients.for_each_due(
            views.moment.now, [&](ClientId id) { refresh_use_by_time(views.lives, id); });
    });
}

void lapse_now(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { lapse(views.lives, person); });
}

std::uint32_t spells(HandMadeWorld& world, ClientId person) {
    return world.world().clients.life(person).abstinent_spells;
}

Use use_of(HandMadeWorld& world, ClientId person) {
    return test::client_of(world, person).use;
}

double hazard_at(const HandMadeWorld& world, double day) {
    return relapse_baseline(world.setting().parameters.use).cumulative(day);
}

void run_to_lapse(HandMadeWorld& world) {
    while (world.count(FactKind::lapsed) == 0) {
        world.run_days(1.0);
        REQUIRE(world.day() < 1e5);
    }
}

} // namespace

TEST_CASE("use: the lapse comes when the cumulative hazard reaches the spell's threshold") {
    HandMadeWorld world{relapsing_plan()};
    const auto person = abstinent_person(world);
    CHECK(world.count(FactKind::became_abstinent) == 1);
    run_to_lapse(world);
    const double day = days_of(world, FactKind::lapsed).at(0);
    CHECK(hazard_at(world, day) == Approx(threshold_of(world, person, Draw::relapse)));
    CHECK(use_of(world, person) == Use::lapse);
    const auto& life = world.world().clients.life(person);
    CHECK(life.lapses == 1);
    CHECK(life.last_lapses.front() == world.facts(FactKind::lapsed).at(0).at);
}

TEST_CASE("use: care slows the same spell down from its first day on, and no earlier") {
    auto plan = relapsing_plan();
    plan.parameters.protection.trusted = 1.0; // sessions themselves change nothing
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    world.run_days(1.0);
    REQUIRE(world.count(FactKind::lapsed) == 0);
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person, .agency = test::centre, .service = Service::counselling});
    });
    run_to_lapse(world);
    const double day = days_of(world, FactKind::lapsed).at(0);
    const double before = hazard_at(world, 1.0);
    CHECK(before + 0.8 * (hazard_at(world, day) - before) ==
          Approx(threshold_of(world, person, Draw::relapse)));
}

TEST_CASE("use: the refresh finds that trust has faded, whatever earlier ones have found") {
    auto plan = relapsing_plan();
    plan.parameters.use.early = 0.0;
    plan.parameters.use.late_per_year = 1e-6; // nobody lapses
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    const auto& life = world.world().clients.life(person);
    const double alone = life.relapse->multiplier();
    for (int session = 0; session < 3; ++session) { // 0.657
        world.act([&](Views& views) {
            attend(views.care, person, test::hospital);
            refresh_protection(views.lives, person);
        });
    }
    const auto& known = world.with(person, test::hospital);
    const auto trusts = [&] {
        return familiarity_at(known, plan.parameters.awareness, world.now()) >= 0.5;
    };
    int days = 0;
    for (; trusts(); ++days) {
        CHECK(life.relapse->multiplier() == Approx(0.7 * alone));
        world.run_days(1.0);
        look_if_due(world);
    }
    CHECK(days == 71); // 180 log2(0.657 / 0.5) = 70.9
    CHECK(life.relapse->multiplier() == alone);
}

TEST_CASE("use: the rate of death follows the completed years of age, at the refresh after a "
          "birthday") {
    auto plan = relapsing_plan();
    plan.parameters.use.death_per_year = 1e-9; // nobody dies
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    world.world().clients[person].age_years = 60.97;
    const auto rate_after_refresh = [&] {
        look_if_due(world);
        return test::rate_of(world, person, PersonHazard::death);
    };
    const double at_60 = rate_after_refresh();
    world.run_days(5.0); // 60.98
    CHECK(rate_after_refresh() == at_60);
    world.run_days(20.0); // 61.04
    const double growth = plan.parameters.use.death_per_five_years / 5.0;
    const double years = 60.0 - plan.parameters.use.death_reference_age;
    CHECK(rate_after_refresh() / at_60 ==
          Approx((1.0 + growth * (years + 1.0)) / (1.0 + growth * years)));
    CHECK(rate_after_refresh() > at_60);
}

TEST_CASE("use: refreshing what has not changed changes nothing") {
    HandMadeWorld world{relapsing_plan()};
    const auto person = abstinent_person(world);
    const auto& life = world.world().clients.life(person);
    const auto event = life.relapse_event;
    const auto hazards = life.hazards.event;
    world.run_days(0.5);
    world.act([&](Views& views) { refresh_use(views.lives, person); });
    CHECK(life.relapse_event.generation == event.generation);
    CHECK(life.relapse_event.slot == event.slot);
    CHECK(life.hazards.event.generation == hazards.generation);
    CHECK(life.hazards.event.slot == hazards.slot);
}

TEST_CASE("use: a lapse that does not escalate ends in a spell with a threshold of its own") {
    auto plan = relapsing_plan();
    plan.parameters.use.escalate = 0.0;
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    run_to_lapse(world);
    const double lapsed = days_of(world, FactKind::lapsed).at(0);
    const double ends = lapsed + 14.0 * threshold_of(world, person, Draw::lapse_end);
    world.run_days(ends - world.day() + 1e-3);
    REQUIRE(days_of(world, FactKind::became_abstinent).size() == 2);
    CHECK(days_of(world, FactKind::became_abstinent).at(1) == Approx(ends).margin(1e-4));
    CHECK(world.count(FactKind::regular_use) == 0);
    CHECK(use_of(world, person) == Use::abstinent);
    while (world.count(FactKind::lapsed) < 2) {
        world.run_days(1.0);
        REQUIRE(world.day() < 1e5);
    }
    const double again = days_of(world, FactKind::lapsed).at(1);
    CHECK(hazard_at(world, again - ends) ==
          Approx(threshold_of(world, person, Draw::relapse, 1)).epsilon(1e-4));
    CHECK(world.world().clients.life(person).last_lapses.at(1) ==
          world.facts(FactKind::lapsed).at(0).at);
}

TEST_CASE("use: a lapse that escalates becomes regular use, which ends by itself, sooner in care") {
    auto plan = relapsing_plan();
    plan.parameters.use.escalate = 1.0;
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    lapse_now(world, person);
    world.run_days(14.0 * threshold_of(world, person, Draw::lapse_end) + 1e-3);
    REQUIRE(world.count(FactKind::regular_use) == 1);
    CHECK(use_of(world, person) == Use::regular);
    const double onset = days_of(world, FactKind::regular_use).at(0);
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person, .agency = test::centre, .service = Service::counselling});
    });
    const double years = threshold_of(world, person, Draw::remission) / (2.0 * 0.173);
    world.run_days(365.25 * years + 1.0);
    REQUIRE(world.count(FactKind::became_abstinent) == 2);
    CHECK(days_of(world, FactKind::became_abstinent).at(1) - onset ==
          Approx(365.25 * years).margin(2e-3));
    CHECK(use_of(world, person) == Use::abstinent);
}

TEST_CASE("use: a lapse and the onset of regular use open the person for a while") {
    auto plan = relapsing_plan();
    plan.parameters.use.escalate = 1.0;
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    const auto level = [&] {
        const auto decay = bump_decay(world.setting().parameters.readiness);
        return test::client_of(world, person).bumps.level(decay, world.now());
    };
    CHECK(level() == 0.0);
    lapse_now(world, person);
    CHECK(level() == Approx(0.15));
    world.act([&](Views& views) { end_lapse(views.lives, person); });
    CHECK(level() == Approx(1.0 - 0.85 * 0.80));
}

TEST_CASE("use: entering a bed ends a lapse, not abstinence - discharge begins a spell") {
    HandMadeWorld world{relapsing_plan()};
    const auto person = abstinent_person(world);
    move_home(world, person, Residence::hospital);
    CHECK(spells(world, person) == 1);
    move_home(world, person, Residence::family_home);
    CHECK(spells(world, person) == 2);
    lapse_now(world, person);
    move_home(world, person, Residence::hospital);
    CHECK(use_of(world, person) == Use::abstinent);
    CHECK(spells(world, person) == 3);
    move_home(world, person, Residence::family_home);
    CHECK(spells(world, person) == 4);
}

TEST_CASE("use: a residential place begins a spell at entry and at exit - other moves begin none") {
    HandMadeWorld world{relapsing_plan()};
    const auto person = abstinent_person(world);
    move_home(world, person, Residence::alone);
    CHECK(spells(world, person) == 1);
    move_home(world, person, Residence::recovery_facility);
    CHECK(spells(world, person) == 2);
    move_home(world, person, Residence::hospital);
    CHECK(spells(world, person) == 3);
    move_home(world, person, Residence::recovery_facility);
    CHECK(spells(world, person) == 4);
    move_home(world, person, Residence::alone);
    CHECK(spells(world, person) == 5);
}

TEST_CASE("use: nothing happens while use is suspended") {
    auto plan = relapsing_plan();
    plan.parameters.use = test::default_parameters().use;
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    lapse_now(world, person);
    world.act([&](Views& views) {
        views.world.clients[person].liberty = Liberty::custody;
        suspend_use(views.lives, person);
    });
    CHECK(use_of(world, person) == Use::abstinent);
    world.forget_facts();
    world.act([&](Views& views) { refresh_use(views.lives, person); });
    world.run_days(1e5);
    CHECK(world.facts().empty());
}

TEST_CASE("use: danger at home is a crisis of the person, and comes again") {
    auto plan = relapsing_plan();
    plan.parameters.use.danger_regular_per_year = 10.0;
    plan.parameters.use.remit_per_year = 0.0;
    plan.parameters.use.escalate = 1.0;
    HandMadeWorld world{plan};
    const auto person = abstinent_person(world);
    world.add_family(person);
    lapse_now(world, person);
    world.act([&](Views& views) { end_lapse(views.lives, person); });
    world.run_days(365.25);
    const auto dangers = world.facts(FactKind::danger_at_home);
    REQUIRE(dangers.size() >= 2);
    CHECK(test::day_of(dangers.at(0)) ==
          Approx(36.525 * threshold_of(world, person, Draw::danger)).margin(1e-4));
    CHECK(world.world().clients.life(person).last_crisis == dangers.back().at);
}
