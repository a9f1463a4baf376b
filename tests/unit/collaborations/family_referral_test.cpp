#include "engine/collaborations/family_referral.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

constexpr EntityKey family_label = key_of("t2.03");

// A family label that brings an offer at nearly every contact.
WorldPlan family_label_on() {
    WorldPlan plan;
    plan.region.referrals = {{.label = family_label,
                              .sender = test::office,
                              .receiver = test::centre,
                              .subject = ReferralRoute::Subject::family,
                              .offer_cold = 0.98,
                              .offer_warm = 0.98}};
    return plan;
}

void meet_family(HandMadeWorld& world, ClientId family) {
    world.act([&](Views& views) {
        refer_family_at_contact(views.care,
                                {.at = views.moment.now,
                                 .kind = FactKind::family_contact,
                                 .client = family,
                                 .subject = views.world.clients[family].key,
                                 .agency = test::office,
                                 .amount = views.world.clients[family].opportunities++});
    });
}

void meet_family_every(HandMadeWorld& world, ClientId family, double interval_days, int times) {
    for (int i = 0; i < times; ++i) {
        meet_family(world, family);
        world.run_days(interval_days);
    }
}

// Of all clients' offers, those to one.
std::size_t offers_to(const HandMadeWorld& world, ClientId client) {
    std::size_t count = 0;
    for (const auto& fact : world.facts(FactKind::offered)) {
        count += fact.client == client ? 1U : 0U;
    }
    return count;
}

} // namespace

TEST_CASE("family referral: a family is offered the centre's family support, whatever its person "
          "needs") {
    HandMadeWorld world{family_label_on()};
    const auto person = world.add_person({.need = Need::none});
    const auto family = world.add_family(person);
    meet_family(world, family);
    REQUIRE(offers_to(world, family) == 1);
    CHECK(offers_to(world, person) == 0);
    CHECK(world.count(FactKind::need_recognised) == 0);
    CHECK(world.facts(FactKind::offered)[0].other == test::office);
    world.run_days(60.0);
    CHECK(world.episode_of(family, Service::family_counselling).has_value());
}

TEST_CASE("family referral: the class is chosen where it is wanted, near and has a seat") {
    auto plan = family_label_on();
    plan.parameters.choice.family_class = 1.0;
    HandMadeWorld world{plan};
    const auto family = world.add_family(world.add_person());
    meet_family(world, family);
    world.run_days(60.0);
    CHECK(world.episode_of(family, Service::family_class).has_value());
    world.parameters().choice.longest_minutes = 45.0;
    const auto far = world.add_family(world.add_person({.municipality = 1})); // 60 minutes
    meet_family(world, far);
    world.run_days(60.0);
    CHECK(world.episode_of(far, Service::family_counselling).has_value());
}

TEST_CASE("family referral: nothing is offered before the window, nor while the person is inside") {
    HandMadeWorld world{family_label_on()};
    const auto later = world.add_family(world.add_person({.end_day = 181.0}));
    const auto inside = world.add_family(world.add_person({.release_day = 10.0, .end_day = 100.0}));
    meet_family(world, later);
    meet_family(world, inside);
    CHECK(world.count(FactKind::offered) == 0);
    world.run_days(1.0); // 180 days are left
    meet_family(world, later);
    CHECK(world.count(FactKind::offered) == 1);
}

TEST_CASE("family referral: the end of a return parole counts, not that of the first sentence") {
    HandMadeWorld world{family_label_on()};
    const auto person = world.add_person({.end_day = 100.0});
    const auto family = world.add_family(person);
    world.world().clients[person].supervised_until = world.now() + sampled(300.0);
    meet_family(world, family);
    CHECK(world.count(FactKind::offered) == 0);
}

TEST_CASE("family referral: acceptance is the family's own") {
    auto plan = family_label_on();
    plan.parameters.referral.family_accept_base = test::never;
    plan.parameters.referral.refractory_days = 45.0;
    HandMadeWorld world{plan};
    const auto family = world.add_family(world.add_person({.end_day = 170.0}));
    meet_family_every(world, family, 30.0, 5); // days 0, 60 and 120, each after the refractory time
    CHECK(world.count(FactKind::offer_refused) == 3);
    CHECK(world.count(FactKind::booked) == 0);
}

TEST_CASE("family referral: a family that is on its way or in care is offered nothing more") {
    HandMadeWorld world{family_label_on()};
    const auto family = world.add_family(world.add_person({.end_day = 170.0}));
    meet_family_every(world, family, 20.0, 6);
    CHECK(world.count(FactKind::offered) == 1);
}

TEST_CASE("family referral: consent is the family's, asked for once per sender") {
    auto plan = family_label_on();
    plan.parameters.referral.family_accept_base = test::never;
    plan.parameters.referral.refractory_days = 0.0;
    plan.parameters.referral.consent = 0.0;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    const auto family = world.add_family(person);
    meet_family(world, family);
    world.parameters().referral.consent = 1.0; // too late for this family, not for its person
    world.run_days(1.0);
    meet_family(world, family);
    for (const auto& fact : world.facts(FactKind::offered)) {
        CHECK(static_cast<Consent>(fact.detail) == Consent::refused);
    }
    CHECK(world.count(FactKind::offered) == 2);
    world.act([&](Views& views) {
        CHECK(consent_to(views.care, person, test::office) == Consent::given);
    });
}

TEST_CASE("family referral: a route for persons says nothing to families") {
    auto plan = family_label_on();
    plan.region.referrals[0].subject = ReferralRoute::Subject::person;
    HandMadeWorld world{plan};
    const auto family = world.add_family(world.add_person());
    meet_family(world, family);
    CHECK(world.count(FactKind::offered) == 0);
}
