// Laws of custody in whole worlds. Level 1e-6, fixed seed; every test shows that a model 5 % wrong
// is rejected.
#include "engine/lives/custody.hpp"
#include "engine/lives/supervision.hpp"

#include "tests/statistical/care/shares.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Under supervision to the end of the test.
ClientId supervised_person(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 5000.0});
    world.act([&](Views& views) { start_supervision(views.lives, person); });
    return person;
}

} // namespace

TEST_CASE("of those arrested nine in ten go into custody, and of those 95 % lose supervision") {
    // 5 % of 0.90 of n = 20,000 is 21 standard errors; of 0.95 of about 18,000, 29.
    constexpr int persons = 20'000;
    WorldPlan plan;
    plan.parameters.recognition.per_opportunity = 0.0;
    HandMadeWorld world{plan};
    for (int n = 0; n < persons; ++n) {
        const auto person = supervised_person(world);
        world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::drug); });
    }
    const auto custodies = static_cast<std::int64_t>(world.count(FactKind::custody_started));
    const auto revoked = static_cast<std::int64_t>(world.count(FactKind::supervision_revoked));
    CHECK(test::share_distance(custodies, persons, 0.90) < 1.0);
    CHECK(test::share_distance(custodies, persons, 1.05 * 0.90) > 1.0);
    CHECK(test::share_distance(custodies, persons, 0.95 * 0.90) > 1.0);
    CHECK(test::share_distance(revoked, custodies, 0.95) < 1.0);
    CHECK(test::share_distance(revoked, custodies, 1.05 * 0.95) > 1.0);
    CHECK(test::share_distance(revoked, custodies, 0.95 * 0.95) > 1.0);
}

TEST_CASE("terms are log-normal, and two in three come out on parole") {
    // Kolmogorov-Smirnov of the terms, n = 20,000: critical distance 0.019; a median 5 % off moves
    // the law by up to 0.048. 5 % of 0.66 is 9.9 standard errors.
    constexpr int persons = 20'000;
    WorldPlan plan;
    plan.parameters.recognition.per_opportunity = 0.0;
    plan.parameters.use.custody = 1.0;
    plan.parameters.supervision.revoked_at_arrest = 1.0;
    HandMadeWorld world{plan};
    for (int n = 0; n < persons; ++n) {
        const auto person = supervised_person(world);
        world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::drug); });
    }
    world.forget_facts();
    world.run_days(4900.0);
    std::vector<double> terms;
    for (const auto& fact : world.facts(FactKind::custody_ended)) {
        terms.push_back(test::day_of(fact) - 125.0);
    }
    REQUIRE(terms.size() == persons);
    const auto law = [](double error) {
        return [error](double days) {
            return 0.5 * std::erfc(-std::log(days / (error * 550.0)) / 0.4 / std::sqrt(2.0));
        };
    };
    CHECK(test::kolmogorov_smirnov(terms, law(1.0)) < 1.0);
    CHECK(test::kolmogorov_smirnov(terms, law(1.05)) > 1.0);
    CHECK(test::kolmogorov_smirnov(terms, law(0.95)) > 1.0);
    const auto paroled = static_cast<std::int64_t>(world.count(FactKind::supervision_started));
    CHECK(test::share_distance(paroled, persons, 0.66) < 1.0);
    CHECK(test::share_distance(paroled, persons, 1.05 * 0.66) > 1.0);
    CHECK(test::share_distance(paroled, persons, 0.95 * 0.66) > 1.0);
}
