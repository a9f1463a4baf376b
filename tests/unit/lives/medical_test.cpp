#include "engine/lives/medical.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan consultations() {
    WorldPlan plan;
    plan.parameters.medical.consultation_per_month = 0.02;
    plan.parameters.relations.half_life_days = 1e9;
    return plan;
}

ClientId in_need(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 3000.0});
    world.world().clients[person].traits.medical = true;
    return person;
}

// Links, then the person, as they are now.
void refresh(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) {
        refresh_consultations(views.lives);
        refresh_consultation(views.lives, person);
    });
}

double per_month(HandMadeWorld& world, ClientId person) {
    refresh(world, person);
    return test::consultations_per_month(world, person);
}

AgencyId add_general(Region& region) {
    return test::add_provider(
        region,
        "general hospitals",
        AgencyType::psychiatric_hospital,
        {{.service = Service::outpatient, .places = {}, .slots_per_month = {}, .share = 1.0},
         {.service = Service::bed, .places = {}, .slots_per_month = {}, .share = 1.0}});
}

void seek(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { seek_consultation(views.lives, person); });
}

} // namespace

TEST_CASE("consultation: at most one a week, however strong the effect of the link") {
    auto plan = consultations();
    plan.parameters.referral.accept_base = test::never;
    plan.parameters.medical.consultation_warm = 4.0;
    plan.effect.offers = 15.0;
    HandMadeWorld world{plan};
    const auto person = in_need(world);
    test::set_link(world, test::centre, test::hospital, 1.0);
    CHECK(per_month(world, person) == Approx(365.25 / 7.0 / 12.0));
}

TEST_CASE("consultation: 2 % a month, 2.5 times that at full link, where the need is seen, and "
          "thrice in a crisis") {
    auto plan = consultations();
    plan.parameters.referral.accept_base = test::never;
    HandMadeWorld world{plan};
    const auto person = in_need(world);
    CHECK(per_month(world, person) == Approx(0.02));
    test::set_link(world, test::centre, test::hospital, 1.0);
    CHECK(per_month(world, person) == Approx(0.02 * 2.5));
    test::set_link(world, test::centre, test::hospital, 0.5);
    CHECK(per_month(world, person) == Approx(0.02 * std::sqrt(2.5)));
    test::set_link(world, test::centre, test::hospital, 0.0);
    world.world().clients[person].traits.medical_seen = true;
    CHECK(per_month(world, person) == Approx(0.02 * 2.5));
    world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
    CHECK(per_month(world, person) == Approx(0.02 * 2.5 * 3.0));
    // The bump of 0.35 is below 0.1 from 14 ln 3.5 = 17.5 days on, on the grid from day 14.
    world.run_days(21.5);
    CHECK(per_month(world, person) == Approx(0.02 * 2.5));
}

TEST_CASE("consultation: nobody without a need, in prison, in hospital care or on the way there "
          "seeks one") {
    HandMadeWorld world{consultations()};
    CHECK(per_month(world, world.add_person()) == 0.0);
    const auto inside = in_need(world);
    world.world().clients[inside].liberty = Liberty::custody;
    CHECK(per_month(world, inside) == 0.0);
    const auto outpatient = in_need(world);
    test::open_service(world, outpatient, test::hospital, Service::outpatient);
    CHECK(per_month(world, outpatient) == 0.0);
    const auto elsewhere = in_need(world);
    test::open_service(world, elsewhere, test::centre, Service::counselling);
    CHECK(per_month(world, elsewhere) == Approx(0.02));
    const auto coming = in_need(world);
    seek(world, coming);
    CHECK(per_month(world, coming) == 0.0);
}

TEST_CASE("consultation: the centre offers outpatient care, at the specialist hospital first") {
    auto plan = consultations();
    const auto general = add_general(plan.region);
    HandMadeWorld world{plan};
    const auto person = in_need(world);
    seek(world, person);
    const auto offered = test::the_fact(world, FactKind::offered);
    CHECK(offered.agency == OptionalId<AgencyTag>{test::hospital});
    CHECK(offered.other == OptionalId<AgencyTag>{test::centre});
    CHECK(test::hours_spent(world, test::centre, Task::handover) == Approx(0.5));
    CHECK(test::the_fact(world, FactKind::booked).agency == OptionalId<AgencyTag>{test::hospital});
    const auto refused = in_need(world);
    world.with(refused, test::hospital).refractory_until = world.now() + one_day;
    world.forget_facts();
    seek(world, refused);
    CHECK(test::the_fact(world, FactKind::offered).agency == OptionalId<AgencyTag>{general});
}

TEST_CASE("consultation: without a slot of the specialist in the month of the lead it goes to a "
          "general hospital that has one, and where none has, the specialist's is waited for") {
    for (const double general_slots : {1.0, 0.0}) {
        auto plan = consultations();
        const auto general = add_general(plan.region);
        plan.region.agencies[general].services.front().slots_per_month = general_slots;
        for (auto& offered : plan.region.agencies[test::hospital].services) {
            if (offered.service == Service::outpatient) {
                offered.slots_per_month = 1.0;
            }
        }
        HandMadeWorld world{plan};
        seek(world, in_need(world)); // takes the specialist's slot of May
        CHECK(test::the_fact(world, FactKind::booked).agency ==
              OptionalId<AgencyTag>{test::hospital});
        world.forget_facts();
        seek(world, in_need(world));
        CAPTURE(general_slots);
        CHECK(test::the_fact(world, FactKind::booked).agency ==
              OptionalId<AgencyTag>{general_slots > 0.0 ? general : test::hospital});
        CHECK(world.count(FactKind::slot_waited) == (general_slots > 0.0 ? 0 : 1));
    }
}

TEST_CASE("consultation: its clock brings one, and starts again only when hospital care is over") {
    auto plan = consultations();
    plan.parameters.medical.consultation_per_month = 1e6;
    HandMadeWorld world{plan};
    const auto person = in_need(world);
    refresh(world, person);
    world.run_days(200.0);
    CHECK(world.count(FactKind::consultation_sought) == 1);
    CHECK(world.episode_of(person, Service::outpatient).has_value());
}

TEST_CASE("t4.01: an accepted offer of the centre adds the hospital for those whose medical need "
          "is seen") {
    HandMadeWorld world{consultations()};
    const auto offers_to_hospital = [&](ClientId person) {
        world.forget_facts();
        world.offer(person, Consent::given);
        std::size_t count = 0;
        for (const auto& fact : world.facts(FactKind::offered)) {
            count += fact.agency == OptionalId<AgencyTag>{test::hospital} ? 1U : 0U;
        }
        return count;
    };
    const auto seen = in_need(world);
    world.world().clients[seen].traits.medical_seen = true;
    CHECK(offers_to_hospital(seen) == 1);
    CHECK(offers_to_hospital(in_need(world)) == 0);
    const auto patient = in_need(world);
    world.world().clients[patient].traits.medical_seen = true;
    test::open_service(world, patient, test::hospital, Service::outpatient);
    CHECK(offers_to_hospital(patient) == 0);
    CHECK(offers_to_hospital(world.add_family(world.add_person())) == 0);
}
