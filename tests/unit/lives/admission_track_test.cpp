#include "engine/lives/admission_track.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/admission_tracks.hpp"
#include "tests/unit/lives/lives_probe.hpp"

#include <array>
#include <cmath>
#include <limits>

using namespace tsunagi;
using test::HandMadeWorld;
using test::open_local_track;
using test::WorldPlan;

namespace {

// Nobody is met, lost or leaves: agreement, papers and the place alone.
WorldPlan agreed_at_once() {
    WorldPlan plan;
    plan.parameters.admission.base = test::surely;
    plan.parameters.admission.loss_per_day = 0.0;
    plan.parameters.admission.contacts_per_month = 0.0;
    plan.parameters.residence.early_scale_days = 1e9;
    plan.parameters.residence.late_scale_days = 1e9;
    return plan;
}

bool on_track(HandMadeWorld& world, ClientId person) {
    return world.world().clients.life(person).track.has_value();
}

TrackEnd track_end_of(const Fact& closed) {
    return static_cast<TrackEnd>(closed.detail);
}

} // namespace

TEST_CASE("admission track: a week's agreement is logistic in willingness, readiness and the "
          "family's trust") {
    const auto parameters = test::default_parameters().admission;
    CHECK(agreement_probability(parameters, {.willingness = 0.0, .readiness = 0.4}) ==
          Approx(1.0 / (1.0 + std::exp(5.0))));
    CHECK(agreement_probability(parameters, {.willingness = 0.1, .readiness = 0.4}) ==
          Approx(0.0109869));
    CHECK(agreement_probability(parameters, {.willingness = 0.5, .readiness = 0.6, .trust = 0.5}) ==
          Approx(0.1679816));
}

TEST_CASE("admission track: agreement after a week, papers of 28 days without a link, then in") {
    HandMadeWorld world{agreed_at_once()};
    const auto person = world.add_person();
    open_local_track(world, person, AdmissionRoute::failed_programme);
    CHECK(test::the_fact(world, FactKind::track_opened).agency ==
          OptionalId<AgencyTag>{test::facility});
    world.run_days(100.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::track_agreed)) == 7.0);
    const auto closed = test::the_fact(world, FactKind::track_closed);
    CHECK(test::day_of(closed) == 35.0);
    CHECK(track_end_of(closed) == TrackEnd::entered);
    CHECK(Duration{closed.amount} == 35 * one_day);
    CHECK(world.episode_of(person, Service::residence).has_value());
    CHECK(test::hours_spent(world, test::centre, Task::admission_work) == Approx(3.0));
    CHECK(!on_track(world, person));
}

TEST_CASE("admission track: an entry soon after a crisis is told apart from a later one") {
    for (const double crisis_day : {34.0, 10.0}) {
        HandMadeWorld world{agreed_at_once()};
        const auto person = world.add_person();
        open_local_track(world, person);
        world.run_days(crisis_day);
        world.act([&](Views& views) { raise(views.lives, person, Bump::danger); });
        world.run_days(50.0);
        // On day 35 the bump of 0.3 is at 0.28 or at 0.05; the window ends at 0.1.
        const auto expected = crisis_day == 34.0 ? TrackEnd::entered_in_window : TrackEnd::entered;
        CAPTURE(crisis_day);
        CHECK(track_end_of(test::the_fact(world, FactKind::track_closed)) == expected);
    }
}

TEST_CASE("admission track: at full link the papers take a week") {
    auto plan = agreed_at_once();
    plan.effect.forced_link = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open_local_track(world, person);
    world.run_days(100.0);
    CHECK(test::day_of(test::the_fact(world, FactKind::track_closed)) == Approx(14.0));
}

TEST_CASE("admission track: the week of agreement is the first whose own draw says so") {
    auto plan = agreed_at_once();
    plan.parameters.admission.base = -2.0;
    plan.parameters.admission.half_life_days = 1e9;
    plan.parameters.readiness.bump_factor = 0.0;
    HandMadeWorld world{plan};
    for (int i = 0; i < 20; ++i) {
        const auto person = world.add_person();
        open_local_track(world, person);
        Streams same{world.world().streams.key()};
        const double chance = 1.0 / (1.0 + std::exp(2.0 - 5.0 * 0.1));
        std::uint64_t week = 1;
        while (week <= 25 && same.uniform({.purpose = Draw::track_agreement,
                                           .entity = world.world().clients[person].key,
                                           .occurrence = week}) >= chance) {
            ++week;
        }
        const double opened = world.day();
        world.forget_facts();
        world.run_days(181.0);
        const auto agreed = world.facts(FactKind::track_agreed);
        REQUIRE(agreed.size() == (week <= 25 ? 1 : 0));
        if (!agreed.empty()) {
            CHECK(test::day_of(agreed.front()) - opened == Approx(7.0 * static_cast<double>(week)));
        }
    }
}

TEST_CASE("admission track: without agreement it closes after 180 days, and another may open") {
    auto plan = agreed_at_once();
    plan.parameters.admission.base = test::never;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open_local_track(world, person);
    open_local_track(world, person); // is on one
    CHECK(world.count(FactKind::track_opened) == 1);
    world.run_days(200.0);
    const auto closed = test::the_fact(world, FactKind::track_closed);
    CHECK(test::day_of(closed) == 180.0);
    CHECK(track_end_of(closed) == TrackEnd::no_agreement);
    open_local_track(world, person);
    CHECK(world.count(FactKind::track_opened) == 2);
    CHECK(world.world().clients.life(person).track->ordinal == 1);
}

TEST_CASE("admission track: what was agreed is lost at 2 % a day, less in a crisis, and only in "
          "the open") {
    auto plan = agreed_at_once();
    plan.parameters.admission.loss_per_day = 0.02;
    HandMadeWorld world{plan};
    const auto loss_per_day = [&](ClientId person) {
        world.act([&](Views& views) { refresh_track(views.lives, person); });
        return test::rate_of(world, person, PersonHazard::track_loss) / days_per_year;
    };
    const auto outside = world.add_person({.end_day = 300.0});
    const auto inside = world.add_person({.release_day = 250.0, .end_day = 300.0});
    for (const auto person : {outside, inside}) {
        open_local_track(world, person);
        CHECK(loss_per_day(person) == 0.0);
    }
    world.run_days(7.5);
    CHECK(loss_per_day(outside) == Approx(0.02));
    CHECK(loss_per_day(inside) == 0.0);
    world.act([&](Views& views) { raise(views.lives, outside, Bump::arrest); });
    const double bump = test::bump_seen(world, outside);
    CHECK(bump > 0.3);
    CHECK(loss_per_day(outside) == Approx(0.02 * (1.0 - bump)));
}

TEST_CASE("admission track: lost while waiting, it is over") {
    auto plan = agreed_at_once();
    plan.parameters.admission.loss_per_day = 1e6;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open_local_track(world, person);
    world.run_days(100.0);
    const auto closed = test::the_fact(world, FactKind::track_closed);
    CHECK(track_end_of(closed) == TrackEnd::lost_waiting);
    CHECK(test::day_of(closed) == Approx(7.0).margin(1e-3));
    CHECK(!world.episode_of(person, Service::residence).has_value());
}

TEST_CASE("admission track: of a person who is gone nothing is left") {
    auto plan = agreed_at_once();
    plan.parameters.admission.contacts_per_month = 2.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open_local_track(world, person);
    world.act([&](Views& views) { close_track(views.lives, person, TrackEnd::person_gone); });
    world.forget_facts();
    world.run_days(300.0);
    CHECK(world.count(FactKind::track_contact) == 0);
    CHECK(world.count(FactKind::track_agreed) == 0);
    CHECK(world.count(FactKind::track_closed) == 0);
    CHECK(test::rate_of(world, person, PersonHazard::joint_contact) == 0.0);
}

TEST_CASE("admission track: a region without a facility opens none") {
    HandMadeWorld world{agreed_at_once()};
    const auto person = world.add_person();
    world.act([&](Views& views) { open_track(views.lives, person, {}); });
    CHECK(!on_track(world, person));
    CHECK(world.facts().empty());
}
