#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/random/special_numbers.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <array>
#include <cmath>
#include <vector>

using namespace tsunagi;
using test::infinity;
using test::not_a_number;

namespace {

constexpr double smallest_u = 0x1p-53;
constexpr double largest_u = 1.0 - 0x1p-53;

} // namespace

TEST_CASE("an event of probability 0 never happens, of probability 1 always") {
    for (const double u : {smallest_u, 0.5, largest_u}) {
        CHECK_FALSE(happens(0.0, u));
        CHECK(happens(1.0, u));
    }
    CHECK(happens(0.5, 0.499));
    CHECK_FALSE(happens(0.5, 0.5));
    CHECK_THROWS_AS(happens(-0.1, 0.5), ContractViolation);
    CHECK_THROWS_AS(happens(1.1, 0.5), ContractViolation);
    CHECK_THROWS_AS(happens(not_a_number, 0.5), ContractViolation);
}

TEST_CASE("continuous samplers invert their survival or distribution function") {
    CHECK(exponential(3.0, 0.5) == Approx(3.0 * std::log(2.0)).epsilon(1e-15));
    CHECK(exponential(0.0, 0.5) == 0.0);
    CHECK(weibull(1.0, 3.0, 0.2) == exponential(3.0, 0.2));
    CHECK(weibull(2.0, 5.0, std::exp(-4.0)) == Approx(10.0).epsilon(1e-14));
    CHECK(log_normal(20.0, 0.7, 0.5) == 20.0);
    CHECK(log_normal(20.0, 0.7, det::normal_cdf(1.0)) ==
          Approx(20.0 * std::exp(0.7)).epsilon(1e-14));
    CHECK(log_normal(20.0, 0.0, 0.9) == 20.0);
    CHECK(log_uniform(2.0, 8.0, 0.5) == Approx(4.0).epsilon(1e-15));
    CHECK(log_uniform(2.0, 8.0, smallest_u) >= 2.0);
    CHECK(log_uniform(2.0, 8.0, largest_u) <= 8.0);
    CHECK(log_uniform(3.0, 3.0, 0.3) == 3.0);
}

TEST_CASE("a truncated normal stays within its bounds and keeps its law, in the middle and in "
          "either tail") {
    const boost::math::normal standard;
    const auto law_at = [&](double z) { return cdf(standard, z); };
    const std::array laws = {
        TruncatedNormal{.mean = 1.0, .sd = 2.0, .lower = -1.0, .upper = 6.0},
        TruncatedNormal{.mean = 0.0, .sd = 1.0, .lower = -9.0, .upper = -8.0},
        TruncatedNormal{.mean = 0.0, .sd = 1.0, .lower = -infinity, .upper = 0.5}};
    for (const TruncatedNormal& law : laws) {
        const double below = law_at((law.lower - law.mean) / law.sd);
        const double inside = law_at((law.upper - law.mean) / law.sd) - below;
        for (const double u : {smallest_u, 0.1, 0.5, 0.9, largest_u}) {
            const double x = truncated_normal(law, u);
            CHECK(x >= law.lower);
            CHECK(x <= law.upper);
            CHECK((law_at((x - law.mean) / law.sd) - below) / inside == Approx(u).margin(1e-12));
            // The mirror image of the law at the mirror image of the uniform.
            const TruncatedNormal mirrored{-law.mean, law.sd, -law.upper, -law.lower};
            CHECK(truncated_normal(mirrored, 1.0 - u) == Approx(-x).epsilon(1e-12));
        }
    }
    CHECK(truncated_normal({.mean = 5.0, .sd = 0.1, .lower = 2.0, .upper = 2.0}, 0.3) == 2.0);
    const TruncatedNormal whole{.mean = 0.0, .sd = 1.0, .lower = -infinity, .upper = infinity};
    CHECK(truncated_normal(whole, 0.3) == Approx(det::normal_quantile(0.3)).epsilon(1e-15));
    CHECK(truncated_normal({.mean = 0.0, .sd = 1.0, .lower = 0.0, .upper = infinity}, largest_u) <
          9.0);
}

TEST_CASE("samplers move monotonically with u") {
    const TruncatedNormal law{.mean = 1.0, .sd = 2.0, .lower = -1.0, .upper = 6.0};
    for (int thousandth = 1; thousandth < 998; ++thousandth) {
        const double u = thousandth / 1000.0;
        const double v = u + 0.001;
        REQUIRE(exponential(2.0, u) >= exponential(2.0, v));
        REQUIRE(weibull(0.7, 2.0, u) >= weibull(0.7, 2.0, v));
        REQUIRE(log_normal(2.0, 0.5, u) <= log_normal(2.0, 0.5, v));
        REQUIRE(log_uniform(2.0, 9.0, u) <= log_uniform(2.0, 9.0, v));
        REQUIRE(truncated_normal(law, u) <= truncated_normal(law, v));
        REQUIRE(poisson(30.0, u) <= poisson(30.0, v));
        REQUIRE(poisson(30.0, u) <= poisson(31.0, u));
    }
}

TEST_CASE(
    "a weighted choice follows the weights, never takes an empty option, never runs off the end") {
    const std::vector<double> weights{0.0, 1.0, 0.0, 3.0, 0.0};
    CHECK(choose_index(weights, smallest_u) == 1);
    CHECK(choose_index(weights, 0.2499) == 1);
    CHECK(choose_index(weights, 0.25) == 3);
    CHECK(choose_index(weights, largest_u) == 3);
    // 0.1 + 0.2 + ... rounds: the target may reach the total.
    const std::vector<double> rounding{0.1, 0.2, 0.3, 0.1, 0.0};
    CHECK(choose_index(rounding, largest_u) == 3);
    CHECK(choose_index(std::vector<double>{5.0}, 0.5) == 0);
    CHECK_THROWS_AS(choose_index({}, 0.5), ContractViolation);
    CHECK_THROWS_AS(choose_index(std::vector<double>{0.0, 0.0}, 0.5), ContractViolation);
    CHECK_THROWS_AS(choose_index(std::vector<double>{1.0, -1.0, 2.0}, 0.5), ContractViolation);
    CHECK_THROWS_AS(choose_index(std::vector<double>{1.0, not_a_number}, 0.5), ContractViolation);
    CHECK_THROWS_AS(choose_index(std::vector<double>{1.0, infinity}, 0.5), ContractViolation);
}

TEST_CASE("a Poisson count is the smallest one whose distribution function reaches u") {
    CHECK(poisson(0.0, largest_u) == 0);
    for (const double mean : {0.01, 0.7, 3.0, 30.0, 300.0, 699.0}) {
        const boost::math::poisson_distribution<double> law{mean};
        for (int thousandth = 0; thousandth < 1000; ++thousandth) {
            const double u = (thousandth + 0.5) / 1000.0;
            const auto count = static_cast<double>(poisson(mean, u));
            REQUIRE(cdf(law, count) >= u - 1e-11);
            REQUIRE((count == 0.0 || cdf(law, count - 1.0) <= u + 1e-11));
        }
        const auto largest = static_cast<double>(poisson(mean, largest_u));
        CHECK(largest <= mean + 12.0 * std::sqrt(mean) + 20.0);
    }
}

TEST_CASE("parameters outside their range are refused, not a number among them") {
    for (const double bad : {-1.0, infinity, not_a_number}) {
        CHECK_THROWS_AS(exponential(bad, 0.5), ContractViolation);
        CHECK_THROWS_AS(log_normal(bad, 1.0, 0.5), ContractViolation);
        CHECK_THROWS_AS(log_normal(1.0, bad, 0.5), ContractViolation);
        CHECK_THROWS_AS(weibull(bad, 1.0, 0.5), ContractViolation);
        CHECK_THROWS_AS(weibull(1.0, bad, 0.5), ContractViolation);
        CHECK_THROWS_AS(log_uniform(bad, 1.0, 0.5), ContractViolation);
        CHECK_THROWS_AS(poisson(bad, 0.5), ContractViolation);
        CHECK_THROWS_AS(truncated_normal({0.0, bad, 0.0, 1.0}, 0.5), ContractViolation);
    }
    CHECK_THROWS_AS(poisson(700.0, 0.5), ContractViolation);
    CHECK_THROWS_AS(log_uniform(2.0, 1.0, 0.5), ContractViolation);
    CHECK_THROWS_AS(truncated_normal({0.0, 1.0, 1.5, 1.0}, 0.5), ContractViolation);
    CHECK_THROWS_AS(truncated_normal({0.0, 1.0, 100.0, 101.0}, 0.5), ContractViolation);
    for (const double u : {0.0, 1.0, not_a_number}) {
        CHECK_THROWS_AS(exponential(1.0, u), ContractViolation);
        CHECK_THROWS_AS(log_normal(1.0, 1.0, u), ContractViolation);
        CHECK_THROWS_AS(weibull(1.0, 1.0, u), ContractViolation);
        CHECK_THROWS_AS(log_uniform(1.0, 2.0, u), ContractViolation);
        CHECK_THROWS_AS(truncated_normal({0.0, 1.0, 0.0, 1.0}, u), ContractViolation);
        CHECK_THROWS_AS(choose_index(std::vector<double>{1.0}, u), ContractViolation);
        CHECK_THROWS_AS(poisson(1.0, u), ContractViolation);
    }
}
