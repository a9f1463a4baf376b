#include "engine/care/episode_course.hpp"
#include "engine/collaborations/referral.hpp"
#include "engine/relations/interpolation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Every opportunity that may bring an offer brings one, but for 2 in 100; all are refused.
WorldPlan refusing() {
    WorldPlan plan;
    plan.region.referrals[0].offer_cold = 0.98;
    plan.region.referrals[0].offer_warm = 0.98;
    plan.parameters.referral.accept_base = test::never;
    plan.parameters.referral.refractory_days = 0.0;
    return plan;
}

void meet_officer(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) {
        auto& client = views.world.clients[person];
        views.moment.facts.tell({.at = views.moment.now,
                                 .kind = FactKind::supervision_contact,
                                 .client = person,
                                 .subject = client.key,
                                 .agency = test::office,
                                 .amount = client.opportunities++});
    });
}

// Opportunities every so many days, until S or a number of them.
void meet_officer_every(HandMadeWorld& world, ClientId person, double interval_days, int times) {
    for (int i = 0; i < times; ++i) {
        meet_officer(world, person);
        world.run_days(interval_days);
    }
}

} // namespace

TEST_CASE("referral: an opportunity recognises true need, and only then is anything offered") {
    auto plan = refusing();
    plan.parameters.recognition.per_opportunity = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    meet_officer_every(world, person, 1.0, 10);
    CHECK(world.count(FactKind::need_recognised) == 0);
    CHECK(world.count(FactKind::offered) == 0);
    world.parameters().recognition.per_opportunity = test::almost_surely;
    meet_officer(world, person);
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.count(FactKind::offered) == 1); // recognition and offer in one opportunity
}

TEST_CASE("referral: need is recognised at an opportunity that leads nowhere, too") {
    auto plan = refusing();
    plan.region.referrals.clear();
    HandMadeWorld world{plan};
    meet_officer(world, world.add_person());
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.count(FactKind::offered) == 0);
}

TEST_CASE("referral: recognised need stays recognised") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person();
    meet_officer(world, person);
    world.parameters().recognition.per_opportunity = 0.0;
    meet_officer_every(world, person, 1.0, 5);
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.world().clients[person].recognition == Recognition::recognised);
}

TEST_CASE("referral: where there is no need, only false recognition brings offers") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person({.need = Need::none});
    meet_officer_every(world, person, 1.0, 10);
    CHECK(world.count(FactKind::need_recognised) == 0);
    world.parameters().recognition.false_per_opportunity = 1.0;
    meet_officer(world, person);
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.count(FactKind::offered) == 1);
}

TEST_CASE("referral: nothing is offered more than 180 days before S") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person({.end_day = 240.0});
    meet_officer_every(world, person, 20.0, 3); // days 0, 20, 40: 200 days are left on the last
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.count(FactKind::offered) == 0);
    meet_officer(world, person); // day 60, exactly 180 left
    CHECK(world.count(FactKind::offered) == 1);
}

TEST_CASE("referral: there are at most three offers, each after the refractory time") {
    HandMadeWorld world{refusing()};
    const auto often = world.add_person({.end_day = 170.0});
    meet_officer_every(world, often, 10.0, 12);
    CHECK(world.count(FactKind::offered) == 3);
    CHECK(world.with_centre(often).offers == 3);
    world.forget_facts();
    world.parameters().referral.refractory_days = 45.0;
    const auto seldom = world.add_person({.end_day = 170.0});
    meet_officer_every(world, seldom, 15.0, 12);
    const auto offers = world.facts(FactKind::offered);
    REQUIRE(offers.size() == 3);
    for (std::size_t i = 1; i < offers.size(); ++i) {
        const double gap = days_between(offers[i - 1].at, offers[i].at);
        CHECK(gap >= 45.0);
        CHECK(gap <= 75.0); // the first opportunity from then on, or one of the next two
    }
}

TEST_CASE("referral: nothing is offered while a referral is open") {
    auto plan = refusing();
    plan.parameters.referral.accept_base = test::surely;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    meet_officer_every(world, person, 5.0, 8);
    CHECK(world.count(FactKind::offered) == 1);
    CHECK(world.count(FactKind::offer_accepted) == 1);
}

TEST_CASE("referral: the end of a return parole counts, not that of the first sentence") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person({.end_day = 100.0});
    world.world().clients[person].supervised_until = world.now() + sampled(300.0);
    meet_officer(world, person);
    CHECK(world.count(FactKind::need_recognised) == 1);
    CHECK(world.count(FactKind::offered) == 0);
}

TEST_CASE("referral: nothing is offered to somebody in custody") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person();
    world.world().clients[person].liberty = Liberty::custody;
    meet_officer(world, person);
    CHECK(world.count(FactKind::offered) == 0);
}

TEST_CASE("referral: nothing is offered to somebody in the receiver's care, whatever the service") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person();
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person,
                      .agency = test::centre,
                      .service = Service::programme,
                      .route = Route::self});
    });
    meet_officer(world, person);
    CHECK(world.count(FactKind::offered) == 0);
}

TEST_CASE("referral: a hospital gives outpatient care, the centre what suits the person") {
    auto plan = refusing();
    plan.parameters.referral.accept_base = test::surely;
    plan.parameters.referral.accept_resistance = 0.0;
    plan.parameters.choice.programme = 1.0;
    plan.region.referrals.push_back(plan.region.referrals[0]);
    plan.region.referrals[1].label = key_of("to the hospital");
    plan.region.referrals[1].receiver = test::hospital;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    meet_officer(world, person);
    CHECK(world.count(FactKind::offered) == 2);
    world.run_days(90.0);
    CHECK(world.episode_of(person, Service::programme).has_value());
    CHECK(world.episode_of(person, Service::outpatient).has_value());
}

TEST_CASE("referral: a route for families says nothing to persons") {
    auto plan = refusing();
    plan.region.referrals[0].subject = ReferralRoute::Subject::family;
    HandMadeWorld world{plan};
    meet_officer(world, world.add_person());
    CHECK(world.facts(FactKind::offered).empty());
}

TEST_CASE("referral: an agency without the label offers nothing") {
    HandMadeWorld world{refusing()};
    const auto person = world.add_person();
    world.act([&](Views& views) {
        refer_at_opportunity(views.care,
                             {.at = views.moment.now,
                              .kind = FactKind::supervision_contact,
                              .client = person,
                              .subject = views.world.clients[person].key,
                              .agency = test::facility});
    });
    CHECK(world.facts(FactKind::offered).empty());
}

TEST_CASE("referral: consent is drawn once per person and sender, and forced runs have it") {
    auto plan = refusing();
    plan.parameters.referral.consent = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    meet_officer(world, person);
    world.parameters().referral.consent = 1.0; // too late for this person
    world.run_days(1.0);
    meet_officer(world, person);
    for (const auto& fact : world.facts(FactKind::offered)) {
        CHECK(static_cast<Consent>(fact.detail) == Consent::refused);
    }
    CHECK(world.count(FactKind::offered) == 2);

    plan.effect.forced_link = 1.0;
    HandMadeWorld forced{plan};
    meet_officer(forced, forced.add_person());
    REQUIRE(forced.count(FactKind::offered) == 1);
    CHECK(static_cast<Consent>(forced.facts(FactKind::offered)[0].detail) == Consent::given);
}

TEST_CASE("referral: an offer comes where its draw lies below the mix of the two levels, be that "
          "above both of them") {
    constexpr int people = 300;
    const double scale = GENERATE(0.0, 0.5, 1.0, 2.0);
    auto plan = refusing();
    auto& route = plan.region.referrals[0];
    route.offer_cold = 0.2;
    route.offer_warm = 0.5;
    plan.effect.offers = scale;
    plan.effect.forced_link = 1.0;
    HandMadeWorld world{plan};
    Streams streams{plan.key};
    const auto receiver = plan.region.agencies[route.receiver].key;
    std::size_t below = 0;
    for (int i = 0; i < people; ++i) {
        const auto person = world.add_person();
        meet_officer(world, person);
        const double uniform =
            streams.uniform({.purpose = Draw::offer,
                             .entity = world.world().clients[person].key,
                             .partner = partner(child_key(route.label, receiver.value))});
        below += uniform < mixed_probability(route.offer_cold, route.offer_warm, scale) ? 1U : 0U;
    }
    CHECK(world.count(FactKind::offered) == below);
}
