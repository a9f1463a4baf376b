// Shares of the referral chain in whole worlds against closed forms. Level 1e-6, fixed seed. Every
// n is such that a share 5 % off lies at least 8 standard errors away, so the same test must reject
// it; each test shows that it does.
#include "tests/statistical/care/shares.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <cstdint>

using namespace tsunagi;
using test::HandMadeWorld;
using test::share_distance;
using test::WorldPlan;

namespace {

std::int64_t told(const HandMadeWorld& world, FactKind kind) {
    return static_cast<std::int64_t>(world.count(kind));
}

double expit(double log_odds) {
    return 1.0 / (1.0 + std::exp(-log_odds));
}

// So many new persons meet the probation office, once each.
void meet_newcomers(HandMadeWorld& world, std::int64_t persons) {
    world.act([&](Views& views) {
        for (std::int64_t n = 0; n < persons; ++n) {
            const auto person = world.add_person();
            views.moment.facts.tell({.at = views.moment.now,
                                     .kind = FactKind::supervision_contact,
                                     .client = person,
                                     .subject = views.world.clients[person].key,
                                     .agency = test::office,
                                     .amount = 0});
        }
    });
}

} // namespace

TEST_CASE("the share of first appointments kept is the wait formula's") {
    // All wait exactly 30 days; readiness 0.4, near, no link: 0.341. n = 60,000: 0.0171 is 8.8
    // standard errors.
    WorldPlan plan;
    plan.parameters.referral.arrive_level = -0.4387;
    HandMadeWorld world{plan};
    constexpr std::int64_t persons = 60'000;
    for (std::int64_t n = 0; n < persons; ++n) {
        world.offer(world.add_person({.readiness = 0.4}), Consent::given);
    }
    world.forget_facts();
    world.run_days(31.0);
    const double share = expit(-0.4387 + 1.3905 * std::exp(-29.0 / 0.7504) - 0.0513 * 30.0 / 7.0);
    REQUIRE(told(world, FactKind::appointment_due) == persons);
    const auto kept = told(world, FactKind::first_contact);
    CHECK(share_distance(kept, persons, share) < 1.0);
    CHECK(share_distance(kept, persons, 1.05 * share) > 1.0);
    CHECK(share_distance(kept, persons, 0.95 * share) > 1.0);
}

TEST_CASE("the share kept with a good link is raised by theta on the log odds, and the wait is "
          "shorter") {
    // E = 0.6 at the offer, so the lead is 30 (8/30)^0.6 = 13.6 days, after which E has decayed to
    // 0.585. The share is 0.443: with n = 50,000 an error of 5 % is 10 standard errors.
    WorldPlan plan;
    plan.parameters.referral.arrive_level = -0.4387;
    HandMadeWorld world{plan};
    world.set_understanding(0.6, 0.6);
    constexpr std::int64_t persons = 50'000;
    for (std::int64_t n = 0; n < persons; ++n) {
        world.offer(world.add_person({.readiness = 0.4}), Consent::given);
    }
    world.forget_facts();
    world.run_days(31.0);
    const double wait = 30.0 * std::pow(8.0 / 30.0, 0.6);
    const double link = 0.6 * std::exp2(-wait / 365.0);
    const double share = expit(-0.4387 + 1.3905 * std::exp(-(wait - 1.0) / 0.7504) -
                               0.0513 * wait / 7.0 + 0.5 * link);
    const auto kept = told(world, FactKind::first_contact);
    CHECK(share_distance(kept, persons, share) < 1.0);
    CHECK(share_distance(kept, persons, 1.05 * share) > 1.0);
    CHECK(share_distance(kept, persons, 0.95 * share) > 1.0);
}

TEST_CASE("the share of opportunities that end in an offer is mixed on the log odds") {
    // mix(0.09, 0.30; 0.5) = 0.1707; n = 130,000: 0.0085 is 8.2 standard errors.
    WorldPlan plan;
    plan.parameters.referral.accept_base = test::never;
    HandMadeWorld world{plan};
    world.set_understanding(0.5, 0.5);
    constexpr std::int64_t persons = 130'000;
    meet_newcomers(world, persons);
    const auto offered = told(world, FactKind::offered);
    CHECK(share_distance(offered, persons, 0.1707) < 1.0);
    CHECK(share_distance(offered, persons, 1.05 * 0.1707) > 1.0);
    CHECK(share_distance(offered, persons, 0.95 * 0.1707) > 1.0);
}

TEST_CASE("the shares recognised and with consent are the stated ones") {
    // A quarter of n = 80,000 is recognised: 0.0125 is 8.2 standard errors. Consent of 0.8 among
    // the offers, some 19,600: 0.04 is 14.
    WorldPlan plan;
    plan.region.referrals[0].offer_cold = 0.98;
    plan.region.referrals[0].offer_warm = 0.98;
    plan.parameters.recognition.per_opportunity = 0.25;
    plan.parameters.referral.consent = 0.8;
    plan.parameters.referral.accept_base = test::never;
    HandMadeWorld world{plan};
    constexpr std::int64_t persons = 80'000;
    meet_newcomers(world, persons);
    const auto recognised = told(world, FactKind::need_recognised);
    CHECK(share_distance(recognised, persons, 0.25) < 1.0);
    CHECK(share_distance(recognised, persons, 1.05 * 0.25) > 1.0);
    CHECK(share_distance(recognised, persons, 0.95 * 0.25) > 1.0);
    const auto offers = world.facts(FactKind::offered);
    std::int64_t consented = 0;
    for (const auto& offer : offers) {
        consented += static_cast<Consent>(offer.detail) == Consent::given ? 1 : 0;
    }
    const auto offered = static_cast<std::int64_t>(offers.size());
    CHECK(share_distance(consented, offered, 0.8) < 1.0);
    CHECK(share_distance(consented, offered, 1.05 * 0.8) > 1.0);
    CHECK(share_distance(consented, offered, 0.95 * 0.8) > 1.0);
}

TEST_CASE("the share of missed appointments that are booked again is the stated one") {
    // 0.3 of n = 60,000: 0.015 is 8 standard errors.
    WorldPlan plan;
    plan.parameters.referral.arrive_level = test::never;
    plan.parameters.referral.rebook = 0.30;
    HandMadeWorld world{plan};
    constexpr std::int64_t persons = 60'000;
    for (std::int64_t n = 0; n < persons; ++n) {
        world.offer(world.add_person(), Consent::given);
    }
    world.forget_facts();
    world.run_days(31.0);
    REQUIRE(told(world, FactKind::not_kept) == persons);
    const auto again = told(world, FactKind::booked);
    CHECK(share_distance(again, persons, 0.30) < 1.0);
    CHECK(share_distance(again, persons, 1.05 * 0.30) > 1.0);
    CHECK(share_distance(again, persons, 0.95 * 0.30) > 1.0);
}
