// Contacts that a policy raises or stops.
#include "engine/relations/contacts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/relations/contacts_of_today.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace tsunagi;
using namespace std::chrono_literals;
using test::ContactWorld;
using test::held_today;
using test::office_pair;
using test::raise_contact;
using test::run;
using test::world_of_today;

namespace {

void check_equal_schedules(const ContactWorld& world) {
    for (const auto& [one, other] : {std::pair{test::centre, test::office},
                                     std::pair{test::centre, test::facility},
                                     std::pair{test::centre, test::hospital},
                                     std::pair{test::facility, test::hospital}}) {
        const auto& link = world.link(one, other);
        CHECK(link.policy.value == link.reference.value);
        CHECK(link.policy.at == link.reference.at);
        CHECK(link.held_policy == link.held_reference);
    }
}

} // namespace

TEST_CASE("under equal schedules U_ref and U_pol are identical to the bit, whatever is raised") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    check_equal_schedules(world);
    for (const auto schedule : {ScheduleName::reference, ScheduleName::policy}) {
        raise_contact(world, schedule, 12.0);
        world.contacts().raise_guarantor_meetings(schedule, 12.0, world.setting(), world.moment());
    }
    world.contacts().replan(world.setting(), world.now());
    const auto seen = run(world, test::policy_start + 3 * 365 * one_day);
    check_equal_schedules(world);
    CHECK(seen.held.at(office_pair) == Approx(3 * 14).margin(1)); // one stream serves both
}

TEST_CASE("stopped contacts end in their own schedule - incidental contact and meetings stay") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    world.contacts().stop_standing(ScheduleName::policy, world.now());
    world.contacts().replan(world.setting(), world.now());
    auto seen = run(world, test::horizon);
    CHECK(seen.held[office_pair] == 5 * 2);
    CHECK(seen.work.count({test::centre, Task::standing_contact}) == 0);
    CHECK(seen.work.count({test::hospital, Task::liaison}) == 0);
    CHECK(seen.work[{test::office, Task::guarantor_meeting}] == 30 * 2h);

    auto undisturbed = world_of_today();
    undisturbed.run_until(test::horizon);
    const auto& stopped = world.link(test::centre, test::office);
    const auto& usual = undisturbed.link(test::centre, test::office);
    CHECK(stopped.reference.value == usual.reference.value);
    CHECK(stopped.policy.value < 0.4 * stopped.reference.value);
    const auto& untouched =
        world.link(test::centre, test::facility); // never had any but incidental
    CHECK(untouched.policy.value == untouched.reference.value);
}

TEST_CASE("a stop costs understanding exactly what the missing contacts gave") {
    // Between two contacts U halves every 365 days: here without incidental contact at all.
    auto parameters = test::default_parameters();
    parameters.relations.incidental_per_year = 0.0;
    ContactWorld world{test::small_region(), parameters, held_today};
    world.run_until(test::policy_start);
    const auto before = world.link(test::centre, test::office).policy;
    const double then = understanding_at(before, 365.0, test::policy_start);
    world.contacts().stop_standing(ScheduleName::policy, world.now());
    const auto a_year_later = test::policy_start + 365 * one_day;
    world.run_until(a_year_later);
    CHECK(world.links().policy_understanding(world.links().find(test::centre, test::office).value(),
                                             parameters.relations,
                                             a_year_later) ==
          Approx(then * 0.594 / 2.0)); // one rotation, on the first day
}

TEST_CASE("raising is at least so often: what is held more often stays as it is") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    const auto streams = world.contacts().streams().size();
    for (const double at_least : {1.0, 5.0, 6.0}) {
        raise_contact(world, ScheduleName::policy, at_least);
        world.contacts().raise_guarantor_meetings(
            ScheduleName::policy, at_least, world.setting(), world.moment());
    }
    CHECK(world.contacts().streams().size() == streams);
    raise_contact(world, ScheduleName::policy, 12.0);
    CHECK(world.contacts().streams().size() == streams + 1);
    raise_contact(world, ScheduleName::policy, 12.0);
    raise_contact(world, ScheduleName::policy, 8.0);
    CHECK(world.contacts().streams().size() == streams + 1);
}

TEST_CASE("raising to no contact at all changes nothing") {
    auto world = world_of_today();
    const auto before = world.contacts().streams().size();
    raise_contact(world, ScheduleName::policy, 0.0);
    CHECK(world.contacts().streams().size() == before);
}

TEST_CASE("a raised frequency replaces the old one from its date and has a phase of its own") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    raise_contact(world, ScheduleName::policy, 12.0);
    world.contacts().replan(world.setting(), world.now());
    const auto& streams = world.contacts().streams();
    const auto& raised = streams.back();
    CHECK(raised.per_year == 12.0);
    CHECK(raised.owner == office_pair);
    const auto old = std::find_if(streams.begin(), streams.end(), [&](const auto& stream) {
        return stream.owner == raised.owner && stream.label == raised.label;
    });
    CHECK(old->phase != raised.phase);
    CHECK(old->policy.until == test::policy_start);
    CHECK(old->reference.until == test::horizon);
    CHECK_FALSE(raised.reference.holds(test::policy_start));
    auto seen = run(world, test::horizon);
    CHECK(seen.held[office_pair] == 5 * (12 + 2));
    CHECK(world.link(test::centre, test::office).policy.value >
          world.link(test::centre, test::office).reference.value);
}

TEST_CASE("an activity stopped and raised anew goes on, on the dates it had") {
    for (const std::int64_t days_between_stop_and_raise : {0, 1, 90}) {
        auto world = world_of_today();
        world.run_until(test::policy_start);
        raise_contact(world, ScheduleName::policy, 12.0);
        world.run_until(test::policy_start + 365 * one_day);
        world.contacts().stop_standing(ScheduleName::policy, world.now());
        world.run_until(world.now() + days_between_stop_and_raise * one_day);
        raise_contact(world, ScheduleName::policy, 12.0);
        CHECK(run(world, world.now() + 365 * one_day).held[office_pair] == Approx(14).margin(1));
    }
}

TEST_CASE("a policy may raise what the reference has raised and stopped") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    raise_contact(world, ScheduleName::reference, 12.0);
    world.run_until(test::policy_start + 365 * one_day);
    world.contacts().stop_standing(ScheduleName::reference, world.now());
    world.run_until(world.now() + 90 * one_day);
    raise_contact(world, ScheduleName::policy, 12.0);
    CHECK(run(world, world.now() + 365 * one_day).held[office_pair] == Approx(14).margin(1));
}

TEST_CASE("frequencies that differ by less than one contact in a thousand years are one stream") {
    auto world = world_of_today();
    world.run_until(test::policy_start);
    raise_contact(world, ScheduleName::policy, 12.0);
    const auto streams = world.contacts().streams().size();
    raise_contact(world, ScheduleName::policy, 12.0004);
    CHECK(world.contacts().streams().size() == streams);
    raise_contact(world, ScheduleName::policy, 12.01);
    CHECK(world.contacts().streams().size() == streams + 1);
}
