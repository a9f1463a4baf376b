#include "engine/core/contracts.hpp"
#include "engine/statistics/aalen_johansen.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;

namespace {

using Counts = std::vector<std::int64_t>;

/// Moves of three states; whoever is not named stays.
struct ThreeStates {
    Counts at_start;
    Counts moves;    ///< [day][from][to]
    Counts censored; ///< [day][state]

    StateProbabilities from(std::size_t start) const {
        return {{.states = 3, .at_start = at_start, .moves = moves, .censored = censored}, start};
    }
};

// Two days of well (0), ill (1) and dead (2). Day 1: of 10 well 4 fall ill and 1 dies; of 5 ill 1
// recovers and 2 die. Day 2 begins with 6 well and 6 ill; 2 of the well were censored.
const ThreeStates by_hand{
    {10, 5, 0}, {0, 4, 1, 1, 0, 2, 0, 0, 0, 0, 3, 0, 2, 0, 1, 0, 0, 0}, {2, 0, 0, 0, 0, 0}};

/// Expected counts of 10^15 persons with constant hazards by month in small steps: 0.3 well to
/// ill, 0.1 well to dead, 0.2 ill to dead, up to t = 5.
ThreeStates illness_and_death() {
    constexpr int steps = 2000;
    constexpr double step = 5.0 / steps;
    const auto leaving = [](std::int64_t persons, double hazard) {
        return static_cast<double>(persons) * -std::expm1(-hazard * step);
    };
    ThreeStates counts{{1'000'000'000'000'000, 0, 0}, {}, Counts(steps * 3, 0)};
    auto well = counts.at_start[0];
    std::int64_t ill = 0;
    for (int day = 0; day < steps; ++day) {
        const auto fall_ill = std::llround(leaving(well, 0.4) * 0.75);
        const auto die_well = std::llround(leaving(well, 0.4) * 0.25);
        const auto die_ill = std::llround(leaving(ill, 0.2));
        counts.moves.insert(counts.moves.end(), {0, fall_ill, die_well, 0, 0, die_ill, 0, 0, 0});
        well -= fall_ill + die_well;
        ill += fall_ill - die_ill;
    }
    return counts;
}

} // namespace

TEST_CASE("probabilities are the product of the days' matrices, as in a calculation by hand") {
    const auto well = by_hand.from(0);
    REQUIRE(well.days() == 2);
    CHECK(well.at(0, 0) == 1.0);
    CHECK(well.at(1, 0) == Approx(0.5));
    CHECK(well.at(1, 1) == Approx(0.4));
    CHECK(well.at(1, 2) == Approx(0.1));
    // Day 2: 4 well are at risk, 3 fall ill; 6 ill, 2 recover and 1 dies.
    CHECK(well.at(2, 0) == Approx(0.5 / 4.0 + 0.4 / 3.0));
    CHECK(well.at(2, 1) == Approx(0.5 * 0.75 + 0.4 * 0.5));
    CHECK(well.at(2, 2) == Approx(0.1 + 0.4 / 6.0));
    const auto ill = by_hand.from(1);
    CHECK(ill.at(1, 0) == Approx(0.2));
    CHECK(ill.at(2, 1) == Approx(0.2 * 0.75 + 0.4 * 0.5));
    // Whoever moves on a day has spent it where it came from.
    CHECK(well.mean_days(2, 0).value == Approx(1.0 + 0.5));
    CHECK(well.mean_days(2, 1).value == Approx(0.4));
    CHECK(well.mean_days(2, 2).value == Approx(0.1));
    CHECK(well.mean_days(0, 0).value == 0.0);
}

TEST_CASE("the variance adds what each state's moves change, as in a calculation by hand") {
    const auto well = by_hand.from(0);
    // Day 1, 10 at risk: being well afterwards means a quarter, ill a third, dead nothing to be
    // well on day 2. Day 2: 3 of 4 leave, 2 of 6 recover.
    const double mean = 0.5 / 4.0 + 0.4 / 3.0;
    const double first = (0.5 / 16.0 + 0.4 / 9.0 - mean * mean) / 10.0;
    const double second = 0.25 * (0.25 * 0.75) / 4.0 + 0.16 * (1.0 / 3.0 * 2.0 / 3.0) / 6.0;
    const auto estimate = well.probability(2, 0);
    CHECK(estimate.value == well.at(2, 0));
    CHECK(estimate.standard_error == Approx(std::sqrt(first + second)));
    // One day of the two is certain; the other is well with the probability of day 1.
    CHECK(well.mean_days(2, 0).standard_error == Approx(std::sqrt(0.5 * 0.5 / 10.0)));
    CHECK(well.probability(0, 0).standard_error == 0.0);
}

TEST_CASE("constant hazards of illness and death give their closed form") {
    const auto counts = illness_and_death();
    const auto well = counts.from(0);
    const std::size_t end = well.days();
    const double both = std::exp(-0.4 * 5.0);
    const double ill = 0.3 / 0.2 * (std::exp(-0.2 * 5.0) - both);
    CHECK(both == Approx(0.13533528).margin(5e-9));
    CHECK(ill == Approx(0.34881624).margin(5e-9));
    CHECK(well.at(end, 0) == Approx(both).epsilon(1e-10));
    // Someone who fell ill within a step cannot die in it; the error is of the order of the step.
    CHECK(well.at(end, 1) == Approx(ill).epsilon(5e-4));
    CHECK(well.at(end, 2) == Approx(0.51584848).epsilon(5e-4));
    const double days = (1.0 - both) / 0.4 / 5.0 * static_cast<double>(end);
    CHECK(well.mean_days(end, 0).value == Approx(days).epsilon(1e-3));
    CHECK(well.mean_days(end, 0).value + well.mean_days(end, 1).value +
              well.mean_days(end, 2).value ==
          Approx(static_cast<double>(end)).epsilon(1e-12));
}

TEST_CASE("with everybody watched, the variance is that of a proportion") {
    const ThreeStates counts{
        {20, 0, 0}, {0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0}, Counts(6, 0)};
    const auto well = counts.from(0);
    const auto proportion = [](double p) { return std::sqrt(p * (1.0 - p) / 20.0); };
    CHECK(well.at(2, 0) == Approx(5.0 / 20.0));
    CHECK(well.probability(2, 0).standard_error == Approx(proportion(5.0 / 20.0)));
    CHECK(well.at(2, 1) == Approx(10.0 / 20.0));
    CHECK(well.at(2, 2) == Approx(5.0 / 20.0));
}

TEST_CASE("a state that nobody is in is left by nobody, and ends are certain") {
    const ThreeStates counts{
        {4, 0, 0}, {0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0}, Counts(6, 0)};
    const auto well = counts.from(0);
    CHECK(well.at(1, 0) == 0.0);
    CHECK(well.at(2, 2) == 1.0);
    CHECK(well.probability(2, 2).standard_error == 0.0);
    CHECK(well.probability(2, 0).standard_error == 0.0);
    CHECK(well.mean_days(2, 1).value == 1.0);
}

TEST_CASE("moves that contradict each other are refused") {
    const auto refused = [](const ThreeStates& counts) {
        CHECK_THROWS_AS(counts.from(0), ContractViolation);
    };
    const Counts none(9, 0);
    refused({{4, 0}, none, {0, 0, 0}});
    refused({{4, 0, 0}, none, {0, 0}});
    refused({{4, 0, 0}, Counts(8, 0), {0, 0, 0}});
    refused({{0, 4, 0}, none, {0, 0, 0}});
    refused({{4, -1, 0}, none, {0, 0, 0}});
    refused({{4, 0, 0}, {1, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0}});
    refused({{4, 0, 0}, {0, 3, 2, 0, 0, 0, 0, 0, 0}, {0, 0, 0}});
    refused({{4, 0, 0}, {0, -1, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0}});
    refused({{4, 0, 0}, {0, 0, 0, 1, 0, 0, 0, 0, 0}, {0, 0, 0}});
    refused({{4, 0, 0}, {0, 1, 0, 0, 0, 0, 0, 0, 0}, {4, 0, 0}});
    refused({{4, 0, 0}, none, {-1, 0, 0}});
    const auto well = by_hand.from(0);
    CHECK_THROWS_AS(by_hand.from(3), ContractViolation);
    CHECK_THROWS_AS(well.at(3, 0), ContractViolation);
    CHECK_THROWS_AS(well.at(0, 3), ContractViolation);
    CHECK_THROWS_AS(well.probability(3, 0), ContractViolation);
    CHECK_THROWS_AS(well.mean_days(3, 0), ContractViolation);
    CHECK_THROWS_AS(well.mean_days(0, 3), ContractViolation);
}
