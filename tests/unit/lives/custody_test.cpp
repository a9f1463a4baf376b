#include "engine/care/episode_course.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/use.hpp"
#include "engine/people/readiness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

using namespace tsunagi;
using test::client_of;
using test::days_of;
using test::enter;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Every arrest leads to custody and ends supervision; a term lasts 550 days.
WorldPlan strict_plan() {
    auto plan = test::quiet_plan();
    plan.parameters.use.custody = 1.0;
    plan.parameters.use.term_log_sd = 0.0;
    plan.parameters.supervision.revoked_at_arrest = 1.0;
    plan.parameters.supervision.return_parole = 0.0;
    return plan;
}

void arrest_now(HandMadeWorld& world, ClientId person, ArrestCause cause = ArrestCause::drug) {
    world.act([&](Views& views) { arrest(views.lives, person, cause); });
}

void revoke_now(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { revoke_parole(views.lives, person); });
}

void use_regularly(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) {
        lapse(views.lives, person);
        views.world.clients[person].use = Use::regular;
        refresh_use(views.lives, person);
    });
}

} // namespace

TEST_CASE("custody: without it, a drug arrest ends use, and another arrest does not") {
    auto plan = strict_plan();
    plan.parameters.use.custody = 0.0;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 400.0});
    use_regularly(world, person);
    arrest_now(world, person, ArrestCause::other);
    CHECK(client_of(world, person).use == Use::regular);
    arrest_now(world, person, ArrestCause::drug);
    CHECK(client_of(world, person).use == Use::abstinent);
    CHECK(client_of(world, person).liberty == Liberty::at_liberty);
    CHECK(client_of(world, person).supervision == Supervision::parole);
    CHECK(world.count(FactKind::arrested) == 2);
    CHECK(world.facts(FactKind::arrested).at(1).detail ==
          static_cast<std::uint8_t>(ArrestCause::drug));
    CHECK(world.count(FactKind::custody_started) == 0);
    CHECK(world.world().clients.life(person).last_crisis == world.now());
}

TEST_CASE("custody: remand, then the term in full, then liberty and a spell of abstinence") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 400.0});
    world.run_days(10.0);
    use_regularly(world, person);
    arrest_now(world, person);
    CHECK(client_of(world, person).liberty == Liberty::custody);
    CHECK(client_of(world, person).residence == Residence::prison);
    CHECK(client_of(world, person).use == Use::abstinent);
    world.run_days(10.0 + 125.0 + 550.0 - world.day() + 0.01);
    CHECK(days_of(world, FactKind::custody_started) == std::vector{10.0});
    CHECK(days_of(world, FactKind::prison_entered) == std::vector{135.0});
    CHECK(days_of(world, FactKind::custody_ended) == std::vector{685.0});
    CHECK(days_of(world, FactKind::became_abstinent) == std::vector{0.0, 685.0});
    CHECK(client_of(world, person).liberty == Liberty::at_liberty);
    CHECK(client_of(world, person).residence == Residence::family_home);
    CHECK(client_of(world, person).supervision == Supervision::none);
    CHECK(world.world().clients.life(person).last_release ==
          world.facts(FactKind::custody_ended).at(0).at);
}

TEST_CASE("custody: it ends care and referrals") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 400.0});
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person, .agency = test::hospital, .service = Service::outpatient});
    });
    world.offer(person, Consent::given);
    REQUIRE(world.with_centre(person).referral.has_value());
    arrest_now(world, person);
    CHECK_FALSE(world.with_centre(person).referral.has_value());
    CHECK_FALSE(world.world().episodes.any_open(person));
    REQUIRE(world.count(FactKind::episode_ended) == 1);
    CHECK(world.facts(FactKind::episode_ended).at(0).detail ==
          static_cast<std::uint8_t>(EpisodeEnd::custody));
    REQUIRE(world.count(FactKind::referral_lost) == 1);
    CHECK(world.facts(FactKind::referral_lost).at(0).detail ==
          static_cast<std::uint8_t>(Loss::person_gone));
    world.forget_facts();
    world.run_days(120.0); // what was booked passes without him
    CHECK(world.count(FactKind::session_attended) == 0);
    CHECK(world.count(FactKind::first_contact) == 0);
}

TEST_CASE("custody: an arrest revokes supervision, and officer contacts stop") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 400.0});
    world.run_days(100.0);
    arrest_now(world, person);
    REQUIRE(world.count(FactKind::supervision_revoked) == 1);
    CHECK(world.facts(FactKind::supervision_revoked).at(0).detail ==
          static_cast<std::uint8_t>(CustodyCause::arrest));
    world.forget_facts();
    world.run_days(600.0);
    CHECK(world.count(FactKind::supervision_contact) == 0);
    CHECK(world.count(FactKind::supervision_ended) == 0);
}

TEST_CASE("custody: without revocation supervision time runs on, with contacts at liberty alone") {
    auto plan = strict_plan();
    plan.parameters.supervision.revoked_at_arrest = 0.0;
    plan.parameters.use.term_median_days = 75.0;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 400.0});
    world.run_days(100.0);
    arrest_now(world, person);
    world.run_days(400.0);
    CHECK(days_of(world, FactKind::custody_ended) == std::vector{300.0});
    CHECK(days_of(world, FactKind::supervision_ended) == std::vector{400.0});
    CHECK(world.count(FactKind::supervision_revoked) == 0);
    int inside = 0;
    int after = 0;
    for (const double day : days_of(world, FactKind::supervision_contact)) {
        inside += day > 100.0 && day < 300.0 ? 1 : 0;
        after += day >= 300.0 ? 1 : 0;
    }
    CHECK(inside == 0);
    CHECK(after >= 3);
    CHECK(world.count(FactKind::supervision_started) == 1); // no return parole
}

TEST_CASE("custody: who comes out before S + 365 days is followed until then, then leaves") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 400.0});
    arrest_now(world, person);
    world.run_days(764.0);
    REQUIRE(world.count(FactKind::custody_ended) == 1);
    world.act([&](Views& views) { // care does not hold him
        open_episode(views.care,
                     {.client = person, .agency = test::centre, .service = Service::counselling});
    });
    world.run_days(2.0);
    CHECK(days_of(world, FactKind::person_left) == std::vector{765.0});
    CHECK(world.count(FactKind::episode_ended) == 1);
    CHECK(world.world().clients.size() == 0);
}

TEST_CASE("custody: who would come out later leaves at prison entry") {
    HandMadeWorld world{strict_plan()};
    enter(world, {.end_day = 300.0});
    const auto person = enter(world, {.end_day = 309.0});
    arrest_now(world, person);
    world.run_days(126.0); // released on day 675, S + 365 is 674
    CHECK(days_of(world, FactKind::prison_entered) == std::vector{125.0});
    CHECK(days_of(world, FactKind::person_left) == std::vector{125.0});
    CHECK(world.world().clients.size() == 1);
}

TEST_CASE("custody: a return parole has a length of its own, and officer contacts restart") {
    auto plan = strict_plan();
    plan.parameters.supervision.return_parole = 1.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 900.0});
    world.world().clients[person].sentence.officer_phase = 0.25;
    enter(world, person);
    world.with_centre(person).offers = 2;
    arrest_now(world, person);
    world.run_days(676.0);
    CHECK(client_of(world, person).supervision == Supervision::parole);
    CHECK(world.with_centre(person).offers == 0);
    const double until = days_between(test::run_start, client_of(world, person).supervised_until);
    REQUIRE(until > 675.0 + 15.0);
    REQUIRE(until < 675.0 + 900.0);
    const auto started = world.facts(FactKind::supervision_started);
    REQUIRE(started.size() == 2);
    CHECK(started.at(0).amount == 0);
    CHECK(started.at(1).amount == 1);
    world.forget_facts();
    world.run_days(until - 676.0 + 1.0);
    const auto met = days_of(world, FactKind::supervision_contact);
    REQUIRE(met.size() >= 2);
    CHECK(met.at(0) == Approx(675.0 + 7.5));
    CHECK(met.at(1) == Approx(675.0 + 37.5));
    CHECK(met.back() < until);
    REQUIRE(world.count(FactKind::supervision_ended) == 1);
    CHECK(days_of(world, FactKind::supervision_ended).at(0) == Approx(until));
}

TEST_CASE("custody: the bumps of arrest and release open the person") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 400.0});
    const auto level = [&] {
        const auto decay = bump_decay(world.setting().parameters.readiness);
        return client_of(world, person).bumps.level(decay, world.now());
    };
    CHECK(level() == 0.0);
    arrest_now(world, person);
    CHECK(level() == Approx(0.35));
    world.run_days(675.0);
    CHECK(level() == 0.0);
    world.run_days(1e-4);
    CHECK(level() == Approx(0.20).epsilon(1e-3));
}

TEST_CASE(
    "custody: a technical revocation lasts to the end of parole - it is no arrest and no entry "
    "to prison") {
    HandMadeWorld world{strict_plan()};
    const auto person = enter(world, {.end_day = 200.0});
    world.run_days(50.0);
    revoke_now(world, person);
    CHECK(client_of(world, person).liberty == Liberty::custody);
    CHECK(client_of(world, person).supervision == Supervision::none);
    CHECK(world.facts(FactKind::custody_started).at(0).detail ==
          static_cast<std::uint8_t>(CustodyCause::technical_revocation));
    world.run_days(300.0);
    CHECK(days_of(world, FactKind::custody_ended) == std::vector{200.0});
    CHECK(client_of(world, person).supervision == Supervision::none);
    CHECK(world.count(FactKind::arrested) == 0);
    CHECK(world.count(FactKind::prison_entered) == 0);
    CHECK(world.count(FactKind::supervision_revoked) == 1);
    CHECK(world.count(FactKind::supervision_ended) == 0);
}

TEST_CASE("custody: after a technical revocation the second phase starts on schedule, with its "
          "officer contacts") {
    HandMadeWorld world{strict_plan()};
    const auto person = world.add_person({.end_day = 500.0});
    auto& client = world.world().clients[person];
    client.source = IntakeSource::parole_partial;
    client.sentence.first_phase_end = world.now() + sampled(200.0);
    client.sentence.officer_phase = 0.5;
    enter(world, person);
    world.run_days(50.0);
    revoke_now(world, person);
    world.run_days(149.0);
    CHECK(client.liberty == Liberty::custody);
    world.run_days(2.0);
    CHECK(client.liberty == Liberty::at_liberty);
    CHECK(client.supervision == Supervision::probation);
    world.forget_facts();
    world.run_days(400.0);
    CHECK(days_of(world, FactKind::supervision_contact).at(0) == Approx(225.0));
    CHECK(days_of(world, FactKind::supervision_ended) == std::vector{500.0});
}

TEST_CASE("custody: the risk of a technical revocation runs on parole at liberty alone") {
    auto plan = strict_plan();
    plan.parameters.supervision.technical_revocation_per_year = 0.04;
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 500.0});
    auto& client = world.world().clients[person];
    client.source = IntakeSource::parole_partial;
    client.sentence.first_phase_end = world.now() + sampled(200.0);
    enter(world, person);
    const auto rate = [&] {
        return 365.25 * world.world().clients.life(person).hazards.clocks.rate(
                            static_cast<std::size_t>(PersonHazard::technical_revocation));
    };
    CHECK(rate() == Approx(0.04));
    world.run_days(201.0);
    REQUIRE(client.supervision == Supervision::probation);
    CHECK(rate() == 0.0);
    const auto paroled = enter(world, {.end_day = 300.0});
    arrest_now(world, paroled);
    CHECK(world.world().clients.life(paroled).hazards.clocks.rate(
              static_cast<std::size_t>(PersonHazard::technical_revocation)) == 0.0);
}

TEST_CASE("custody: a second arrest after a term draws a term and a return of its own") {
    auto plan = strict_plan();
    plan.parameters.use.term_median_days = 100.0;
    plan.parameters.supervision.return_parole = 1.0;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 1000.0});
    arrest_now(world, person);
    world.run_days(300.0);
    arrest_now(world, person);
    world.run_days(300.0);
    CHECK(world.count(FactKind::custody_ended) == 2);
    CHECK(world.world().clients.life(person).return_paroles == 2);
}
