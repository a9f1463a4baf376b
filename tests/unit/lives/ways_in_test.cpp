#include "engine/lives/awareness.hpp"
#include "engine/lives/stay.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

constexpr double per_year = 20.0; // soon, so that a test need not run for decades
constexpr double ticks = 5e-5;    // days

// Everybody knows every kind of agency from the start and never forgets; bumps move nothing.
WorldPlan knowing() {
    auto plan = test::quiet_plan();
    auto& awareness = plan.parameters.awareness;
    awareness.health_repeater = 1.0;
    awareness.self_help_repeater = 1.0;
    awareness.half_life_days = 1e12;
    plan.parameters.ways_in.self_referral_crisis = 0.0;
    return plan;
}

WorldPlan self_referring() {
    auto plan = knowing();
    plan.parameters.ways_in.self_referral_per_year = per_year;
    return plan;
}

ClientId enter_knowing(HandMadeWorld& world, const test::PersonPlan& plan) {
    const auto person = world.add_person(plan);
    world.act([&](Views& views) { start_awareness(views.lives, person); });
    test::enter(world, person);
    return person;
}
ClientId enter_knowing(HandMadeWorld& world) {
    return enter_knowing(world, {.end_day = 3000.0});
}

// Days at the plain hazard until the n-th self-referral.
double days_until(HandMadeWorld& world, ClientId person, std::uint64_t ordinal) {
    return test::threshold_of(world, person, Draw::self_referral, ordinal) * days_per_year /
           per_year;
}

double self_referrals_per_year(HandMadeWorld& world, ClientId person) {
    return test::rate_of(world, person, PersonHazard::self_referral);
}

WorldPlan with_self_help() {
    auto plan = knowing();
    test::add_provider(
        plan.region,
        "group",
        AgencyType::self_help_group,
        {{.service = Service::self_help, .places = {}, .slots_per_month = {}, .share = 1.0}});
    return plan;
}

} // namespace

TEST_CASE("self-referral comes after its own exposure time and is booked at once") {
    HandMadeWorld world{self_referring()};
    const auto person = enter_knowing(world);
    const double expected = days_until(world, person, 0);
    world.run_days(expected + 0.5);
    CHECK(test::day_of(test::the_fact(world, FactKind::self_referred)) ==
          Approx(expected).margin(ticks));
    CHECK(static_cast<Route>(test::the_fact(world, FactKind::booked).detail) == Route::self);
}

TEST_CASE("self-referral waits for release") {
    HandMadeWorld world{self_referring()};
    const auto person = enter_knowing(world, {.release_day = 180.0, .end_day = 3000.0});
    const double expected = 180.0 + days_until(world, person, 0);
    world.run_days(expected + 0.5);
    CHECK(test::day_of(test::the_fact(world, FactKind::self_referred)) ==
          Approx(expected).margin(ticks));
}

TEST_CASE("self-referral needs true need and awareness") {
    auto plan = self_referring();
    plan.parameters.awareness.health_first_timer = 0.0;
    HandMadeWorld world{plan};
    enter_knowing(world, {.end_day = 3000.0, .need = Need::none});
    enter_knowing(world, {.end_day = 3000.0, .history = History::first_timer});
    world.run_days(1500.0);
    CHECK(world.count(FactKind::self_referred) == 0);
}

TEST_CASE("self-referral stands still while a referral is open and goes on when it is lost") {
    auto plan = self_referring();
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const double exposure = days_until(world, person, 0);
    REQUIRE(exposure > 1.0);
    world.run_days(exposure / 2.0);
    world.offer(person, Consent::given); // open for 30 days, then lost
    world.run_days(30.0 + exposure / 2.0 + 0.5);
    CHECK(test::day_of(test::the_fact(world, FactKind::self_referred)) ==
          Approx(exposure + 30.0).margin(ticks));
}

TEST_CASE("self-referral stands still in care; afterwards an earlier contact multiplies the "
          "hazard by five") {
    HandMadeWorld world{self_referring()};
    const auto person = enter_knowing(world);
    const double exposure = days_until(world, person, 0);
    world.run_days(exposure / 2.0);
    const double before = world.day();
    const auto episode = test::open_service(world, person, test::centre, Service::counselling);
    CHECK(self_referrals_per_year(world, person) == 0.0);
    world.run_days(60.0); // two sessions
    test::end_service(world, episode, EpisodeEnd::drop_out);
    CHECK(self_referrals_per_year(world, person) == Approx(5.0 * per_year));
    const double rest = exposure - before; // at the plain hazard
    world.run_days(rest / 5.0 + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE_FALSE(came.empty());
    CHECK(test::day_of(came[0]) == Approx(before + 60.0 + rest / 5.0).margin(ticks));
}

TEST_CASE("self-referral has a new threshold each time") {
    auto plan = self_referring();
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const double first = days_until(world, person, 0);
    const double second = first + 30.0 + days_until(world, person, 1);
    world.run_days(second + 0.5);
    const auto came = world.facts(FactKind::self_referred);
    REQUIRE(came.size() == 2);
    CHECK(test::day_of(came[1]) == Approx(second).margin(ticks));
}

TEST_CASE("self-referral stops with awareness") {
    HandMadeWorld world{self_referring()};
    const auto person = enter_knowing(world);
    world.run_days(days_until(world, person, 0) / 2.0);
    world.act([&](Views& views) { lose_awareness(views.lives, person, Known::centre); });
    world.run_days(1500.0);
    CHECK(world.count(FactKind::self_referred) == 0);
}

TEST_CASE("self-referral is raised by a bump as its mean over each step of the grid") {
    auto plan = self_referring();
    plan.parameters.ways_in.self_referral_per_year = 1e-6; // looked at, not waited for
    plan.parameters.ways_in.self_referral_crisis = 3.0;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    CHECK(self_referrals_per_year(world, person) == Approx(1e-6));
    world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
    CHECK(static_cast<Bump>(test::the_fact(world, FactKind::readiness_raised).detail) ==
          Bump::arrest);
    // Mean of 0.35 exp(-t / 14) over a step from one day of the grid to the next.
    const auto expected = [](double from, double to) {
        const double mean =
            0.35 * 14.0 * (std::exp(-from / 14.0) - std::exp(-to / 14.0)) / (to - from);
        return 1e-6 * (1.0 + 3.0 * mean);
    };
    world.run_days(0.5);
    CHECK(self_referrals_per_year(world, person) == Approx(expected(0.0, 1.0)));
    world.run_days(1.0);
    CHECK(self_referrals_per_year(world, person) == Approx(expected(1.0, 2.0)));
    world.run_days(7.0);
    CHECK(self_referrals_per_year(world, person) == Approx(expected(7.0, 14.0)));
    world.run_days(92.0);
    CHECK(self_referrals_per_year(world, person) == Approx(expected(90.0, 120.0)));
    world.run_days(20.0);
    CHECK(self_referrals_per_year(world, person) == Approx(1e-6));
}

TEST_CASE("in prison or in a bed nobody comes by himself") {
    auto plan = with_self_help();
    auto& ways = plan.parameters.ways_in;
    ways = {.self_referral_per_year = 1e-6,
            .self_help_per_year = 2e-6,
            .day_programme_per_year = 3e-6,
            .residence_per_year = 4e-6};
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const auto rates = [&] {
        return std::vector{test::rate_of(world, person, PersonHazard::self_referral),
                           test::rate_of(world, person, PersonHazard::self_help),
                           test::rate_of(world, person, PersonHazard::day_programme),
                           test::rate_of(world, person, PersonHazard::residence_wish)};
    };
    const std::vector free{1e-6, 2e-6, 3e-6, 4e-6};
    const std::vector none{0.0, 0.0, 0.0, 0.0};
    const auto expect_rates = [&](const std::vector<double>& expected) {
        const auto found = rates();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(found[i] == Approx(expected[i]).margin(1e-15));
        }
    };
    expect_rates(free);
    auto& client = world.world().clients[person];
    client.residence = Residence::hospital;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(none);
    client.residence = Residence::family_home;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(free);
    client.liberty = Liberty::custody;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(none);
}

TEST_CASE("a self-help group is joined unannounced, once") {
    auto plan = with_self_help();
    plan.parameters.ways_in.self_help_per_year = per_year;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const double expected =
        test::threshold_of(world, person, Draw::self_help) * days_per_year / per_year;
    world.run_days(expected + 1.0);
    const auto met = test::the_fact(world, FactKind::first_contact);
    CHECK(test::day_of(met) == Approx(expected).margin(ticks));
    CHECK(static_cast<Route>(met.detail) == Route::unannounced);
    CHECK(world.count(FactKind::booked) == 0);
    CHECK(world.episode_of(person, Service::self_help).has_value());
    CHECK(test::rate_of(world, person, PersonHazard::self_help) == 0.0);
}

TEST_CASE("the day programme is joined unannounced where a place is free, else asked for again") {
    for (const double places : {1.0, 0.0}) {
        auto plan = knowing();
        test::set_places(plan.region, test::facility, Service::day_programme, places);
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.day_programme_per_year = 1e-6;
        world.act(
            [&](Views& views) { join_unannounced(views.lives, person, Service::day_programme); });
        const bool in = places > 0.0;
        CAPTURE(places);
        CHECK(world.episode_of(person, Service::day_programme).has_value() == in);
        CHECK(world.count(FactKind::first_contact) == (in ? 1 : 0));
        CHECK(test::rate_of(world, person, PersonHazard::day_programme) ==
              Approx(in ? 0.0 : 1e-6).margin(1e-15));
    }
}

TEST_CASE("the wish of a place does not run for one who lives in a residence or is on a track") {
    auto plan = knowing();
    plan.parameters.ways_in.residence_per_year = 1e-6;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const auto wish = [&] {
        world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
        return test::rate_of(world, person, PersonHazard::residence_wish);
    };
    CHECK(wish() == Approx(1e-6));
    world.world().clients.life(person).track = AdmissionTrack{.facility = test::facility};
    CHECK(wish() == 0.0);
    world.world().clients.life(person).track.reset();
    world.act([&](Views& views) { enter_residence(views.lives, person, test::facility); });
    CHECK(wish() == 0.0);
}

TEST_CASE("after a residence some go to a self-help group and to the facility's day programme") {
    for (const double chance : {1.0, 0.0}) {
        auto plan = with_self_help();
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = chance;
        world.parameters().ways_in.day_programme_exit = chance;
        world.act([&](Views& views) {
            join_after(views.lives, person, test::facility, Service::residence);
        });
        CAPTURE(chance);
        CHECK(world.episode_of(person, Service::self_help).has_value() == (chance > 0.0));
        CHECK(world.episode_of(person, Service::day_programme).has_value() == (chance > 0.0));
    }
}

TEST_CASE("the end in order of a programme leads to a self-help group; no other end does, nor that "
          "of another service") {
    struct Ended {
        AgencyId agency;
        Service service{};
        EpisodeEnd end{};
        bool leads_on{};
    };
    for (const auto& ended :
         {Ended{test::centre, Service::programme, EpisodeEnd::completed, true},
          Ended{test::hospital, Service::hospital_programme, EpisodeEnd::completed, true},
          Ended{test::centre, Service::programme, EpisodeEnd::drop_out, false},
          Ended{test::hospital, Service::hospital_programme, EpisodeEnd::drop_out, false},
          Ended{test::centre, Service::counselling, EpisodeEnd::completed, false}}) {
        HandMadeWorld world{with_self_help()};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        world.parameters().ways_in.day_programme_exit = 1.0;
        const auto episode = test::open_service(world, person, ended.agency, ended.service);
        test::end_service(world, episode, ended.end);
        CHECK(world.episode_of(person, Service::self_help).has_value() == ended.leads_on);
        // The day programme follows a residence alone.
        CHECK_FALSE(world.episode_of(person, Service::day_programme).has_value());
    }
}

TEST_CASE("a programme that goes on as aftercare has ended in order too, once") {
    for (const auto agency : {test::centre, test::hospital}) {
        auto plan = with_self_help();
        plan.parameters.episodes.aftercare = 1.0;
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        const auto programme = test::open_service(
            world,
            person,
            agency,
            agency == test::centre ? Service::programme : Service::hospital_programme);
        world.act([&](Views& views) { finish_course(views.care, programme); });
        CHECK(world.episode_of(person, Service::self_help).has_value());
        CHECK(world.world().clients.life(person).exits == 1);
        test::end_service(world, programme, EpisodeEnd::review);
        CHECK(world.world().clients.life(person).exits == 1);
    }
}

TEST_CASE("nobody goes anywhere from prison or from a bed after a stay has ended") {
    for (const bool in_bed : {false, true}) {
        HandMadeWorld world{with_self_help()};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        world.parameters().ways_in.day_programme_exit = 1.0;
        auto& client = world.world().clients[person];
        client.liberty = in_bed ? Liberty::at_liberty : Liberty::custody;
        client.residence = in_bed ? Residence::hospital : Residence::prison;
        world.act([&](Views& views) {
            join_after(views.lives, person, test::facility, Service::residence);
        });
        CAPTURE(in_bed);
        CHECK(world.count(FactKind::first_contact) == 0);
    }
}
