#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/supervision.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan undecided() {
    WorldPlan plan;
    plan.parameters.admission.base = test::never;
    plan.parameters.admission.contacts_per_month = 0.0;
    return plan;
}

std::optional<AdmissionRoute> route_of(HandMadeWorld& world, ClientId person) {
    const auto& track = world.world().clients.life(person).track;
    return track ? std::optional{track->route} : std::nullopt;
}

ClientId in_programme(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 2000.0});
    test::open_service(world, person, test::centre, Service::programme);
    return person;
}

void consider(HandMadeWorld& world, ClientId person, ProgrammeFailure failure = {}) {
    world.act([&](Views& views) { consider_programme_track(views.lives, person, failure); });
}

void note_lapses(HandMadeWorld& world, ClientId person, double newest, double before) {
    auto& lapses = world.world().clients.life(person).last_lapses;
    lapses[0] = world.now() - sampled(newest);
    lapses[1] = world.now() - sampled(before);
}

/// A person with a family in care that sees so much and trusts so much.
struct Household {
    ClientId person;
    ClientId family;
};
Household household(HandMadeWorld& world, double recognition, double trust) {
    const auto person = world.add_person();
    const auto family = world.add_family(person);
    test::open_service(world, family, test::centre, Service::family_counselling);
    world.world().clients.family(family).recognition = recognition;
    world.with(family, test::facility).trust = trust;
    return {person, family};
}

void consider(HandMadeWorld& world, const Household& household) {
    world.act([&](Views& views) { consider_family_track(views.lives, household.family); });
}

} // namespace

TEST_CASE("t3.01: two lapses within the window open the way from the programme") {
    auto plan = undecided();
    plan.parameters.admission.lapse_window_days = 20.0;
    HandMadeWorld world{plan};
    const auto person = in_programme(world);
    world.run_days(30.0);
    consider(world, person);
    CHECK(!route_of(world, person));
    note_lapses(world, person, 1.0, 21.0);
    consider(world, person);
    CHECK(!route_of(world, person));
    note_lapses(world, person, 1.0, 19.0);
    consider(world, person);
    CHECK(route_of(world, person) == AdmissionRoute::failed_programme);
}

TEST_CASE("t3.01: lapses from before the programme do not count") {
    HandMadeWorld world{undecided()};
    const auto person = in_programme(world);
    world.run_days(20.0);
    note_lapses(world, person, 1.0, 21.0);
    consider(world, person);
    CHECK(!route_of(world, person));
    note_lapses(world, person, 1.0, 19.0);
    consider(world, person);
    CHECK(route_of(world, person) == AdmissionRoute::failed_programme);
}

TEST_CASE("t3.01: want of income or of housing opens it, and an arrest for something else") {
    HandMadeWorld world{undecided()};
    const auto poor = in_programme(world);
    world.world().clients[poor].traits.no_income = true;
    consider(world, poor);
    CHECK(route_of(world, poor) == AdmissionRoute::failed_programme);
    const auto homeless = in_programme(world);
    world.world().clients[homeless].traits.no_housing = true;
    consider(world, homeless);
    CHECK(route_of(world, homeless) == AdmissionRoute::failed_programme);
    const auto arrested = in_programme(world);
    consider(world, arrested, ProgrammeFailure::arrest);
    CHECK(route_of(world, arrested) == AdmissionRoute::failed_programme);
}

TEST_CASE("t3.01: only for members of the centre's programme at liberty who live in no residence") {
    HandMadeWorld world{undecided()};
    const auto outside = world.add_person();
    consider(world, outside, ProgrammeFailure::arrest);
    CHECK(!route_of(world, outside));
    const auto counselled = world.add_person();
    test::open_service(world, counselled, test::centre, Service::counselling);
    consider(world, counselled, ProgrammeFailure::arrest);
    CHECK(!route_of(world, counselled));
    const auto arrested = in_programme(world);
    world.world().clients[arrested].liberty = Liberty::custody;
    consider(world, arrested, ProgrammeFailure::arrest);
    CHECK(!route_of(world, arrested));
    const auto resident = in_programme(world);
    world.world().clients[resident].residence = Residence::recovery_facility;
    consider(world, resident, ProgrammeFailure::arrest);
    CHECK(!route_of(world, resident));
}

TEST_CASE("t3.02: a family that sees the need and trusts the staff opens it, and the step opens "
          "the person") {
    HandMadeWorld world{undecided()};
    const auto ready = household(world, 0.5, 0.4);
    consider(world, ready);
    CHECK(route_of(world, ready.person) == AdmissionRoute::family);
    CHECK(test::bump_seen(world, ready.person) > 0.2);
    for (const auto& other : {household(world, 0.49, 0.9), household(world, 0.9, 0.39)}) {
        consider(world, other);
        CHECK(!route_of(world, other.person));
        CHECK(test::bump_seen(world, other.person) == 0.0);
    }
    const auto apart = household(world, 0.9, 0.9);
    world.world().clients[apart.person].liberty = Liberty::custody;
    consider(world, apart);
    CHECK(!route_of(world, apart.person));
}

TEST_CASE("t3.03: in prison, for those whom the centre knew") {
    HandMadeWorld world{undecided()};
    const auto known = world.add_person({.release_day = 180.0, .end_day = 300.0});
    world.world().clients[known].traits.known = true;
    const auto unknown = world.add_person({.release_day = 180.0, .end_day = 300.0});
    for (const auto person : {known, unknown}) {
        world.act([&](Views& views) { enter_justice(views.lives, person); });
    }
    world.run_days(1.0);
    CHECK(route_of(world, known) == AdmissionRoute::prison);
    CHECK(!route_of(world, unknown));
    const auto outside = world.add_person();
    world.act([&](Views& views) { consider_prison_track(views.lives, outside); });
    CHECK(!route_of(world, outside));
}

TEST_CASE("t3.03: of a first term, from adm.prison_days before release on") {
    auto plan = undecided();
    plan.parameters.admission.prison_days = 90.0;
    HandMadeWorld world{plan};
    const auto known = world.add_person({.release_day = 180.0, .end_day = 300.0});
    world.world().clients[known].traits.known = true;
    world.act([&](Views& views) { enter_justice(views.lives, known); });
    world.run_days(89.0);
    CHECK(!route_of(world, known));
    world.run_days(2.0);
    CHECK(route_of(world, known) == AdmissionRoute::prison);
}

TEST_CASE(
    "t3.03: in prison again, from 180 days before release on, for those whom the centre has met") {
    auto plan = undecided();
    plan.parameters.use.custody = 1.0;
    plan.parameters.use.remand_days = 100.0;
    plan.parameters.use.term_median_days = 550.0;
    plan.parameters.use.term_log_sd = 0.0;
    HandMadeWorld world{plan};
    const auto met = world.add_person({.end_day = 1000.0});
    world.with(met, test::centre).met = Acquaintance::Met::met;
    const auto unknown = world.add_person({.end_day = 1000.0});
    for (const auto person : {met, unknown}) {
        world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::drug); });
    }
    world.run_days(100.0 + 550.0 - 181.0);
    CHECK(!route_of(world, met));
    world.run_days(2.0);
    CHECK(route_of(world, met) == AdmissionRoute::prison);
    CHECK(!route_of(world, unknown));
}

TEST_CASE("t3.03: of a term shorter than that, from the entry to prison on") {
    auto plan = undecided();
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 100.0});
    world.with(person, test::centre).met = Acquaintance::Met::met;
    world.act([&](Views& views) { revoke_parole(views.lives, person); });
    world.run_days(1.0);
    CHECK(route_of(world, person) == AdmissionRoute::prison);
}

TEST_CASE("t4.07: a hospital admission of somebody the centre has met or expects") {
    HandMadeWorld world{undecided()};
    const auto met = world.add_person();
    world.with_centre(met).met = Acquaintance::Met::met;
    const auto expected = world.add_person();
    world.offer(expected, Consent::given);
    const auto stranger = world.add_person();
    for (const auto person : {met, expected, stranger}) {
        world.act(
            [&](Views& views) { consider_hospital_track(views.lives, person, test::hospital); });
    }
    for (const auto person : {met, expected}) {
        CHECK(route_of(world, person) == AdmissionRoute::hospital);
        CHECK(world.world().clients.life(person).track->hospital ==
              OptionalId<AgencyTag>{test::hospital});
    }
    CHECK(!route_of(world, stranger));
}

TEST_CASE("own wish: its clock opens a track, and none on top of another") {
    auto plan = undecided();
    plan.parameters.ways_in.residence_per_year = 1e6;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.world().clients[person].aware.fill(1);
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    world.run_days(10.0);
    CHECK(route_of(world, person) == AdmissionRoute::own_wish);
    CHECK(world.count(FactKind::track_opened) == 1);
    CHECK(test::rate_of(world, person, PersonHazard::residence_wish) == 0.0);
}
