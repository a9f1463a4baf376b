#include "engine/lives/awareness.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/lives/stay.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <cmath>
#include <tuple>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;
using Flag = SettlingCase::Flag;

namespace {

// The match has no influence, and nobody leaves by himself.
WorldPlan stays() {
    WorldPlan plan;
    plan.parameters.residence.settle_match = 0.0;
    plan.parameters.residence.match_hazard = 1.0;
    plan.parameters.residence.early_scale_days = 1e9;
    plan.parameters.residence.late_scale_days = 1e9;
    return plan;
}

EpisodeId enter_facility(HandMadeWorld& world, ClientId client) {
    world.act([&](Views& views) { enter_residence(views.lives, client, test::facility); });
    return world.episode_of(client, Service::residence).value();
}

double odds(double probability) {
    return probability / (1.0 - probability);
}

} // namespace

TEST_CASE("residential stay: a third settles - readiness, supervision, prison and match move the "
          "odds") {
    const auto parameters = test::default_parameters().residence;
    const double reference = settling_probability(parameters, {.readiness = 0.4});
    CHECK(reference == Approx(0.33));
    const auto ratio = [&](const SettlingCase& entrant) {
        return odds(settling_probability(parameters, entrant)) / odds(reference);
    };
    CHECK(ratio({.readiness = 0.9}) == Approx(std::exp(0.5)));
    CHECK(ratio({.readiness = 0.4, .supervised = Flag::yes}) == Approx(std::exp(0.3)));
    CHECK(ratio({.readiness = 0.4, .from_prison = Flag::yes}) == Approx(std::exp(-0.5)));
    CHECK(ratio({.readiness = 0.4, .match = -2.0}) == Approx(std::exp(-0.6)));
}

TEST_CASE("a stay is home and care at once: both begin at its entry and end at its exit") {
    HandMadeWorld world{stays()};
    const auto person = world.add_person({.end_day = 3000.0});
    world.world().clients[person].traits.no_housing = true;
    const auto stay = enter_facility(world, person);
    CHECK(world.world().clients[person].residence == Residence::recovery_facility);
    CHECK(!world.world().clients[person].traits.no_housing);
    CHECK(test::the_fact(world, FactKind::second_visit).detail ==
          static_cast<std::uint8_t>(Service::residence));
    CHECK(test::the_fact(world, FactKind::place_taken).amount == 1);
    CHECK(test::the_fact(world, FactKind::episode_opened).amount ==
          static_cast<std::int64_t>(Route::admission));
    const auto& known = world.with(person, test::facility);
    CHECK(known.met == Acquaintance::Met::met);
    CHECK(known.familiarity.value == Approx(0.3));
    world.run_days(30.0);
    test::end_service(world, stay, EpisodeEnd::drop_out);
    CHECK(Duration{test::the_fact(world, FactKind::place_left).amount} == 30 * one_day);
    CHECK(world.world().clients[person].residence == Residence::family_home);
    // Thirty-one days with staff in the room.
    double familiarity = 0.3;
    for (int day = 0; day < 30; ++day) {
        familiarity *= std::exp2(-1.0 / 180.0);
        familiarity += 0.3 * (1.0 - familiarity);
    }
    CHECK(known.familiarity.value == Approx(familiarity));
    double readiness = 0.4 + 0.02 * 0.6;
    for (int day = 0; day < 30; ++day) {
        readiness = 0.4 + (readiness - 0.4) * std::exp2(-1.0 / 365.0);
        readiness += 0.02 * (1.0 - readiness);
    }
    const auto& client = world.world().clients[person];
    CHECK(client.readiness.value == Approx(readiness));
    CHECK_FALSE(client.daily_sessions_since.has_value());
    CHECK(world.world().units.of(test::facility, Service::residence).places.occupied() == 0);
}

TEST_CASE("residential stay: a resident knows the facility at entry and, whatever was forgotten, "
          "at exit") {
    HandMadeWorld world{stays()};
    const auto person = world.add_person({.end_day = 3000.0});
    const auto aware = [&] { return knows(world.world().clients[person], Known::facility); };
    CHECK_FALSE(aware());
    const auto stay = enter_facility(world, person);
    CHECK(aware());
    world.world().clients[person].aware.at(static_cast<std::size_t>(Known::facility)) = 0;
    test::end_service(world, stay, EpisodeEnd::drop_out);
    CHECK(aware());
}

TEST_CASE("residential stay: programmes beside it are no burden") {
    HandMadeWorld world{stays()};
    const auto person = world.add_person({.end_day = 3000.0});
    const auto stay = enter_facility(world, person);
    const auto multiplier = [&] { return world.world().episodes[stay].drop_out->multiplier(); };
    const double alone = multiplier();
    test::open_service(world, person, test::centre, Service::programme);
    test::open_service(world, person, test::hospital, Service::hospital_programme);
    CHECK(multiplier() == alone);
}

TEST_CASE("residential stay: settlers leave by the late law, all others by the early one, less "
          "while supervised") {
    auto plan = stays();
    plan.parameters.residence.early_scale_days = 28.0;
    plan.parameters.residence.late_scale_days = 420.0;
    const auto law = [&](double settle, Supervision supervision) {
        plan.parameters.residence.settle = settle;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        world.world().clients[person].supervision = supervision;
        const auto& episode = world.world().episodes[enter_facility(world, person)];
        return std::tuple{
            episode.law.shape, episode.law.scale_days, episode.drop_out->multiplier()};
    };
    CHECK(law(1.0 - 1e-12, Supervision::none) == std::tuple{1.2, 420.0, 1.0});
    CHECK(law(1e-12, Supervision::none) == std::tuple{0.9, 28.0, 1.0});
    CHECK(law(1e-12, Supervision::parole) == std::tuple{0.9, 28.0, 0.6});
}

TEST_CASE("residential stay: the match of a person and a facility is drawn once and lowers the "
          "hazard by 15 % per standard deviation") {
    auto plan = stays();
    plan.parameters.residence.match_hazard = 0.85;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    const auto first = enter_facility(world, person);
    const double match = world.with(person, test::facility).match.value();
    CHECK(world.world().episodes[first].own_factor == Approx(std::pow(0.85, match)));
    world.run_days(10.0);
    test::end_service(world, first, EpisodeEnd::drop_out);
    const auto again = enter_facility(world, person);
    CHECK(world.world().episodes[again].own_factor == Approx(std::pow(0.85, match)));
    CHECK(world.world().episodes[again].ordinal == 1);
}

TEST_CASE("residential stay: without an income the place is given up at 0.4 % a day, until a "
          "benefit") {
    auto plan = stays();
    plan.parameters.residence.money_per_day = 0.004;
    HandMadeWorld world{plan};
    const auto money = [&](ClientId person) {
        return test::rate_of(world, person, PersonHazard::residence_money) / days_per_year;
    };
    const auto rich = world.add_person({.end_day = 3000.0});
    enter_facility(world, rich);
    CHECK(money(rich) == 0.0);
    const auto poor = world.add_person({.end_day = 3000.0});
    world.world().clients[poor].traits.no_income = true;
    enter_facility(world, poor);
    CHECK(money(poor) == Approx(0.004));
    Streams same{world.world().streams.key()};
    const double threshold = same.exponential(
        {.purpose = Draw::residence_money, .entity = world.world().clients[poor].key});
    SECTION("no benefit comes") {
        world.forget_facts();
        world.run_days(threshold / 0.004 + 1.0);
        const auto ended = test::the_fact(world, FactKind::episode_ended);
        CHECK(ended.detail == static_cast<std::uint8_t>(EpisodeEnd::money));
        CHECK(test::day_of(ended) == Approx(threshold / 0.004).margin(1e-4));
        CHECK(world.world().clients[poor].residence == Residence::family_home);
    }
    SECTION("a benefit comes") {
        world.world().clients[poor].traits.no_income = false;
        world.act([&](Views& views) { refresh_money(views.lives, poor); });
        CHECK(money(poor) == 0.0);
    }
    SECTION("the person leaves before") {
        test::end_service(
            world, world.episode_of(poor, Service::residence).value(), EpisodeEnd::drop_out);
        CHECK(money(poor) == 0.0);
    }
}

TEST_CASE("residential stay: fresh from prison means less than 30 days ago") {
    auto plan = stays();
    plan.parameters.residence.settle_prison = -1e3; // nobody fresh from prison settles
    plan.parameters.residence.settle = 1.0 - 1e-12;
    HandMadeWorld world{plan};
    const auto settles = [&](double days_ago) {
        const auto person = world.add_person({.end_day = 3000.0});
        world.world().clients.life(person).last_release = world.now() - sampled(days_ago);
        return world.world().episodes[enter_facility(world, person)].law.shape == 1.2;
    };
    CHECK(!settles(29.0));
    CHECK(settles(31.0));
}

TEST_CASE("residential stay: other clients stay by the same laws at the mean readiness, and have "
          "no use, money or home to change") {
    auto plan = stays();
    plan.parameters.residence.settle_readiness = 1e6; // any other readiness would decide alone
    HandMadeWorld world{plan};
    const auto client = world.add_background(ClientKind::background_person);
    world.act([&](Views& views) { enter_background_residence(views.lives, client); });
    const auto stay = world.episode_of(client, Service::residence);
    REQUIRE(stay.has_value());
    Streams same{world.world().streams.key()};
    const bool settles =
        same.uniform({.purpose = Draw::residence_settles,
                      .entity = world.world().clients[client].key,
                      .partner = partner(world.setting().region.agencies[test::facility].key)}) <
        0.33;
    CHECK((world.world().episodes[stay.value()].law.shape == 1.2) == settles);
    CHECK(world.count(FactKind::residence_changed) == 0);
}
