#include "engine/care/appointment.hpp"
#include "engine/care/referral_chain.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <chrono>

using namespace tsunagi;
using test::HandMadeWorld;
using test::row_of;
using test::WorldPlan;

namespace {

void book(HandMadeWorld& world,
          ClientId client,
          Service service,
          AgencyId agency = test::centre,
          Route route = Route::self) {
    world.act([&](Views& views) {
        book_directly(views.care,
                      {.client = client, .receiver = agency, .service = service, .route = route});
    });
}

SecondVisit come(HandMadeWorld& world, ClientId client, Service service, AgencyId agency) {
    SecondVisit second{};
    world.act(
        [&](Views& views) { second = come_unannounced(views.care, client, agency, service); });
    return second;
}

void void_all(HandMadeWorld& world, ClientId client) {
    world.act([&](Views& views) { void_referrals(views.care, client); });
}

WorldPlan with_hospital_slots(double per_month) {
    WorldPlan plan;
    test::offer_of(plan.region, test::hospital, Service::outpatient).slots_per_month = per_month;
    return plan;
}

constexpr Duration appointment_hours = std::chrono::hours{2};

} // namespace

TEST_CASE("appointment: a month without a slot makes the booking wait for the first of the next") {
    HandMadeWorld world{with_hospital_slots(1.0)};
    // 45 days after Wednesday 1 April 2020 it is Saturday 16 May.
    for (int i = 0; i < 3; ++i) {
        book(world, world.add_person(), Service::outpatient, test::hospital);
    }
    const auto booked = world.facts(FactKind::booked);
    REQUIRE(booked.size() == 3);
    const auto wait = [&](std::size_t row) { return days_of(Duration{booked[row].amount}); };
    CHECK(wait(0) == Approx(45.0));
    CHECK(wait(1) == Approx(61.0)); // 1 June
    CHECK(wait(2) == Approx(91.0)); // 1 July
    CHECK(world.count(FactKind::slot_waited) == 2);
    const auto& slots = world.world().units.of(test::hospital, Service::outpatient).slots;
    CHECK(slots.booked(world.now() + std::chrono::days{45}) == 1);
    CHECK(slots.booked(world.now() + std::chrono::days{61}) == 1);
    CHECK(slots.booked(world.now() + std::chrono::days{91}) == 1);
}

TEST_CASE("appointment: without a slot within 180 days of the wish it is refused") {
    HandMadeWorld world{with_hospital_slots(0.0)};
    const auto person = world.add_person();
    book(world, person, Service::outpatient, test::hospital);
    CHECK(world.count(FactKind::booked) == 0);
    CHECK(world.count(FactKind::no_hours_found) == 1);
    CHECK(static_cast<Loss>(test::the_fact(world, FactKind::referral_lost).detail) ==
          Loss::no_hours);
    CHECK_FALSE(world.with(person, test::hospital).referral.has_value());
}

TEST_CASE("appointment: a slot that finds no hours is free again") {
    auto plan = with_hospital_slots(1.0);
    test::set_weekly_hours(plan.region, test::hospital, 1.9);
    HandMadeWorld world{plan};
    book(world, world.add_person(), Service::outpatient, test::hospital);
    CHECK(world.count(FactKind::no_hours_found) == 1);
    const auto& slots = world.world().units.of(test::hospital, Service::outpatient).slots;
    CHECK(slots.booked(world.now() + std::chrono::days{45}) == 0);
}

TEST_CASE("appointment: other services of the agency ask for no slot") {
    HandMadeWorld world{with_hospital_slots(0.0)};
    book(world, world.add_person(), Service::counselling);
    CHECK(world.count(FactKind::booked) == 1);
    CHECK(world.count(FactKind::slot_waited) == 0);
}

TEST_CASE("appointment: of a void referral the booked hours are spent and nothing else happens") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, 10.0);
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    book(world, person, Service::counselling);
    world.run_days(10.0);
    void_all(world, person);
    CHECK(static_cast<Loss>(test::the_fact(world, FactKind::referral_lost).detail) ==
          Loss::person_gone);
    CHECK_FALSE(world.with_centre(person).referral.has_value());
    const auto appointment = world.now() + std::chrono::days{20};
    CHECK(world.world().ledger.booked(test::centre, appointment) == appointment_hours);
    CHECK(world.world().referrals.size() == 1);
    world.run_days(21.0);
    CHECK(test::hours_of(world, Task::first_appointment) == Approx(2.0));
    CHECK(world.count(FactKind::first_contact) == 0);
    CHECK(world.count(FactKind::not_kept) == 0);
    CHECK(world.count(FactKind::referral_lost) == 1);
    CHECK(world.world().referrals.size() == 0);
}

TEST_CASE("appointment: all open referrals of a client become void, nobody else's") {
    HandMadeWorld world;
    const auto gone = world.add_person();
    const auto stays = world.add_person();
    book(world, gone, Service::counselling);
    book(world, gone, Service::outpatient, test::hospital);
    book(world, stays, Service::counselling);
    void_all(world, gone);
    CHECK(world.count(FactKind::referral_lost) == 2);
    CHECK(world.with_centre(stays).referral.has_value());
    world.run_days(31.0);
    const auto met = test::the_fact(world, FactKind::first_contact);
    CHECK(met.client == OptionalId<ClientTag>{stays});
}

TEST_CASE("appointment: a new referral may be open while the hours of a void one still lie ahead") {
    WorldPlan plan;
    plan.parameters.referral.refractory_days = 5.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    book(world, person, Service::counselling); // for day 30
    void_all(world, person);
    world.run_days(10.0);
    book(world, person, Service::counselling); // for day 40
    world.run_days(25.0);
    CHECK(world.count(FactKind::first_contact) == 0);
    CHECK(world.with_centre(person).referral.has_value());
    world.run_days(10.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::first_contact)) == Approx(40.0));
    CHECK(test::hours_of(world, Task::first_appointment) == Approx(4.0));
}

TEST_CASE("appointment: who comes unannounced has met the agency, and is in care if he comes "
          "again") {
    for (const double again : {1.0, 0.0}) {
        WorldPlan plan;
        row_of(plan.parameters, Service::day_programme).second_visit = again;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        const auto second = come(world, person, Service::day_programme, test::facility);
        CAPTURE(again);
        CHECK(second == (again > 0.0 ? SecondVisit::kept : SecondVisit::lost));
        const auto met = test::the_fact(world, FactKind::first_contact);
        CHECK(static_cast<Route>(met.detail) == Route::unannounced);
        CHECK(met.amount == 0);
        CHECK(world.with(person, test::facility).met == Acquaintance::Met::met);
        CHECK(world.episode_of(person, Service::day_programme).has_value() == (again > 0.0));
        // No appointment: no hours, and nothing that could be lost.
        CHECK(test::hours_of(world) == 0.0);
        CHECK(world.count(FactKind::referral_lost) == 0);
    }
}

TEST_CASE("appointment: an outpatient joins the hospital's programme at the second visit, or not") {
    for (const double joins : {1.0, 0.0}) {
        WorldPlan plan;
        plan.parameters.ways_in.hospital_programme = joins;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        book(world, person, Service::outpatient, test::hospital);
        world.run_days(46.0);
        CAPTURE(joins);
        CHECK(world.episode_of(person, Service::outpatient).has_value());
        CHECK(world.episode_of(person, Service::hospital_programme).has_value() == (joins > 0.0));
    }
}

TEST_CASE("appointment: where the last place of a class has gone a family has counselling "
          "instead") {
    WorldPlan plan;
    test::offer_of(plan.region, test::centre, Service::family_class).places = 1.0;
    HandMadeWorld world{plan};
    const auto first = world.add_background(ClientKind::background_family);
    const auto second = world.add_background(ClientKind::background_family);
    for (const auto family : {first, second}) {
        book(world, family, Service::family_class, test::centre, Route::background_family);
    }
    world.run_days(31.0);
    const bool first_is_in = world.episode_of(first, Service::family_class).has_value();
    const auto in = first_is_in ? first : second;
    const auto out = first_is_in ? second : first;
    CHECK(world.episode_of(in, Service::family_class).has_value());
    CHECK_FALSE(world.episode_of(out, Service::family_class).has_value());
    CHECK(world.episode_of(out, Service::family_counselling).has_value());
}

TEST_CASE("appointment: a hospital's own one at discharge is no handover and not among those that "
          "partners' links explain") {
    HandMadeWorld world;
    const auto person = world.add_person();
    world.act([&](Views& views) {
        receive_offer(views.care,
                      {.client = person,
                       .sender = test::hospital,
                       .receiver = test::hospital,
                       .service = Service::outpatient,
                       .consent = Consent::given,
                       .mean_lead_days = 14.0});
    });
    world.run_days(15.0);
    for (const auto kind : {FactKind::booked, FactKind::first_contact}) {
        CHECK(static_cast<Route>(test::the_fact(world, kind).detail) == Route::discharge);
    }
    CHECK(test::day_of(test::the_fact(world, FactKind::first_contact)) == Approx(14.0));
    CHECK(world.count(FactKind::appointment_due) == 0);
    CHECK(test::hours_of(world, Task::handover) == 0.0);
}

TEST_CASE("appointment: an escort brings those who would not have come") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.parameters.referral.arrive_escort = 2.0 * test::surely;
    HandMadeWorld world{plan};
    using Handover = Referral::Handover;
    for (const auto handover : {Handover::ordinary, Handover::escorted}) {
        const auto person = world.add_person();
        world.act([&](Views& views) {
            receive_offer(views.care,
                          {.client = person,
                           .sender = test::office,
                           .receiver = test::centre,
                           .service = Service::counselling,
                           .link = world.office_centre(),
                           .consent = Consent::given,
                           .handover = handover});
        });
        world.run_days(31.0);
        CHECK(world.count(FactKind::first_contact) == (handover == Handover::escorted ? 1 : 0));
    }
}

TEST_CASE("appointment: nobody leaves a bed for it") {
    HandMadeWorld world;
    const auto person = world.add_person();
    book(world, person, Service::counselling);
    world.run_days(29.0);
    world.world().clients[person].residence = Residence::hospital;
    world.run_days(2.0);
    CHECK(world.count(FactKind::not_kept) == 1);
    CHECK(world.count(FactKind::first_contact) == 0);
    CHECK(test::hours_of(world, Task::first_appointment) == Approx(2.0));
}
