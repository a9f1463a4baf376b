#include "engine/care/episode_course.hpp"
#include "engine/lives/supervision.hpp"
#include "engine/people/readiness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

using namespace tsunagi;
using test::client_of;
using test::days_of;
using test::enter;
using test::HandMadeWorld;

namespace {

ClientId enter_by(HandMadeWorld& world, IntakeSource source, const test::PersonPlan& plan) {
    const auto person = world.add_person(plan);
    world.world().clients[person].source = source;
    world.world().clients[person].supervision = Supervision::none;
    enter(world, person);
    return person;
}

} // namespace

TEST_CASE("supervision: it starts at release and ends at S") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.release_day = 10.0, .end_day = 100.0});
    CHECK(client_of(world, person).liberty == Liberty::pre_release);
    world.run_days(50.0);
    CHECK(client_of(world, person).liberty == Liberty::at_liberty);
    CHECK(client_of(world, person).supervision == Supervision::parole);
    CHECK(client_of(world, person).residence == Residence::family_home);
    world.run_days(150.0);
    CHECK(client_of(world, person).supervision == Supervision::none);
    CHECK(days_of(world, FactKind::custody_ended) == std::vector{10.0});
    CHECK(days_of(world, FactKind::became_abstinent) == std::vector{10.0});
    CHECK(days_of(world, FactKind::supervision_started) == std::vector{10.0});
    CHECK(days_of(world, FactKind::supervision_ended) == std::vector{100.0});
}

TEST_CASE("supervision: release opens the person for a while, a judgement does not") {
    HandMadeWorld world{test::quiet_plan()};
    const auto released = enter(world, {.release_day = 10.0, .end_day = 100.0});
    world.run_days(10.0 + 1e-4);
    const auto judged = enter_by(world, IntakeSource::suspended, {.end_day = 500.0});
    const auto level = [&](ClientId person) {
        const auto decay = bump_decay(world.setting().parameters.readiness);
        return client_of(world, person).bumps.level(decay, world.now());
    };
    CHECK(level(released) == Approx(0.20).epsilon(1e-3));
    CHECK(level(judged) == 0.0);
    CHECK(client_of(world, judged).supervision == Supervision::probation);
    CHECK(world.count(FactKind::became_abstinent) == 2);
}

TEST_CASE("supervision: phases follow the source") {
    HandMadeWorld world{test::quiet_plan()};
    const auto phase = [&](IntakeSource source) {
        return client_of(world, enter_by(world, source, {.end_day = 400.0})).supervision;
    };
    CHECK(phase(IntakeSource::parole_only) == Supervision::parole);
    CHECK(phase(IntakeSource::juvenile) == Supervision::parole);
    CHECK(phase(IntakeSource::direct_partial) == Supervision::probation);
    CHECK(phase(IntakeSource::suspended) == Supervision::probation);
}

TEST_CASE("supervision: probation follows parole without a break, and both end at S") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person({.end_day = 500.0});
    auto& client = world.world().clients[person];
    client.source = IntakeSource::parole_partial;
    client.sentence.first_phase_end = world.now() + sampled(120.0);
    enter(world, person);
    world.run_days(119.0);
    CHECK(client.supervision == Supervision::parole);
    world.run_days(2.0);
    CHECK(client.supervision == Supervision::probation);
    world.run_days(400.0);
    CHECK(client.supervision == Supervision::none);
    CHECK(world.count(FactKind::supervision_started) == 1);
    CHECK(days_of(world, FactKind::supervision_ended) == std::vector{500.0});
    const auto met = days_of(world, FactKind::supervision_contact);
    CHECK(met.size() == 17); // one row of dates through both: 500 / 30, less what is before day u
}

TEST_CASE("supervision: lanes without it live at liberty from release or judgement on") {
    auto plan = test::quiet_plan();
    plan.parameters.attributes.in_care = 1.0; // asked of those under supervision alone
    HandMadeWorld world{plan};
    const auto released =
        enter_by(world, IntakeSource::full_term, {.release_day = 20.0, .end_day = 20.0});
    const auto judged =
        enter_by(world, IntakeSource::suspended_without_probation, {.end_day = 0.0});
    world.run_days(400.0);
    for (const auto person : {released, judged}) {
        CHECK(client_of(world, person).liberty == Liberty::at_liberty);
        CHECK(client_of(world, person).supervision == Supervision::none);
    }
    CHECK(days_of(world, FactKind::became_abstinent) == std::vector{0.0, 20.0});
    CHECK(world.count(FactKind::supervision_started) == 0);
    CHECK(world.count(FactKind::supervision_contact) == 0);
    CHECK(world.count(FactKind::episode_opened) == 0);
    world.run_days(5.0 * 365.25);
    CHECK(days_of(world, FactKind::person_left).size() == 2);
}

TEST_CASE("supervision: legal pressure acts from its start to S") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.end_day = 60.0});
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person, .agency = test::centre, .service = Service::counselling});
    });
    const auto pressure = [&] {
        const auto episode = world.episode_of(person, Service::counselling).value();
        return world.world().episodes[episode].drop_out->multiplier();
    };
    CHECK(pressure() == Approx(0.60));
    world.run_days(61.0);
    CHECK(pressure() == 1.0);
}

TEST_CASE("supervision: offers to a person and its family are counted anew in each") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = enter(world, {.end_day = 60.0});
    const auto family = world.add_family(person);
    const auto offers = [&](ClientId client) -> std::uint32_t& {
        return world.with(client, test::centre).offers;
    };
    offers(person) = 3;
    offers(family) = 2;
    world.act([&](Views& views) {
        end_supervision(views.lives, person);
        start_return_parole(views.lives, person);
    });
    CHECK(offers(person) == 0);
    CHECK(offers(family) == 0);
}
