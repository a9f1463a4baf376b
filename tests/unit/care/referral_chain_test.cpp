#include "engine/care/referral_chain.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

std::vector<FactKind> kinds(const HandMadeWorld& world) {
    std::vector<FactKind> told;
    for (const auto& fact : world.facts()) {
        told.push_back(fact.kind);
    }
    return told;
}

bool may_refer_now(HandMadeWorld& world, ClientId person) {
    bool answer = false;
    world.act([&](Views& views) { answer = may_refer(views.care, person, test::centre); });
    return answer;
}

double wait_days(const Fact& booked) {
    return days_of(Duration{booked.amount});
}

double hours_of(const HandMadeWorld& world, Task task) {
    double sum = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        sum += fact.detail == static_cast<std::uint8_t>(task)
                   ? static_cast<double>(fact.amount) / 3600.0
                   : 0.0;
    }
    return sum;
}

// Kept exactly when the wait is shorter than so many days.
void keep_if_shorter_than(Parameters& parameters, double days) {
    constexpr double per_day = 1000.0;
    parameters.referral.arrive_level = per_day * days;
    parameters.referral.arrive_slow = 7.0 * per_day;
}

} // namespace

TEST_CASE("chain: an accepted offer is booked, kept and leads into care, stage by stage") {
    HandMadeWorld world;
    const auto person = world.add_person();
    world.offer(person, Consent::given);
    CHECK(kinds(world) == std::vector{FactKind::offered,
                                      FactKind::offer_accepted,
                                      FactKind::work_done,
                                      FactKind::booked,
                                      FactKind::became_aware});
    CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(30.0));
    world.forget_facts();
    world.run_days(30.5);
    CHECK(kinds(world) == std::vector{FactKind::work_done,
                                      FactKind::appointment_due,
                                      FactKind::first_contact,
                                      FactKind::second_visit,
                                      FactKind::episode_opened});
    CHECK(test::day_of(world.facts(FactKind::first_contact).front()) == Approx(30.0));
    CHECK(world.with_centre(person).episode.has_value());
    CHECK_FALSE(world.with_centre(person).referral);
}

TEST_CASE("chain: a handover costs the sender half an hour and the receiver the appointment") {
    HandMadeWorld world;
    world.offer(world.add_person(), Consent::given);
    world.run_days(31.0);
    CHECK(hours_of(world, Task::handover) == Approx(0.5));
    CHECK(hours_of(world, Task::first_appointment) == Approx(2.0));
}

TEST_CASE("chain: a refused offer ends there and the next may come after the refractory time") {
    WorldPlan plan;
    plan.parameters.referral.accept_base = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::offer_refused) == 1);
    CHECK(world.count(FactKind::booked) == 0);
    CHECK(world.count(FactKind::work_done) == 0);
    world.run_days(45.0 - 1.0 / 86400.0);
    CHECK_FALSE(may_refer_now(world, person));
    world.run_days(1.0 / 86400.0);
    CHECK(may_refer_now(world, person));
}

TEST_CASE("chain: the link shortens the lead from the cold to the warm level on the log scale") {
    for (const auto& [link, lead] : {std::pair{0.0, 30.0}, {0.5, 15.49}, {1.0, 8.0}}) {
        HandMadeWorld world;
        world.set_understanding(link, link);
        world.offer(world.add_person(), Consent::given);
        CAPTURE(link);
        CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(lead).margin(0.005));
    }
}

TEST_CASE("chain: without consent the link is 0 in booking, arrival and drop-out") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.effect.arrival = 2.0 * test::surely; // keeps every appointment of a full link
    HandMadeWorld world{plan};
    world.set_understanding(1.0, 1.0);
    const auto with = world.add_person();
    const auto without = world.add_person();
    world.offer(with, Consent::given);
    CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(8.0));
    CHECK(hours_of(world, Task::handover) == Approx(0.5));
    world.forget_facts();
    world.offer(without, Consent::refused);
    CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(30.0));
    CHECK(static_cast<Route>(world.facts(FactKind::booked).front().detail) ==
          Route::referral_without_consent);
    CHECK(hours_of(world, Task::handover) == 0.0);
    world.forget_facts();
    world.run_days(31.0);
    const auto due = world.facts(FactKind::appointment_due);
    REQUIRE(due.size() == 2);
    // The link of the appointment: decayed for 8 days with consent, nothing without.
    CHECK(static_cast<double>(due[0].amount) == Approx(1e6 * std::exp2(-8.0 / 365.0)).margin(1.0));
    CHECK(due[1].amount == 0);
    CHECK(world.count(FactKind::first_contact) == 1);
    CHECK(world.count(FactKind::not_kept) == 1);
    const auto episode = world.with_centre(with).episode;
    REQUIRE(episode.has_value());
    CHECK(world.world().episodes[episode.value()].handover == world.office_centre());
}

TEST_CASE("chain: an episode after an offer without consent is no handover's") {
    HandMadeWorld world;
    const auto person = world.add_person();
    world.offer(person, Consent::refused);
    world.run_days(31.0);
    const auto episode = world.with_centre(person).episode;
    REQUIRE(episode.has_value());
    CHECK_FALSE(world.world().episodes[episode.value()].handover.has_value());
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
    CHECK(hours_of(world, Task::first_appointment) == Approx(4.0));
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

TEST_CASE("chain: without a second visit there was a first contact but no care") {
    WorldPlan plan;
    plan.parameters.episodes.counselling.second_visit = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.offer(person, Consent::given);
    world.run_days(31.0);
    CHECK(world.count(FactKind::first_contact) == 1);
    CHECK(world.count(FactKind::second_visit) == 0);
    CHECK(world.count(FactKind::episode_opened) == 0);
    const auto lost = world.facts(FactKind::referral_lost);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Loss>(lost[0].detail) == Loss::second_visit);
    CHECK(world.with_centre(person).met == Acquaintance::Met::met);
    CHECK_FALSE(may_refer_now(world, person));
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
    CHECK_FALSE(world.with_centre(person).referral);
    CHECK_FALSE(may_refer_now(world, person));
    world.run_days(200.0);
    CHECK(hours_of(world, Task::first_appointment) == 0.0);
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

TEST_CASE("chain: readiness acts as it was at acceptance") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = 0.0;
    plan.parameters.referral.arrive_readiness = 1e4;
    plan.parameters.referral.arrive_slow = 0.0;
    HandMadeWorld world{plan};
    const auto ready = world.add_person({.readiness = 0.5});
    const auto unready = world.add_person({.readiness = 0.3});
    world.offer(ready, Consent::given);
    world.offer(unready, Consent::given);
    world.world().clients[ready].readiness.value = 0.0;
    world.world().clients[unready].readiness.value = 1.0;
    world.run_days(31.0);
    const auto kept = world.facts(FactKind::first_contact);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].client == OptionalId<ClientTag>{ready});
}

TEST_CASE("chain: nobody is referred while a referral or an episode with the agency is open") {
    HandMadeWorld world;
    const auto person = world.add_person();
    CHECK(may_refer_now(world, person));
    world.offer(person, Consent::given);
    CHECK_FALSE(may_refer_now(world, person));
    world.run_days(31.0);
    CHECK_FALSE(may_refer_now(world, person));
}

TEST_CASE("chain: who comes by himself meets the cold lead and no link, however good it is") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.effect.arrival = 2.0 * test::surely;
    HandMadeWorld world{plan};
    world.set_understanding(1.0, 1.0);
    const auto person = world.add_person();
    world.act([&](Views& views) { book_directly(views.care, person, test::centre, Route::self); });
    CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(30.0));
    world.run_days(31.0);
    CHECK(world.count(FactKind::not_kept) == 1);
    CHECK(world.count(FactKind::appointment_due) == 0);
}

TEST_CASE("chain: the centre's other clients are counted clients: they come to the first "
          "appointment") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_background(ClientKind::background_person);
    const auto family = world.add_background(ClientKind::background_family);
    world.act([&](Views& views) {
        book_directly(views.care, person, test::centre, Route::background_person);
        book_directly(views.care, family, test::centre, Route::background_family);
    });
    world.run_days(31.0);
    CHECK(world.count(FactKind::first_contact) == 2);
    const auto service = [&](ClientId client) {
        return world.world().episodes[world.with_centre(client).episode.value()].service;
    };
    CHECK(service(person) == Service::counselling);
    CHECK(service(family) == Service::family_counselling);
}

TEST_CASE("chain: an appointment without a referral is a broken contract") {
    HandMadeWorld world;
    const auto person = world.add_person();
    CHECK_THROWS_AS(
        world.act([&](Views& views) { keep_appointment(views.care, person, test::centre); }),
        ContractViolation);
}
