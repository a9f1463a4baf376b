#include "engine/relations/contacts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/relations/contacts_of_today.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

using namespace tsunagi;
using namespace std::chrono_literals;
using test::ContactWorld;
using test::held_today;
using test::Ledger;
using test::office_pair;
using test::raise_contact;
using test::run;
using test::world_of_today;

namespace {

double in_hours(Duration length) {
    return std::chrono::duration<double, std::chrono::hours::period>(length).count();
}

double hours_a_month(Ledger& ledger, AgencyId agency, Task task, double years) {
    return in_hours(ledger.work[{agency, task}]) / (12.0 * years);
}

} // namespace

TEST_CASE("every contact of a year is held and its staff pay work and travel") {
    auto world = world_of_today();
    auto seen = run(world, test::policy_start); // six years
    CHECK(seen.cancelled == 0);
    // t2.05: the centre alone pays for its attendance, 2 h and twice 20 minutes, 36 times.
    CHECK(seen.work[{test::centre, Task::standing_contact}] == 36 * 160min);
    CHECK(seen.work.count({test::office, Task::standing_contact}) == 0);
    // Liaison: both pay 1 h and travel, 24 times.
    CHECK(seen.work[{test::centre, Task::liaison}] == 24 * 100min);
    CHECK(seen.work[{test::hospital, Task::liaison}] == 24 * 100min);
    // The office's own meetings and programme: 2 h six times a year; 5 h every 14 days.
    CHECK(seen.work[{test::office, Task::guarantor_meeting}] == 36 * 2h);
    const auto sessions = seen.work[{test::office, Task::probation_programme}] / 5h;
    CHECK(sessions >= 156); // 2,191 days
    CHECK(sessions <= 157);
    // Incidental contacts cost nobody an hour: 2 a year for each pair, 8 with the office's contact.
    CHECK(seen.held[office_pair] == 6 * 8);
    CHECK(seen.held[pair_key(key_of("office"), key_of("hospital"))] == 6 * 2);
}

TEST_CASE("monthly t2.05 costs centre and office the hours of the size check") {
    // 1.3 to 2.7 hours a month more for the centre and 1 to 2 for the office: the lower ends where
    // contact and meetings are held six times a year today.
    enum class Meetings : std::uint8_t { as_held, monthly };
    const double years = 5.0;
    const auto costs = [&](const std::vector<HeldActivity>& held, Meetings meetings) {
        ContactWorld world{test::small_region(), test::default_parameters(), held};
        world.run_until(test::policy_start);
        if (meetings == Meetings::monthly) {
            raise_contact(world, ScheduleName::policy, 12.0);
            world.contacts().raise_guarantor_meetings(
                ScheduleName::policy, 12.0, world.setting(), world.moment());
            world.contacts().replan(world.setting(), world.now());
        }
        auto seen = run(world, test::horizon);
        return std::pair{hours_a_month(seen, test::centre, Task::standing_contact, years),
                         hours_a_month(seen, test::office, Task::guarantor_meeting, years)};
    };
    const auto held = costs(held_today, Meetings::as_held);
    const auto raised = costs(held_today, Meetings::monthly);
    CHECK(raised.first - held.first == Approx(1.33).margin(0.05));
    CHECK(raised.second - held.second == Approx(1.0).margin(0.05));
    CHECK(costs({}, Meetings::as_held).first == 0.0);
    CHECK(costs({}, Meetings::monthly).first == Approx(2.67).margin(0.05));
}

TEST_CASE("contacts beyond the week's hours are cancelled and leave no trace") {
    auto region = test::small_region();
    // 0.03 posts are 38 minutes a week: less than the 160 that one meeting takes.
    region.agencies[test::centre].staffing = Agency::Staffing{.posts = 0.03, .direct_share = 0.60};
    ContactWorld world{region, test::default_parameters(), held_today};
    auto seen = run(world, test::policy_start);
    CHECK(seen.cancelled == 36 + 24);
    CHECK(seen.held[office_pair] == 6 * 2);
    CHECK(seen.work.count({test::centre, Task::standing_contact}) == 0);
    CHECK(seen.work.count({test::hospital, Task::liaison}) == 0); // nobody meets an absent partner
    ContactWorld without{region, test::default_parameters(), {}};
    without.run_until(test::policy_start);
    CHECK(world.link(test::centre, test::office).policy.value ==
          without.link(test::centre, test::office).policy.value);
}

TEST_CASE("contacts are reserved in the ledger before any booking") {
    auto world = world_of_today();
    Duration reserved{};
    for (auto week = test::run_start; week < test::policy_start; week += 7 * one_day) {
        reserved += world.ledger().reserved(test::centre, week);
    }
    CHECK(in_hours(reserved) == Approx(in_hours(36 * 160min + 24 * 100min)).margin(3.0));
}

TEST_CASE("a contact that meets a week full of earlier bookings is held as counted overtime") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    const auto total = *world.ledger().weekly_total(test::centre);
    for (auto week = test::policy_start; week < test::horizon; week += 7 * one_day) {
        const auto left = total - world.ledger().reserved(test::centre, week);
        CHECK(world.ledger().book(test::centre, week, left, week + 2 * one_day));
    }
    raise_contact(world, ScheduleName::policy, 12.0);
    world.contacts().replan(world.setting(), world.now());
    auto seen = run(world, test::horizon);
    CHECK(seen.cancelled == 0);
    CHECK(seen.held[office_pair] == 5 * 14);
    CHECK(seen.overtime > 20 * 160min);
    CHECK(seen.overtime <= 60 * 160min);
    // Every hour beyond a week's total is counted, and once.
    Duration beyond{};
    for (auto week = test::policy_start; week < test::horizon; week += 7 * one_day) {
        const auto taken =
            world.ledger().reserved(test::centre, week) + world.ledger().booked(test::centre, week);
        beyond += std::max(taken - total, Duration{0});
    }
    CHECK(seen.overtime == beyond);
}

TEST_CASE("a copied world meets on the same dates") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    auto copy = world;
    const auto dates = [](ContactWorld& one) {
        std::vector<std::pair<SimTime, EntityKey>> seen;
        one.run_until(test::horizon, [&](const Fact& fact) {
            if (fact.kind == FactKind::contact_held) {
                seen.emplace_back(fact.at, fact.subject);
            }
        });
        return seen;
    };
    const auto original = dates(world);
    CHECK(original.size() > 250);
    CHECK(dates(copy) == original);
}

TEST_CASE("the programme of the office runs on a fixed fortnightly calendar") {
    auto world = world_of_today();
    const auto& programme = world.contacts().programme();
    CHECK(days_between(programme.date(test::run_start, 3), programme.date(test::run_start, 4)) ==
          Approx(14.0).margin(1e-4));
    CHECK(programme.owner == key_of("office"));
}
