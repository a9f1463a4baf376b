#include "engine/clocks/baselines.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

const ExponentialBaseline exponential_baseline{0.02};
const WeibullBaseline weibull_baseline{0.6, 640.0};
const PiecewiseBaseline piecewise_baseline{{{0.0, 0.03}, {10.0, 0.0}, {25.0, 0.004}}};

template <Baseline B> void check_inverse(const B& baseline) {
    CHECK(baseline.cumulative(0.0) == 0.0);
    double before = 0.0;
    for (double hazard = 0.01; hazard < 20.0; hazard *= 1.3) {
        const double age = baseline.age_at(hazard);
        CHECK(baseline.cumulative(age) == Approx(hazard).epsilon(1e-12));
        CHECK(age >= before);
        before = age;
    }
}

} // namespace

TEST_CASE("cumulative hazards follow their closed forms") {
    for (const double age : {0.5, 9.0, 10.0, 17.0, 25.0, 400.0}) {
        CHECK(exponential_baseline.cumulative(age) == Approx(0.02 * age).epsilon(1e-14));
        CHECK(weibull_baseline.cumulative(age) ==
              Approx(std::pow(age / 640.0, 0.6)).epsilon(1e-13));
    }
    CHECK(piecewise_baseline.cumulative(4.0) == Approx(0.12));
    CHECK(piecewise_baseline.cumulative(10.0) == Approx(0.30));
    CHECK(piecewise_baseline.cumulative(24.0) == Approx(0.30));
    CHECK(piecewise_baseline.cumulative(125.0) == Approx(0.70));
}

TEST_CASE("age at a cumulative hazard is the inverse of the cumulative hazard") {
    check_inverse(exponential_baseline);
    check_inverse(weibull_baseline);
    check_inverse(piecewise_baseline);
}

TEST_CASE("a piece without hazard is crossed and a hazard that ends is never reached") {
    CHECK(piecewise_baseline.age_at(0.30) == Approx(10.0));
    CHECK(piecewise_baseline.age_at(0.3001) > 25.0);
    const PiecewiseBaseline ending{{{0.0, 0.1}, {10.0, 0.0}}};
    CHECK(ending.age_at(1.0) == Approx(10.0));
    CHECK(ending.age_at(1.1) < 0.0);
    CHECK(ExponentialBaseline{0.0}.age_at(1e-9) < 0.0);
}

TEST_CASE("parameters outside their range break a contract") {
    CHECK_THROWS_AS(ExponentialBaseline(-0.1), ContractViolation);
    CHECK_THROWS_AS(WeibullBaseline(0.0, 10.0), ContractViolation);
    CHECK_THROWS_AS(WeibullBaseline(1.0, 0.0), ContractViolation);
    using Pieces = std::vector<PiecewiseBaseline::Piece>;
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{1.0, 0.1}}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{0.0, 0.1}, {0.0, 0.2}}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{0.0, -0.1}}), ContractViolation);
}
