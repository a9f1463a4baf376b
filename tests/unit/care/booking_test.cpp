#include "engine/care/referral_chain.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <utility>

using namespace tsunagi;
using test::HandMadeWorld;
using test::may_refer_now;
using test::wait_days;
using test::WorldPlan;

namespace {

// Kept exactly when the wait is shorter than so many days.
void keep_if_shorter_than(Parameters& parameters, double days) {
    constexpr double per_day = 1000.0;
    parameters.referral.arrive_level = per_day * days;
    parameters.referral.arrive_slow = 7.0 * per_day;
}

} // namespace

TEST_CASE("chain: the link shortens the lead from the cold to the warm level on the log scale") {
    for (const auto& [link, lead] : {std::pair{0.0, 30.0}, {0.5, 15.49}, {1.0, 8.0}}) {
        HandMadeWorld world;
        world.set_understanding(link, link);
        world.offer(world.add_person(), Consent::given);
        CAPTURE(link);
        CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(lead).margin(0.005));
    }
}

TEST_CASE("chain: a missed appointment is booked once more, its wait counting from that day, then "
          "the referral is lost") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.parameters.referral.rebook = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.offer(person, Consent::given);
    world.run_days(100.0);
    const auto booked = world.facts(FactKind::booked);
    REQUIRE(booked.size() == 2);
    CHECK(test::day_of(booked[1]) == Approx(30.0));
    CHECK(wait_days(booked[1]) == Approx(30.0));
    const auto due = world.facts(FactKind::appointment_due);
    REQUIRE(due.size() == 2);
    CHECK(static_cast<BookingAttempt>(due[0].detail) == BookingAttempt::first);
    CHECK(static_cast<BookingAttempt>(due[1].detail) == BookingAttempt::rebooked);
    CHECK(world.count(FactKind::not_kept) == 2);
    const auto lost = world.facts(FactKind::referral_lost);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Loss>(lost[0].detail) == Loss::not_kept);
    CHECK(test::day_of(lost[0]) == Approx(60.0));
    CHECK(test::hours_of(world, Task::first_appointment) == Approx(4.0));
    CHECK(world.with_centre(person).refractory_until == lost[0].at + sampled(45.0));
}

TEST_CASE("chain: a missed appointment that is not booked again is lost at once") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    world.offer(world.add_person(), Consent::given);
    world.run_days(100.0);
    CHECK(world.count(FactKind::booked) == 1);
    const auto lost = world.facts(FactKind::referral_lost);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Loss>(lost[0].detail) == Loss::not_kept);
    CHECK(test::day_of(lost[0]) == Approx(30.0));
}

TEST_CASE("chain: a first appointment that finds no hours within 180 days is refused and "
          "counted") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, 1.9);
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::no_hours_found) == 1);
    const auto lost = world.facts(FactKind::referral_lost);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Loss>(lost[0].detail) == Loss::no_hours);
    CHECK_FALSE(world.with_centre(person).referral.has_value());
    CHECK_FALSE(may_refer_now(world, person));
    world.run_days(200.0);
    CHECK(test::hours_of(world, Task::first_appointment) == 0.0);
}

TEST_CASE("chain: when a week is full the appointment falls on the Monday of the next with hours") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, 2.0);
    HandMadeWorld world{plan};
    world.offer(world.add_person(), Consent::given);
    world.offer(world.add_person(), Consent::given);
    world.offer(world.add_person(), Consent::given);
    world.run_days(60.0);
    const auto due = world.facts(FactKind::appointment_due);
    REQUIRE(due.size() == 3);
    // The run starts on Wednesday 1 April 2020; 30 days later it is Friday, then Mondays follow.
    CHECK(test::day_of(due[0]) == Approx(30.0));
    CHECK(test::day_of(due[1]) == Approx(33.0));
    CHECK(test::day_of(due[2]) == Approx(40.0));
}

TEST_CASE("chain: the wait that acts on arrival runs from acceptance to the appointment, hours "
          "included") {
    WorldPlan plan;
    keep_if_shorter_than(plan.parameters, 31.0);
    test::set_weekly_hours(plan.region, test::centre, 2.0);
    HandMadeWorld world{plan};
    world.offer(world.add_person(), Consent::given);
    world.offer(world.add_person(), Consent::given);
    world.run_days(34.0);
    CHECK(world.count(FactKind::first_contact) == 1); // after 30 days
    CHECK(world.count(FactKind::not_kept) == 1);      // after 33
}

TEST_CASE("chain: to a hospital the lead goes from 45 to 14 days with the link") {
    for (const auto& [link, lead] : {std::pair{0.0, 45.0}, {1.0, 14.0}}) {
        HandMadeWorld world;
        auto at_once = world.parameters().relations;
        at_once.gain_per_contact = 1.0;
        const auto pair = world.world().links.find(test::centre, test::hospital).value();
        using Part = Schedules::Part;
        world.world().links.contact(
            pair, at_once, link, {.policy = Part::in, .reference = Part::in}, world.now());
        const auto person = world.add_person();
        world.act([&](Views& views) {
            receive_offer(views.care,
                          {.client = person,
                           .sender = test::centre,
                           .receiver = test::hospital,
                           .service = Service::outpatient,
                           .link = pair,
                           .consent = Consent::given});
        });
        CAPTURE(link);
        CHECK(wait_days(test::the_fact(world, FactKind::booked)) == Approx(lead));
    }
}
