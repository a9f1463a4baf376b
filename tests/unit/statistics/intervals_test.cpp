#include "engine/core/contracts.hpp"
#include "engine/statistics/intervals.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

TEST_CASE("quantiles of Student's t agree with closed forms and tables") {
    // One degree of freedom: tan(pi (p - 1/2)); two: (2 p - 1) sqrt(2 / (1 - (2 p - 1)^2)).
    CHECK(student_quantile(0.975, 1.0) == Approx(12.706204736).epsilon(1e-9));
    CHECK(student_quantile(0.9, 2.0) == Approx(0.8 * std::sqrt(2.0 / 0.36)).epsilon(1e-12));
    CHECK(student_quantile(0.975, 10.0) == Approx(2.228138852).epsilon(1e-9));
    CHECK(student_quantile(0.5, 7.0) == Approx(0.0).margin(1e-14));
}

TEST_CASE("a family shares its risk of error among its members") {
    const double alone = half_width_factor(11, {.level = 0.95, .family = 1});
    CHECK(alone == Approx(2.228138852).epsilon(1e-9));
    CHECK(half_width_factor(11, {.level = 0.95, .family = 5}) ==
          Approx(half_width_factor(11, {.level = 0.99, .family = 1})).epsilon(1e-12));
    const Interval interval = t_interval({3.0, 0.5, 11}, {});
    CHECK(interval.lower == Approx(3.0 - 0.5 * alone));
    CHECK(interval.upper == Approx(3.0 + 0.5 * alone));
}

TEST_CASE("the interval of a proportion is symmetric in its log-odds and stays within 0 and 1") {
    const auto interval = logit_interval({0.02, 0.015, 5}, {});
    REQUIRE(interval);
    CHECK(interval->lower > 0.0);
    CHECK(interval->upper < 1.0);
    const auto odds = [](double p) { return p / (1.0 - p); };
    CHECK(odds(interval->lower) * odds(interval->upper) == Approx(odds(0.02) * odds(0.02)));
    CHECK(std::log(odds(interval->upper) / odds(0.02)) ==
          Approx(half_width_factor(5, {}) * 0.015 / (0.02 * 0.98)));
    CHECK_FALSE(logit_interval({0.0, 0.0, 5}, {}));
    CHECK_FALSE(logit_interval({1.0, 0.0, 5}, {}));
}

TEST_CASE("intervals refuse what has no meaning") {
    CHECK_THROWS_AS(student_quantile(1.0, 5.0), ContractViolation);
    CHECK_THROWS_AS(student_quantile(0.5, 0.0), ContractViolation);
    CHECK_THROWS_AS(half_width_factor(1, {}), ContractViolation);
    CHECK_THROWS_AS(half_width_factor(5, {.level = 1.0}), ContractViolation);
    CHECK_THROWS_AS(half_width_factor(5, {.level = 0.95, .family = 0}), ContractViolation);
    CHECK_THROWS_AS(logit_interval({1.2, 0.1, 5}, {}), ContractViolation);
    CHECK_THROWS_AS(logit_interval({0.2, -0.1, 5}, {}), ContractViolation);
}
