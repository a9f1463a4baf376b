#include "engine/clocks/baselines.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/decades.hpp"
#include "tests/unit/clocks/example_baselines.hpp"

#include <cmath>
#include <limits>

using namespace tsunagi;
using test::decades;
using test::exponential_baseline;
using test::weibull_baseline;

namespace {

const LogLogisticBaseline log_logistic_baseline{
    {.scale_days = 137.0, .shape = 0.415, .level = 1.0}};
const LogLogisticBaseline early_lapse_baseline{
    {.scale_days = 137.0, .shape = 0.415, .level = 0.32}};
const GompertzBaseline rising_baseline{{.start_per_day = 1e-5, .growth_per_day = 2e-4}};
const GompertzBaseline falling_baseline{{.start_per_day = 0.03, .growth_per_day = -0.001}};
const PiecewiseBaseline piecewise_baseline{{{0.0, 0.03}, {10.0, 0.0}, {25.0, 0.004}}};

template <Baseline B> void check_inverse(const B& baseline) {
    CHECK(baseline.cumulative(0.0) == 0.0);
    double before = 0.0;
    for (const double hazard : decades(0.01, 20.0, 9)) {
        const double age = baseline.age_at(hazard);
        CHECK(baseline.cumulative(age) == Approx(hazard).epsilon(1e-12));
        CHECK(age >= before);
        before = age;
    }
}

/// From the age and back, over many decades.
template <Baseline B> void check_round_trips(const B& baseline) {
    for (const double age : decades(1e-9, 2e4, 9)) {
        CHECK(baseline.age_at(baseline.cumulative(age)) == Approx(age).epsilon(1e-12));
    }
}

} // namespace

TEST_CASE("cumulative hazards follow their closed forms") {
    for (const double age : {0.5, 9.0, 10.0, 17.0, 25.0, 400.0}) {
        CHECK(exponential_baseline.cumulative(age) == Approx(0.02 * age).epsilon(1e-14));
        CHECK(weibull_baseline.cumulative(age) ==
              Approx(std::pow(age / 640.0, 0.6)).epsilon(1e-13));
    }
    for (const double age : {1e-6, 0.5, 9.0, 137.0, 365.25, 4'000.0}) {
        const double standard = std::log1p(std::pow(age / 137.0, 0.415));
        CHECK(log_logistic_baseline.cumulative(age) == Approx(standard).epsilon(1e-13));
        CHECK(early_lapse_baseline.cumulative(age) == Approx(0.32 * standard).epsilon(1e-13));
        CHECK(rising_baseline.cumulative(age) ==
              Approx(1e-5 / 2e-4 * std::expm1(2e-4 * age)).epsilon(1e-13));
        CHECK(falling_baseline.cumulative(age) ==
              Approx(-0.03 / 0.001 * std::expm1(-0.001 * age)).epsilon(1e-13));
    }
    CHECK(piecewise_baseline.cumulative(4.0) == Approx(0.12));
    CHECK(piecewise_baseline.cumulative(10.0) == Approx(0.30));
    CHECK(piecewise_baseline.cumulative(24.0) == Approx(0.30));
    CHECK(piecewise_baseline.cumulative(125.0) == Approx(0.70));
}

TEST_CASE("age at a cumulative hazard is the inverse of the cumulative hazard") {
    check_inverse(exponential_baseline);
    check_inverse(weibull_baseline);
    check_inverse(log_logistic_baseline);
    check_inverse(early_lapse_baseline);
    check_inverse(rising_baseline);
    check_inverse(falling_baseline);
    check_inverse(piecewise_baseline);
}

TEST_CASE("log-logistic and Gompertz ages make the round trip over many decades") {
    check_round_trips(log_logistic_baseline);
    check_round_trips(early_lapse_baseline);
    check_round_trips(LogLogisticBaseline{{.scale_days = 60.0, .shape = 2.2, .level = 0.9}});
    check_round_trips(rising_baseline);
    check_round_trips(GompertzBaseline{{.start_per_day = 0.03, .growth_per_day = -1e-4}});
}

TEST_CASE("half have had a log-logistic event by the scale, whatever the shape") {
    for (const double shape : {0.2, 0.415, 1.0, 3.0}) {
        const LogLogisticBaseline baseline{{.scale_days = 90.0, .shape = shape, .level = 1.0}};
        CHECK(std::exp(-baseline.cumulative(90.0)) == Approx(0.5).epsilon(1e-14));
    }
}

TEST_CASE("a Gompertz hazard without growth is constant") {
    const GompertzBaseline constant{{.start_per_day = 0.02, .growth_per_day = 0.0}};
    const GompertzBaseline nearly{{.start_per_day = 0.02, .growth_per_day = 1e-300}};
    for (const double age : {1e-3, 1.0, 400.0}) {
        CHECK(constant.cumulative(age) == exponential_baseline.cumulative(age));
        CHECK(constant.age_at(0.02 * age) == Approx(age));
        CHECK(nearly.cumulative(age) == Approx(0.02 * age));
        CHECK(nearly.age_at(0.02 * age) == Approx(age));
    }
}

TEST_CASE("a falling Gompertz hazard is never reached from its limit on") {
    // 0.03 / 0.001 = 30
    CHECK(falling_baseline.age_at(29.9) > 5'000.0);
    CHECK(falling_baseline.age_at(30.0) < 0.0);
    CHECK(falling_baseline.age_at(1e300) < 0.0);
    CHECK(GompertzBaseline{{.start_per_day = 0.0, .growth_per_day = 0.1}}.age_at(1e-9) < 0.0);
}

TEST_CASE("what a double cannot hold is infinite") {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    CHECK(early_lapse_baseline.age_at(300.0) == infinite);
    CHECK(early_lapse_baseline.age_at(100.0) == infinite); // e^(100 / 0.32 / 0.415)
    CHECK(rising_baseline.cumulative(1e9) == infinite);
    CHECK(rising_baseline.age_at(1e308) == infinite);
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
    CHECK_THROWS_AS(LogLogisticBaseline({.scale_days = 0.0, .shape = 1.0, .level = 1.0}),
                    ContractViolation);
    CHECK_THROWS_AS(LogLogisticBaseline({.scale_days = 1.0, .shape = 0.0, .level = 1.0}),
                    ContractViolation);
    CHECK_THROWS_AS(LogLogisticBaseline({.scale_days = 1.0, .shape = 1.0, .level = 0.0}),
                    ContractViolation);
    CHECK_THROWS_AS(GompertzBaseline({.start_per_day = -0.1, .growth_per_day = 0.0}),
                    ContractViolation);
    CHECK_THROWS_AS(GompertzBaseline({.start_per_day = 0.1,
                                      .growth_per_day = std::numeric_limits<double>::quiet_NaN()}),
                    ContractViolation);
    using Pieces = std::vector<PiecewiseBaseline::Piece>;
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{1.0, 0.1}}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{0.0, 0.1}, {0.0, 0.2}}), ContractViolation);
    CHECK_THROWS_AS(PiecewiseBaseline(Pieces{{0.0, -0.1}}), ContractViolation);
}
