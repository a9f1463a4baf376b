#include "engine/care/appointment.hpp"
#include "engine/care/referral_chain.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <cmath>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::may_refer_now;
using test::wait_days;
using test::WorldPlan;

namespace {

std::vector<FactKind> kinds(const HandMadeWorld& world) {
    std::vector<FactKind> told;
    for (const auto& fact : world.facts()) {
        told.push_back(fact.kind);
    }
    return told;
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
    CHECK(world.episode_of(person, Service::counselling).has_value());
    CHECK_FALSE(world.with_centre(person).referral.has_value());
}

TEST_CASE("chain: a handover costs the sender half an hour and the receiver the appointment") {
    HandMadeWorld world;
    world.offer(world.add_person(), Consent::given);
    world.run_days(31.0);
    CHECK(test::hours_of(world, Task::handover) == Approx(0.5));
    CHECK(test::hours_of(world, Task::first_appointment) == Approx(2.0));
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
    CHECK(test::hours_of(world, Task::handover) == Approx(0.5));
    world.forget_facts();
    world.offer(without, Consent::refused);
    CHECK(wait_days(world.facts(FactKind::booked).front()) == Approx(30.0));
    CHECK(static_cast<Route>(world.facts(FactKind::booked).front().detail) ==
          Route::referral_without_consent);
    CHECK(test::hours_of(world, Task::handover) == 0.0);
    world.forget_facts();
    world.run_days(31.0);
    const auto due = world.facts(FactKind::appointment_due);
    REQUIRE(due.size() == 2);
    // The link of the appointment: decayed for 8 days with consent, nothing without.
    CHECK(static_cast<double>(due[0].amount) == Approx(1e6 * std::exp2(-8.0 / 365.0)).margin(1.0));
    CHECK(due[1].amount == 0);
    CHECK(world.count(FactKind::first_contact) == 1);
    CHECK(world.count(FactKind::not_kept) == 1);
    const auto episode = world.episode_of(with, Service::counselling);
    REQUIRE(episode.has_value());
    CHECK(world.world().episodes[episode.value()].handover == world.office_centre());
}

TEST_CASE("chain: an episode after an offer without consent is no handover's") {
    HandMadeWorld world;
    const auto person = world.add_person();
    world.offer(person, Consent::refused);
    world.run_days(31.0);
    const auto episode = world.episode_of(person, Service::counselling);
    REQUIRE(episode.has_value());
    CHECK_FALSE(world.world().episodes[episode.value()].handover.has_value());
}

TEST_CASE("chain: without a second visit there was a first contact but no care") {
    WorldPlan plan;
    test::row_of(plan.parameters, Service::counselling).second_visit = 0.0;
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

TEST_CASE("chain: care of one service leaves the way to another of the same agency open") {
    HandMadeWorld world;
    const auto person = world.add_person();
    test::open(world, person);
    bool programme = false;
    world.act([&](Views& views) {
        programme = may_refer(views.care, person, test::centre, Service::programme);
    });
    CHECK(programme);
    CHECK_FALSE(may_refer_now(world, person));
}

TEST_CASE("chain: resistance acts on offers of a hospital and on no other") {
    WorldPlan plan;
    plan.parameters.referral.accept_resistance = 2.0 * test::surely;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.world().clients[person].resistance = 1.0;
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::offer_accepted) == 1);
    const auto offer_outpatient = [&](double factor) {
        world.act([&](Views& views) {
            receive_offer(views.care,
                          {.client = person,
                           .sender = test::centre,
                           .receiver = test::hospital,
                           .service = Service::outpatient,
                           .consent = Consent::given,
                           .resistance = factor});
        });
    };
    offer_outpatient(1.0);
    CHECK(world.count(FactKind::offer_refused) == 1);
    // A label may take the resistance away.
    offer_outpatient(0.0);
    CHECK(world.count(FactKind::offer_accepted) == 2);
}

TEST_CASE("chain: an engaged family that understands makes its person accept") {
    WorldPlan plan;
    plan.parameters.referral.accept_base = test::never;
    plan.parameters.referral.accept_family = 400.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    const auto family = world.add_family(person);
    world.world().clients.family(family) = FamilyLife{.hazards = {},
                                                      .start_understanding = 0.75,
                                                      .understanding = 0.75,
                                                      .understanding_at = world.now()};
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::offer_refused) == 1); // the family is in no care
    test::open(world, family, Service::family_counselling);
    world.offer(person, Consent::given);
    CHECK(world.count(FactKind::offer_accepted) == 1);
}

TEST_CASE("chain: a family takes an offer up in a crisis of its person of the last 30 days") {
    WorldPlan plan;
    plan.parameters.referral.family_accept_base = test::never;
    plan.parameters.referral.family_accept_crisis = 2.0 * test::surely;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    const auto family = world.add_family(person);
    world.offer(family, Consent::given);
    CHECK(world.count(FactKind::offer_refused) == 1);
    world.world().clients.life(person).last_crisis = world.now();
    world.run_days(31.0);
    world.offer(family, Consent::given);
    CHECK(world.count(FactKind::offer_refused) == 2);
    world.world().clients.life(person).last_crisis = world.now();
    world.run_days(29.0);
    world.offer(family, Consent::given);
    CHECK(world.count(FactKind::offer_accepted) == 1);
}

TEST_CASE("chain: who comes by himself meets the cold lead and no link, however good it is") {
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.effect.arrival = 2.0 * test::surely;
    HandMadeWorld world{plan};
    world.set_understanding(1.0, 1.0);
    const auto person = world.add_person();
    world.act([&](Views& views) {
        book_directly(views.care,
                      {.client = person,
                       .receiver = test::centre,
                       .service = Service::counselling,
                       .route = Route::self});
    });
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
        book_directly(views.care,
                      {.client = person,
                       .receiver = test::centre,
                       .service = Service::counselling,
                       .route = Route::background_person});
        book_directly(views.care,
                      {.client = family,
                       .receiver = test::centre,
                       .service = Service::family_counselling,
                       .route = Route::background_family});
    });
    world.run_days(31.0);
    CHECK(world.count(FactKind::first_contact) == 2);
    CHECK(world.episode_of(person, Service::counselling).has_value());
    CHECK(world.episode_of(family, Service::family_counselling).has_value());
}

TEST_CASE("chain: an appointment without a referral is a broken contract") {
    HandMadeWorld world;
    CHECK_THROWS_AS(world.act([&](Views& views) { keep_appointment(views.care, ReferralId{0}); }),
                    ContractViolation);
}
