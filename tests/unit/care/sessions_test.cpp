#include "engine/care/sessions.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::open;
using test::row_of;
using test::WorldPlan;

namespace {

constexpr double session_hours = 1.5;

WorldPlan going_on() {
    WorldPlan plan;
    plan.parameters.episodes.review_goes_on = 1.0;
    return plan;
}

void hold(HandMadeWorld& world, Service service, GroupDate date, AgencyId agency = test::centre) {
    world.act([&](Views& views) { hold_group_session(views.care, agency, service, date); });
}

// Nobody arrives: the world's regular events are contacts and groups alone.
WorldPlan without_arrivals() {
    auto plan = going_on();
    plan.parameters.intake.volume = 0.0;
    plan.parameters.intake.background_persons_per_year = 0.0;
    plan.parameters.intake.background_families_per_year = 0.0;
    plan.parameters.intake.background_outpatients_per_year = 0.0;
    plan.parameters.intake.background_residents_per_year = 0.0;
    return plan;
}

} // namespace

TEST_CASE("care: sessions follow each other at the service's interval and cost their hours") {
    HandMadeWorld world;
    open(world, world.add_person());
    world.run_days(4 * 28.0 + 1.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(test::day_of(sessions[i]) == Approx(28.0 * static_cast<double>(i + 1)));
        CHECK(sessions[i].amount == static_cast<std::int64_t>(i));
    }
    CHECK(test::hours_of(world) == Approx(4 * session_hours));
    CHECK(test::hours_of(world, Task::counselling_session) == Approx(4 * session_hours));
}

TEST_CASE("care: sessions of every individual service are spent on its own task") {
    HandMadeWorld world;
    open(world, world.add_person(), Service::outpatient, test::hospital);
    open(world, world.add_background(ClientKind::background_family), Service::family_counselling);
    world.run_days(29.0);
    CHECK(test::hours_of(world, Task::outpatient_session) == Approx(2 * session_hours));
    CHECK(test::hours_of(world, Task::family_session) == Approx(session_hours));
}

TEST_CASE("care: jitter keeps every interval within a tenth of the stated one") {
    auto plan = going_on();
    plan.parameters.episodes.jitter = 0.10;
    HandMadeWorld world{plan};
    open(world, world.add_person({.end_day = 4000.0}));
    world.run_days(2500.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() > 80);
    double shortest = 1e9;
    double longest = 0.0;
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        const double gap = days_between(sessions[i - 1].at, sessions[i].at);
        shortest = std::min(shortest, gap);
        longest = std::max(longest, gap);
    }
    CHECK(shortest >= 25.2 - test::second_in_days);
    CHECK(shortest < 26.0);
    CHECK(longest <= 30.8 + test::second_in_days);
    CHECK(longest > 30.0);
}

TEST_CASE("care: an attended session makes staff familiar and the person readier") {
    HandMadeWorld world;
    const auto person = world.add_person({.readiness = 0.4});
    world.act([&](Views& views) { attend(views.care, person, test::centre); });
    CHECK(world.with_centre(person).met == Acquaintance::Met::met);
    CHECK(world.with_centre(person).familiarity.value == Approx(0.30));
    CHECK(world.world().clients[person].readiness.value == Approx(0.4 + 0.02 * 0.6));
}

TEST_CASE("care: an attended session leaves no mark on background clients") {
    HandMadeWorld world;
    for (const auto kind : {ClientKind::background_person, ClientKind::background_family}) {
        const auto client = world.add_background(kind);
        world.act([&](Views& views) { attend(views.care, client, test::centre); });
        CHECK_FALSE(world.world().acquaintances.find(client, test::centre).has_value());
    }
}

TEST_CASE("care: a missed session leaves no mark") {
    auto plan = going_on();
    row_of(plan.parameters, Service::counselling).attendance = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.readiness = 0.4});
    open(world, person);
    world.run_days(29.0);
    CHECK(world.count(FactKind::session_missed) == 1);
    CHECK(world.with_centre(person).met == Acquaintance::Met::never);
    CHECK(world.with_centre(person).familiarity.value == 0.0);
    CHECK(world.world().clients[person].readiness.value == Approx(0.4));
    // Booked hours are spent whether or not anybody comes.
    CHECK(test::hours_of(world) == Approx(session_hours));
}

TEST_CASE("care: nobody leaves a bed for a session, which is missed") {
    HandMadeWorld world;
    const auto person = world.add_person();
    open(world, person);
    world.world().clients[person].residence = Residence::hospital;
    world.run_days(29.0);
    CHECK(world.count(FactKind::session_missed) == 1);
    world.world().clients[person].residence = Residence::family_home;
    world.run_days(28.0);
    CHECK(world.count(FactKind::session_attended) == 1);
}

TEST_CASE("care: a session may slip to the next Monday within a week - the one after keeps its "
          "date") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, session_hours);
    HandMadeWorld world{plan};
    const auto due = world.now() + std::chrono::days{28}; // Wednesday 29 April
    world.world().ledger.book(test::centre, due, std::chrono::minutes{90}, due);
    open(world, world.add_person());
    world.run_days(57.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 2);
    CHECK(test::day_of(sessions[0]) == Approx(33.0));
    CHECK(test::day_of(sessions[1]) == Approx(56.0));
    CHECK(world.count(FactKind::session_not_offered) == 0);
}

TEST_CASE("care: a session that finds no hours within a week is not offered, counted and costs "
          "nothing") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, session_hours);
    HandMadeWorld world{plan};
    const auto due = world.now() + std::chrono::days{28};
    for (const int weeks : {0, 1}) {
        const auto full = due + std::chrono::weeks{weeks};
        world.world().ledger.book(test::centre, full, std::chrono::minutes{90}, full);
    }
    open(world, world.add_person());
    world.run_days(57.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::session_not_offered)) == Approx(28.0));
    CHECK(test::day_of(test::the_fact(world, FactKind::session_attended)) == Approx(56.0));
    CHECK(test::hours_of(world) == Approx(session_hours));
}

TEST_CASE("care: a group that meets is attended by every member, each with a number of his own") {
    HandMadeWorld world{going_on()};
    const auto early = world.add_person();
    const auto late = world.add_person();
    open(world, early, Service::programme);
    hold(world, Service::programme, GroupDate::held);
    open(world, late, Service::programme);
    hold(world, Service::programme, GroupDate::held);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 3);
    CHECK(sessions[1].client == OptionalId<ClientTag>{early});
    CHECK(sessions[1].amount == 1);
    CHECK(sessions[2].client == OptionalId<ClientTag>{late});
    CHECK(sessions[2].amount == 0);
    // Two sessions beside each other with the same staff: k = 1 - 0.7^2.
    CHECK(world.with_centre(early).familiarity.value == Approx(1.0 - 0.7 * 0.7));
    CHECK(world.with_centre(late).familiarity.value == Approx(0.3));
    // The group's hours are its calendar's, not its members'.
    CHECK(test::hours_of(world) == 0.0);
}

TEST_CASE("care: a cancelled group is offered to nobody, and its date counts to the course") {
    auto plan = going_on();
    plan.parameters.episodes.programme_sessions = 2.0;
    plan.parameters.episodes.aftercare = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open(world, person, Service::programme);
    hold(world, Service::programme, GroupDate::cancelled);
    CHECK(world.count(FactKind::session_not_offered) == 1);
    CHECK(world.count(FactKind::session_attended) == 0);
    CHECK(world.with_centre(person).met == Acquaintance::Met::never);
    hold(world, Service::programme, GroupDate::held);
    CHECK(world.count(FactKind::session_attended) == 1);
    CHECK(test::end_of(test::the_fact(world, FactKind::episode_ended)) == EpisodeEnd::completed);
}

TEST_CASE("care: a group meets on its calendar, all members on one day, and costs its staff") {
    HandMadeWorld world{without_arrivals()};
    world.start_events();
    open(world, world.add_person({.end_day = 1000.0}), Service::programme);
    open(world, world.add_person({.end_day = 1000.0}), Service::programme);
    world.run_days(29.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() >= 8);
    for (std::size_t i = 0; i + 1 < sessions.size(); i += 2) {
        CHECK(sessions[i].at == sessions[i + 1].at);
    }
    CHECK(days_between(sessions[0].at, sessions[2].at) == Approx(7.0).margin(test::second_in_days));
    double per_date = 0.0;
    for (const auto& work : world.facts(FactKind::work_done)) {
        if (work.agency == OptionalId<AgencyTag>{test::centre} &&
            work.detail == static_cast<std::uint8_t>(Task::group_session) &&
            work.at == sessions[0].at) {
            per_date += static_cast<double>(work.amount) / 3600.0;
        }
    }
    CHECK(per_date == Approx(2 * 2.5)); // two of staff, 2.5 hours each
}

TEST_CASE("care: a group's date reserves the hours of its staff, and without them it is cancelled, "
          "counted and offered to nobody") {
    constexpr double programme_hours = 2 * 2.5; // every week
    constexpr double class_hours = 2 * 3.0;     // every 30 days
    constexpr double days = 90.0;
    struct Case {
        double weekly_hours;
        bool programme_meets;
    };
    for (const auto& [weekly_hours, programme_meets] :
         {Case{class_hours - 0.1, true}, Case{programme_hours - 0.1, false}}) {
        auto plan = without_arrivals();
        test::set_weekly_hours(plan.region, test::centre, weekly_hours);
        HandMadeWorld world{plan};
        world.start_events();
        open(world, world.add_person({.end_day = 1000.0}), Service::programme);
        open(world, world.add_background(ClientKind::background_family), Service::family_class);
        const auto full_week = world.now() + std::chrono::weeks{3};
        CAPTURE(weekly_hours);
        CHECK(days_of(world.world().ledger.reserved(test::centre, full_week)) * 24.0 ==
              Approx(programme_meets ? programme_hours : 0.0));
        world.run_days(days);
        // Each date of each group is told to the one member whom it has.
        const auto count = [&](FactKind kind, Service service) {
            const auto told = world.facts(kind);
            return std::count_if(told.begin(), told.end(), [&](const Fact& fact) {
                return fact.detail == static_cast<std::uint8_t>(service);
            });
        };
        const auto held = count(FactKind::session_attended, Service::programme);
        const auto lost = count(FactKind::session_not_offered, Service::programme);
        CHECK(count(FactKind::session_attended, Service::family_class) == 0);
        CHECK(count(FactKind::session_not_offered, Service::family_class) == 3);
        CHECK(held + lost >= 12);
        CHECK(held + lost <= 13);
        CHECK((programme_meets ? lost : held) == 0);
        CHECK(world.count(FactKind::contact_cancelled) == static_cast<std::size_t>(lost + 3));
        double hours = 0.0;
        for (const auto& work : world.facts(FactKind::work_done)) {
            hours += work.agency == OptionalId<AgencyTag>{test::centre}
                         ? static_cast<double>(work.amount) / 3600.0
                         : 0.0;
        }
        CHECK(hours == Approx(programme_hours * static_cast<double>(held)));
    }
}
