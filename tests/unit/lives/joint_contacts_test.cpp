#include "engine/lives/admission_track.hpp"
#include "engine/lives/joint_contacts.hpp"
#include "engine/lives/use.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/admission_tracks.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <array>
#include <cmath>
#include <string_view>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan tracks() {
    WorldPlan plan;
    plan.effect.learning = 1.0;
    plan.parameters.admission.base = test::never;
    plan.parameters.relations.half_life_days = 1e9;
    return plan;
}

void open(HandMadeWorld& world, ClientId person, TrackOpening opening = {}) {
    opening.facilities = test::local_facilities;
    world.act([&](Views& views) { open_track(views.lives, person, opening); });
}

double contacts_per_year(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { refresh_track(views.lives, person); });
    return test::rate_of(world, person, PersonHazard::joint_contact);
}

double willingness(HandMadeWorld& world, ClientId person) {
    return willingness_at(
        *world.world().clients.life(person).track, world.parameters().admission, world.now());
}

void meet(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { hold_joint_contact(views.lives, person); });
}

} // namespace

TEST_CASE("joint contacts: two a month at full link, a fifth of that without") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person();
    open(world, person);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.2));
    test::set_link(world, test::centre, test::facility, 0.5);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.6));
    test::set_link(world, test::centre, test::facility, 1.0);
    CHECK(contacts_per_year(world, person) == Approx(24.0));
}

TEST_CASE("joint contacts: where links have no effect they stay at the cold rate and teach "
          "nothing") {
    auto plan = tracks();
    plan.effect.learning = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    test::set_link(world, test::centre, test::facility, 1.0);
    open(world, person);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.2));
    meet(world, person);
    CHECK(willingness(world, person) == Approx(0.1));
}

TEST_CASE("joint contacts: a track opened by a hospital stay sees the weakest of the three pairs") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person();
    open(world,
         person,
         {.route = AdmissionRoute::hospital, .facilities = {}, .hospital = test::hospital});
    test::set_link(world, test::centre, test::facility, 0.9);
    test::set_link(world, test::centre, test::hospital, 0.8);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.2));
    test::set_link(world, test::facility, test::hospital, 0.5);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.6));
    test::set_link(world, test::centre, test::hospital, 0.25);
    CHECK(contacts_per_year(world, person) == Approx(24.0 * 0.4));
}

TEST_CASE("joint contacts: in prison they are visits, one a quarter at full link") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person({.release_day = 100.0});
    test::set_link(world, test::centre, test::facility, 1.0);
    open(world, person, {.route = AdmissionRoute::prison, .facilities = {}});
    CHECK(contacts_per_year(world, person) == Approx(4.0));
}

TEST_CASE("joint contacts: willingness grows by gain x E of what is missing, and halves in 60 "
          "days") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person();
    test::set_link(world, test::centre, test::facility, 0.5);
    world.parameters().admission.contacts_per_month = 0.0;
    open(world, person);
    CHECK(willingness(world, person) == Approx(0.1));
    world.run_days(60.0);
    CHECK(willingness(world, person) == Approx(0.05));
    meet(world, person);
    CHECK(willingness(world, person) == Approx(0.05 + 0.1 * 0.5 * 0.95));
    CHECK(test::the_fact(world, FactKind::track_contact).amount == 97500);
    CHECK(world.with(person, test::facility).familiarity.value == Approx(0.3));
}

TEST_CASE("joint contacts: the refresh after them sees whom they have made trusted") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person();
    world.act([&](Views& views) { begin_abstinence(views.lives, person); });
    open(world, person);
    const auto multiplier = [&] {
        world.act([&](Views& views) { refresh_use_by_time(views.lives, person); });
        return world.world().clients.life(person).relapse->multiplier();
    };
    const double alone = multiplier();
    meet(world, person); // 0.3
    CHECK(multiplier() == alone);
    meet(world, person); // 0.51
    CHECK(multiplier() == Approx(0.7 * alone));
}

TEST_CASE("joint contacts: their dates are the exact exposure of a constant hazard") {
    HandMadeWorld world{tracks()};
    const auto person = world.add_person();
    open(world, person);
    world.run_days(170.0);
    const auto contacts = world.facts(FactKind::track_contact);
    REQUIRE(!contacts.empty());
    Streams same{world.world().streams.key()};
    const double threshold = same.exponential(
        {.purpose = Draw::track_contact, .entity = world.world().clients[person].key});
    CHECK(test::day_of(contacts.front()) ==
          Approx(threshold / (24.0 * 0.2 / days_per_year)).margin(1e-4));
}

TEST_CASE("joint contacts: each agency spends the meeting or the visit, and its own way") {
    auto plan = tracks();
    auto& region = plan.region;
    const auto prison = [&](std::string_view name, double minutes) {
        const auto added =
            test::add_agency(region, key_of(name), AgencyType::prison, TenureClass::justice);
        region.travel.state(test::centre, added, minutes);
    };
    prison("far prison", 90.0); // the nearest one counts, not the first
    prison("near prison", 60.0);
    HandMadeWorld world{plan};
    const auto spent = [&](AgencyId agency) {
        return test::hours_spent(world, agency, Task::admission_work);
    };
    SECTION("at the centre") {
        const auto person = world.add_person();
        open(world, person);
        meet(world, person);
        CHECK(spent(test::centre) == Approx(1.5));
        CHECK(spent(test::facility) == Approx(1.5 + 40.0 / 60.0));
    }
    SECTION("in prison") {
        const auto person = world.add_person({.release_day = 100.0});
        open(world, person, {.route = AdmissionRoute::prison, .facilities = {}});
        meet(world, person);
        CHECK(spent(test::centre) == Approx(2.0 + 2.0 * 120.0 / 60.0));
        CHECK(spent(test::facility) == Approx(2.0 + 2.0 * 40.0 / 60.0));
    }
    SECTION("in a hospital, whose staff takes part and visits nobody") {
        const auto person = world.add_person();
        world.act([&](Views& views) {
            open_episode(views.care,
                         {.client = person,
                          .agency = test::hospital,
                          .service = Service::bed,
                          .discharge = views.moment.now + 40 * one_day});
        });
        world.world().clients[person].residence = Residence::hospital;
        open(world,
             person,
             {.route = AdmissionRoute::hospital, .facilities = {}, .hospital = test::hospital});
        meet(world, person);
        CHECK(spent(test::hospital) == Approx(1.5));
        CHECK(spent(test::centre) == Approx(2.0 + 2.0 * 40.0 / 60.0));
        CHECK(spent(test::facility) == Approx(2.0 + 2.0 * 40.0 / 60.0));
    }
}
