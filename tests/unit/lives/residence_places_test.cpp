#include "engine/lives/admission_track.hpp"
#include "engine/lives/beds.hpp"
#include "engine/lives/release.hpp"
#include "engine/lives/residence_places.hpp"
#include "engine/lives/stay.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/admission_tracks.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <array>

using namespace tsunagi;
using test::HandMadeWorld;
using test::open_local_track;
using test::WorldPlan;

namespace {

// One place; agreement on day 7, papers on day 35; nobody leaves by himself.
WorldPlan one_place() {
    WorldPlan plan;
    test::set_places(plan.region, test::facility, Service::residence, 1.0);
    plan.parameters.admission.base = test::surely;
    plan.parameters.admission.loss_per_day = 0.0;
    plan.parameters.admission.contacts_per_month = 0.0;
    plan.parameters.residence.early_scale_days = 1e9;
    plan.parameters.residence.late_scale_days = 1e9;
    return plan;
}

ClientId add_resident(HandMadeWorld& world) {
    const auto resident = world.add_background(ClientKind::background_person);
    world.act([&](Views& views) { enter_background_residence(views.lives, resident); });
    return resident;
}

void free_place(HandMadeWorld& world, ClientId resident) {
    test::end_service(
        world, world.episode_of(resident, Service::residence).value(), EpisodeEnd::drop_out);
}

bool is_in(HandMadeWorld& world, ClientId client) {
    return world.episode_of(client, Service::residence).has_value();
}

} // namespace

TEST_CASE("residential places: who finds none waits, without patience, and gets the next one") {
    HandMadeWorld world{one_place()};
    const auto resident = add_resident(world);
    const auto person = world.add_person({.end_day = 3000.0});
    open_local_track(world, person, AdmissionRoute::failed_programme);
    world.run_days(1000.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::list_joined)) == 35.0);
    CHECK(!is_in(world, person));
    free_place(world, resident);
    CHECK(is_in(world, person));
    CHECK(test::the_fact(world, FactKind::list_left).detail ==
          static_cast<std::uint8_t>(ListExit::admitted));
    const auto closed = test::the_fact(world, FactKind::track_closed);
    CHECK(closed.detail == static_cast<std::uint8_t>(TrackEnd::entered));
    CHECK(test::day_of(closed) == 1000.0);
}

TEST_CASE("residential places: discharged patients first, then those whom staff stand behind, "
          "then those who come alone") {
    HandMadeWorld world{one_place()};
    auto before = add_resident(world);
    const auto alone = world.add_person({.end_day = 1.0});
    world.world().clients[alone].supervision = Supervision::none;
    open_local_track(world, alone, AdmissionRoute::own_wish);
    world.run_days(1.0);
    const auto member = world.add_person({.end_day = 3000.0});
    open_local_track(world, member, AdmissionRoute::failed_programme);
    world.run_days(1.0);
    const auto patient = world.add_person({.end_day = 3000.0});
    open_local_track(world, patient, AdmissionRoute::hospital);
    world.run_days(100.0);
    for (const auto next : {patient, member, alone}) {
        CHECK(!is_in(world, next));
        free_place(world, before);
        CHECK(is_in(world, next));
        before = next;
    }
}

TEST_CASE("residential places: who has been arrested or in danger of late comes first, too") {
    auto plan = one_place();
    plan.parameters.referral.family_crisis_days = 130.0; // longer than the papers take
    HandMadeWorld world{plan};
    auto before = add_resident(world);
    const auto long_ago = world.add_person({.end_day = 3000.0});
    const auto of_late = world.add_person({.end_day = 3000.0});
    world.world().clients.life(long_ago).last_crisis = world.now() - 131 * one_day;
    world.world().clients.life(of_late).last_crisis = world.now();
    open_local_track(world, long_ago, AdmissionRoute::failed_programme);
    world.run_days(1.0);
    open_local_track(world, of_late, AdmissionRoute::failed_programme);
    world.run_days(100.0);
    for (const auto next : {of_late, long_ago}) {
        CHECK(!is_in(world, next));
        free_place(world, before);
        CHECK(is_in(world, next));
        before = next;
    }
}

TEST_CASE("residential places: a facility out of the area is asked once, only where the place at "
          "hand is taken") {
    auto plan = one_place();
    const auto far = test::add_provider(
        plan.region,
        "far facility",
        AgencyType::out_of_prefecture_recovery_facility,
        {{.service = Service::residence, .places = {}, .slots_per_month = {}, .share = 1.0}});
    const auto person_of = [](HandMadeWorld& world) {
        const auto person = world.add_person({.end_day = 3000.0});
        open_local_track(world, person, AdmissionRoute::failed_programme);
        return person;
    };
    SECTION("a place at hand") {
        plan.parameters.admission.far_acceptance = 1.0;
        HandMadeWorld world{plan};
        const auto person = person_of(world);
        world.run_days(100.0);
        CHECK(
            world.world().episodes.open_at(person, test::facility, Service::residence).has_value());
    }
    SECTION("taken there, after two days on the way") {
        plan.parameters.admission.far_acceptance = 1.0;
        HandMadeWorld world{plan};
        add_resident(world);
        const auto person = person_of(world);
        world.run_days(100.0);
        CHECK(world.world().episodes.open_at(person, far, Service::residence).has_value());
        const auto closed = test::the_fact(world, FactKind::track_closed);
        CHECK(test::day_of(closed) == 37.0);
        CHECK(closed.agency == OptionalId<AgencyTag>{far});
        CHECK(world.count(FactKind::list_joined) == 0);
    }
    SECTION("refused there") {
        plan.parameters.admission.far_acceptance = 0.0;
        HandMadeWorld world{plan};
        add_resident(world);
        const auto person = person_of(world);
        world.run_days(100.0);
        CHECK(!is_in(world, person));
        CHECK(world.count(FactKind::list_joined) == 1);
    }
}

TEST_CASE("residential places: from prison the entry is on the day of release") {
    HandMadeWorld world{one_place()};
    const auto person = world.add_person({.release_day = 180.0, .end_day = 300.0});
    open_local_track(world, person, AdmissionRoute::prison);
    world.run_days(180.0);
    CHECK(world.count(FactKind::track_agreed) == 1);
    CHECK(!is_in(world, person));
    CHECK(world.count(FactKind::list_joined) == 0);
    world.act([&](Views& views) { let_out(views.lives, person); });
    CHECK(is_in(world, person));
    CHECK(world.world().clients[person].residence == Residence::recovery_facility);
}

TEST_CASE("residential places: who is in a bed waits for the discharge, and steps off the list "
          "for it") {
    auto plan = one_place();
    plan.parameters.medical.stay_log_sd = 0.0;
    HandMadeWorld world{plan};
    const auto resident = add_resident(world);
    const auto person = world.add_person({.end_day = 3000.0});
    open_local_track(world, person, AdmissionRoute::failed_programme);
    world.run_days(36.0);
    CHECK(world.count(FactKind::list_joined) == 1);
    world.act([&](Views& views) { need_admission(views.lives, person); });
    CHECK(test::the_fact(world, FactKind::list_left).detail ==
          static_cast<std::uint8_t>(ListExit::elsewhere));
    free_place(world, resident);
    world.run_days(39.0);
    CHECK(!is_in(world, person));
    world.run_days(2.0);
    CHECK(is_in(world, person));
    CHECK(test::day_of(test::the_fact(world, FactKind::track_closed)) == Approx(76.0));
}

TEST_CASE("residential places: other clients wait with patience, and go when it ends") {
    auto plan = one_place();
    plan.parameters.choice.patience_days = 60.0;
    HandMadeWorld world{plan};
    add_resident(world);
    const auto waiting = add_resident(world);
    CHECK(world.count(FactKind::list_joined) == 1);
    Streams same{world.world().streams.key()};
    const double patience =
        same.exponential({.purpose = Draw::patience,
                          .entity = world.world().clients[waiting].key,
                          .partner = partner(world.setting().region.agencies[test::facility].key),
                          .option = static_cast<std::uint32_t>(Service::residence)});
    world.run_days(2000.0);
    const auto left = test::the_fact(world, FactKind::list_left);
    CHECK(left.detail == static_cast<std::uint8_t>(ListExit::patience));
    CHECK(test::day_of(left) == Approx(60.0 * patience).margin(1e-4));
}

TEST_CASE("residential places: places of other agencies are none of theirs") {
    auto plan = one_place();
    const auto home = test::add_provider(
        plan.region,
        "rehabilitation facility",
        AgencyType::offender_rehabilitation_facility,
        {{.service = Service::residence, .places = {}, .slots_per_month = {}, .share = 1.0}});
    HandMadeWorld world{plan};
    world.act([&](Views& views) {
        offer_places(views.lives, home);
        offer_places(views.lives, test::hospital);
    });
    CHECK(world.facts().empty());
}
