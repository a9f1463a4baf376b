#include "engine/core/contracts.hpp"
#include "engine/relations/understanding.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/unit/relations/relation_defaults.hpp"

#include <cmath>

using namespace tsunagi;
using test::relation_defaults;
using test::run_start;

namespace {

/// U just after a contact, once it is stationary under contacts every so many days.
double stationary(double every_days, double weight) {
    Understanding understanding{0.0, run_start};
    SimTime now = run_start;
    for (int contact = 0; contact < 3'000; ++contact) {
        now = run_start + contact * sampled(every_days);
        gain_understanding(understanding, relation_defaults, weight, now);
    }
    return understanding_at(understanding, relation_defaults.half_life_days, now);
}

} // namespace

TEST_CASE("understanding halves every half-life and never leaves 0 by itself") {
    const Understanding half{0.8, run_start};
    CHECK(understanding_at(half, 365.0, run_start) == 0.8);
    CHECK(understanding_at(half, 365.0, run_start + 365 * one_day) == 0.4);
    CHECK(understanding_at(half, 365.0, run_start + 730 * one_day) == 0.2);
    CHECK(understanding_at({0.0, run_start}, 365.0, run_start + 99 * one_day) == 0.0);
}

TEST_CASE("a contact gains a share of what is missing, by its weight") {
    Understanding understanding{0.5, run_start};
    gain_understanding(understanding, relation_defaults, 1.0, run_start);
    CHECK(understanding.value == Approx(0.6).epsilon(1e-14));
    gain_understanding(understanding, relation_defaults, 0.5, run_start);
    CHECK(understanding.value == Approx(0.64).epsilon(1e-14));
    gain_understanding(understanding, relation_defaults, 0.0, run_start);
    CHECK(understanding.value == Approx(0.64).epsilon(1e-14));
}

TEST_CASE("monthly contact carries understanding to 0.8187") {
    CHECK(stationary(30.0, 1.0) == Approx(0.8187).margin(0.00005));
}

TEST_CASE("regular contact carries understanding to its closed form") {
    // U just after a contact tends to g w / (1 - d (1 - g w)), d = 2^(-interval / half-life).
    for (const double every_days : {7.0, 30.0, 61.0, 182.0, 365.25}) {
        for (const double weight : {0.3, 0.5, 1.0}) {
            const double gain = relation_defaults.gain_per_contact * weight;
            const double kept = std::exp2(-every_days / relation_defaults.half_life_days);
            CHECK(stationary(every_days, weight) ==
                  Approx(gain / (1.0 - kept * (1.0 - gain))).epsilon(1e-12));
        }
    }
}

TEST_CASE("rotation of both sides leaves 0.72 x 0.825 = 0.594") {
    CHECK(rotation_factor(relation_defaults, 2.5) == Approx(0.72).epsilon(1e-14));
    CHECK(rotation_factor(relation_defaults, 4.0) == Approx(0.825).epsilon(1e-14));
    CHECK(rotation_factor(relation_defaults, 2.5) * rotation_factor(relation_defaults, 4.0) ==
          Approx(0.594).epsilon(1e-14));
}

TEST_CASE("rotation takes nothing where routines keep all or nobody's leaving matters") {
    auto other = relation_defaults;
    other.routine = 1.0;
    CHECK(rotation_factor(other, 2.0) == 1.0);
    other = relation_defaults;
    other.rotation_loss = 0.0;
    CHECK(rotation_factor(other, 2.0) == 1.0);
    CHECK_THROWS_AS(rotation_factor(relation_defaults, 0.9), ContractViolation);
}

TEST_CASE("the contacts that carry a level carry that level") {
    for (const double level : {0.05, 0.40, 0.60, 0.90}) {
        const double weight = weight_for_level(relation_defaults, {4.0, 2.5}, level);
        CHECK(carried_level(relation_defaults, {4.0, 2.5}, weight) == Approx(level).epsilon(1e-12));
    }
    CHECK_THROWS_AS(weight_for_level(relation_defaults, {4.0, 2.5}, 1.0), ContractViolation);
}

TEST_CASE("liaison contact of centre and office follows the written formula") {
    // k = ln 2 / 365 - (ln 0.825 + ln 0.72) / 365.25 a day; f = k L / (1 - L) 365.25 / gain a year.
    const double loss = std::log(2.0) / 365.0 - (std::log(0.825) + std::log(0.72)) / 365.25;
    const double frequency = loss * 0.60 / 0.40 * 365.25 / 0.20;
    CHECK(weight_for_level(relation_defaults, {4.0, 2.5}, 0.60) ==
          Approx(frequency).epsilon(1e-12));
    CHECK(frequency == Approx(9.108).margin(0.001));
    // A default guarantor meeting, six a year, carries less than 0.60: it is topped up.
    CHECK(carried_level(relation_defaults, {4.0, 2.5}, 6.0) ==
          Approx(6.0 / (6.0 + frequency / 1.5)));
}
