// Laws of custody in whole worlds. Level 1e-6, fixed seeds; every test rejects each share and each
// parameter of its law where it is 5 % wrong, either way.
#include "engine/lives/custody.hpp"
#include "engine/lives/supervision.hpp"

#include "tests/statistical/care/shares.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <cstdint>
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

struct LivesAfterArrest {
    std::vector<double> terms; ///< days in prison, without the 125 on remand
    std::int64_t paroled{};
};

// 120,000 persons who are all arrested on the first day, in six worlds, until the last is out.
LivesAfterArrest lives_after_arrest() {
    LivesAfterArrest lives;
    for (std::uint64_t replication = 1; replication <= 6; ++replication) {
        WorldPlan plan;
        plan.key.replication = replication;
        plan.parameters.recognition.per_opportunity = 0.0;
        plan.parameters.use.custody = 1.0;
        plan.parameters.supervision.revoked_at_arrest = 1.0;
        HandMadeWorld world{plan};
        for (int n = 0; n < 20'000; ++n) {
            const auto person = supervised_person(world);
            world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::drug); });
        }
        world.forget_facts();
        world.run_days(4900.0);
        for (const auto& fact : world.facts(FactKind::custody_ended)) {
            lives.terms.push_back(test::day_of(fact) - 125.0);
        }
        lives.paroled += static_cast<std::int64_t>(world.count(FactKind::supervision_started));
    }
    return lives;
}

struct LogNormal {
    double median = 550.0;
    double log_sd = 0.4;

    double operator()(double days) const {
        return 0.5 * std::erfc(-std::log(days / median) / log_sd / std::sqrt(2.0));
    }
};

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
    // Kolmogorov-Smirnov of the terms, n = 120,000: critical distance 0.0078. 5 % of the median
    // moves the law by up to 0.048, of the log standard deviation by 0.0118. 5 % of 0.66 is 24
    // standard errors.
    constexpr std::int64_t persons = 120'000;
    const auto lives = lives_after_arrest();
    REQUIRE(lives.terms.size() == persons);
    const auto distance_from = [&](const LogNormal& law) {
        return test::kolmogorov_smirnov(lives.terms, law);
    };
    CHECK(distance_from({}) < 1.0);
    for (const double error : {0.95, 1.05}) {
        INFO("times " << error);
        CHECK(distance_from({.median = error * 550.0}) > 1.0);
        CHECK(distance_from({.log_sd = error * 0.4}) > 1.0);
    }
    const auto paroled = lives.paroled;
    CHECK(test::share_distance(paroled, persons, 0.66) < 1.0);
    CHECK(test::share_distance(paroled, persons, 1.05 * 0.66) > 1.0);
    CHECK(test::share_distance(paroled, persons, 0.95 * 0.66) > 1.0);
}
