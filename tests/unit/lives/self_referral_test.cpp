#include "engine/lives/bump_clock.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/ways_in_worlds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

using namespace tsunagi;
using test::enter_knowing;
using test::HandMadeWorld;
using test::knowing;
using test::per_year;
using test::ticks;
using test::WorldPlan;

namespace {

WorldPlan self_referring() {
    auto plan = knowing();
    plan.parameters.ways_in.self_referral_per_year = per_year;
    return plan;
}

// Days at the plain hazard until the n-th self-referral.
double days_until(HandMadeWorld& world, ClientId person, std::uint64_t ordinal) {
    return test::threshold_of(world, person, Draw::self_referral, ordinal) * days_per_year /
           per_year;
}

// An arrest's bump over a step from one day of the grid to the next: 0.35 exp(-t / 14) until day
// 120.
double mean_of_bump(double from, double to) {
    return from < 120.0
               ? 0.35 * 14.0 * (std::exp(-from / 14.0) - std::exp(-to / 14.0)) / (to - from)
               : 0.0;
}

double self_referrals_per_year(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { follow_bumps(views.lives, person); });
    return test::rate_of(world, person, PersonHazard::self_referral);
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

TEST_CASE("self-referral stands still in care - afterwards an earlier contact multiplies the "
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
    const auto expected = [](double from, double to) {
        return 1e-6 * (1.0 + 3.0 * mean_of_bump(from, to));
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

TEST_CASE("steps of a bump that nobody has looked at add up as if each had been followed") {
    auto plan = self_referring();
    plan.parameters.ways_in.self_referral_per_year = 0.05;
    plan.parameters.ways_in.self_referral_crisis = 8.0;
    const auto next_after = [&](int looks) {
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
        world.run_days(10.0);
        world.act([&](Views& views) { raise(views.lives, person, Bump::danger); });
        for (int look = 0; look < looks; ++look) {
            world.run_days(140.0 / looks);
            world.act([&](Views& views) { follow_bumps(views.lives, person); });
        }
        return world.world().clients.life(person).hazards.clocks.next().value().at;
    };
    const auto often = next_after(280);
    CHECK(often > test::run_start + 150 * one_day);
    CHECK(days_between(often, next_after(1)) == Approx(0.0).margin(ticks));
    CHECK(days_between(often, next_after(7)) == Approx(0.0).margin(ticks));
}

TEST_CASE(
    "self-referral comes when the hazard that a bump raises has used up the threshold, though "
    "no step of the bump is an event") {
    auto plan = self_referring();
    plan.parameters.ways_in.self_referral_per_year = 2.0;
    plan.parameters.ways_in.self_referral_crisis = 8.0;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
    double left = test::threshold_of(world, person, Draw::self_referral, 0);
    double expected = 0.0;
    constexpr std::array grid{1.0, 2.0, 4.0, 7.0, 14.0, 21.0, 28.0, 42.0, 60.0, 90.0, 120.0, 1e6};
    for (const double to : grid) {
        const double per_day = 2.0 / days_per_year * (1.0 + 8.0 * mean_of_bump(expected, to));
        const double days = std::min(left / per_day, to - expected);
        left -= per_day * days;
        expected += days;
        if (left < 1e-12) {
            break;
        }
    }
    CHECK(expected > 7.0);
    world.run_days(expected + 0.5);
    CHECK(test::day_of(test::the_fact(world, FactKind::self_referred)) ==
          Approx(expected).margin(ticks));
}

TEST_CASE(
    "self-referral after a bump's window comes in the same second whenever the bump's last, faint "
    "steps were looked at") {
    auto plan = self_referring();
    plan.parameters.ways_in.self_referral_crisis = 8.0;
    plan.parameters.readiness.bump_days = 3.5; // too faint from day 60 on to move anything a second
    const auto referred_at = [&](std::initializer_list<double> looks) {
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
        for (const double day : looks) {
            world.run_days(day - world.day());
            world.act([&](Views& views) { follow_bumps(views.lives, person); });
        }
        world.run_days(200.0);
        return world.facts(FactKind::self_referred).front().at;
    };
    {
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        constexpr double days =
            160.0 + 0.5 / 86'400.0; // in the midst of a second, with the bump too
        plan.parameters.ways_in.self_referral_per_year =
            test::threshold_of(world, person, Draw::self_referral, 0) * days_per_year / days;
    }
    const auto followed =
        referred_at({1.0, 2.0, 4.0, 7.0, 14.0, 21.0, 28.0, 42.0, 60.0, 90.0, 120.0});
    CHECK(followed > test::run_start + 120 * one_day);
    const auto late = [&](std::initializer_list<double> looks) {
        return (referred_at(looks) - followed).count();
    };
    CHECK(late({}) == 0);
    CHECK(late({70.0}) == 0);
}
