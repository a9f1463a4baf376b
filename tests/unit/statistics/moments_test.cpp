#include "engine/core/contracts.hpp"
#include "engine/statistics/moments.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace tsunagi;

TEST_CASE("moments agree with their definitions") {
    const std::vector<double> values{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0};
    CHECK(mean(values) == 5.0);
    CHECK(variance(values) == Approx(32.0 / 7.0));
    const std::vector<double> doubled{4.0, 8.0, 8.0, 8.0, 10.0, 10.0, 14.0, 18.0};
    CHECK(covariance(values, doubled) == Approx(64.0 / 7.0));
    // Third central moment 42/8, second 4, so g1 = 5.25 / 8 and G1 = g1 sqrt(56) / 6.
    CHECK(skewness(values) == Approx(0.65625 * std::sqrt(56.0) / 6.0));
}

TEST_CASE("equal values have themselves as mean, variance 0 and no skewness") {
    const std::vector<double> values(7, 0.1);
    CHECK(mean(values) == 0.1);
    CHECK(variance(values) == 0.0);
    CHECK(skewness(values) == 0.0);
}

TEST_CASE("a large common part costs no digits of the variance") {
    const std::vector<double> values{1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0};
    CHECK(variance(values) == 30.0);
}

TEST_CASE("sample quantiles interpolate as type 7") {
    const std::vector<double> values{10.0, 1.0, 4.0, 2.0}; // R: quantile(c(10, 1, 4, 2))
    CHECK(sample_quantile(values, 0.0) == 1.0);
    CHECK(sample_quantile(values, 0.25) == 1.75);
    CHECK(sample_quantile(values, 0.5) == 3.0);
    CHECK(sample_quantile(values, 0.75) == 5.5);
    CHECK(sample_quantile(values, 1.0) == 10.0);
    CHECK(sample_quantile(std::vector<double>{3.0}, 0.3) == 3.0);
}

TEST_CASE("a share counts the values that reach the threshold itself") {
    CHECK(share_at_least(std::vector<double>{0.0, 0.01, 0.02, -1.0}, 0.01) == 0.5);
}

TEST_CASE("samples too small or malformed are refused") {
    const std::vector<double> none;
    const std::vector<double> one{1.0};
    CHECK_THROWS_AS(mean(none), ContractViolation);
    CHECK_THROWS_AS(variance(one), ContractViolation);
    CHECK_THROWS_AS(covariance(one, std::vector<double>{1.0, 2.0}), ContractViolation);
    CHECK_THROWS_AS(skewness(std::vector<double>{1.0, 2.0}), ContractViolation);
    CHECK_THROWS_AS(sample_quantile(none, 0.5), ContractViolation);
    CHECK_THROWS_AS(sample_quantile(one, 1.5), ContractViolation);
    const std::vector<double> broken{1.0, std::numeric_limits<double>::quiet_NaN()};
    CHECK_THROWS_AS(sample_quantile(broken, 0.5), ContractViolation);
    CHECK_THROWS_AS(share_at_least(none, 0.0), ContractViolation);
}
