#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/streams.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/random/special_numbers.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using test::infinity;
using test::not_a_number;

namespace {

constexpr int points = 200'000;

/// Distance in units in the last place of the double nearest to the true value.
double ulps(double value, long double truth) {
    int exponent = 0;
    std::frexp(static_cast<double>(truth), &exponent);
    const int last_place = std::max(exponent, -1021) - 53;
    return static_cast<double>(
        std::fabs((static_cast<long double>(value) - truth) / std::ldexp(1.0L, last_place)));
}

/// Worst error of a function against the C library's long double, over numbers spread by `place`.
template <class Function, class Truth, class Place>
double worst_ulps(Function function, Truth truth, Place place) {
    Philox4x64 words;
    double worst = 0.0;
    for (int point = 0; point < points; ++point) {
        const double x = place(unit_interval(words()));
        worst = std::max(worst, ulps(function(x), truth(static_cast<long double>(x))));
    }
    return worst;
}

long double true_log(long double x) {
    return std::log(x);
}
long double true_exp(long double x) {
    return std::exp(x);
}
long double true_half_power(long double x) {
    return std::exp2(-x);
}

} // namespace

TEST_CASE("log is within one unit in the last place") {
    CHECK(worst_ulps(det::log, true_log, [](double u) { return std::exp(1400.0 * (u - 0.5)); }) <=
          1.0);
    CHECK(worst_ulps(det::log, true_log, [](double u) { return 0.5 + u; }) <= 1.0);
    CHECK(worst_ulps(det::log, true_log, [](double u) { return 1.0 + 1e-6 * (u - 0.5); }) <= 1.0);
    CHECK(worst_ulps(det::log, true_log, [](double u) { return 0x1p-1030 * u; }) <= 1.0);
}

TEST_CASE("exp is within one unit in the last place, also where numbers become subnormal") {
    CHECK(worst_ulps(det::exp, true_exp, [](double u) { return 1400.0 * (u - 0.5); }) <= 1.0);
    CHECK(worst_ulps(det::exp, true_exp, [](double u) { return 2.0 * (u - 0.5); }) <= 1.0);
    CHECK(worst_ulps(det::exp, true_exp, [](double u) { return -708.0 - 37.0 * u; }) <= 1.0);
}

TEST_CASE("half_power is within one unit in the last place and exact at whole numbers") {
    CHECK(worst_ulps(
              det::half_power, true_half_power, [](double u) { return 1060.0 * u - 10.0; }) <= 1.0);
    CHECK(worst_ulps(det::half_power, true_half_power, [](double u) { return u; }) <= 1.0);
    CHECK(det::half_power(0.0) == 1.0);
    CHECK(det::half_power(1.0) == 0.5);
    CHECK(det::half_power(-10.0) == 1024.0);
    CHECK(det::half_power(1074.0) == 0x1p-1074);
    CHECK(det::half_power(infinity) == 0.0);
}

TEST_CASE("special values of log and exp are exact") {
    CHECK(det::log(1.0) == 0.0);
    CHECK(det::log(2.0) == 0x1.62e42fefa39efp-1);
    CHECK(det::exp(0.0) == 1.0);
    CHECK(det::exp(-0.0) == 1.0);
    CHECK(det::exp(1.0) == 0x1.5bf0a8b145769p+1);
    CHECK(det::exp(-infinity) == 0.0);
    CHECK(det::exp(-746.0) == 0.0);
    CHECK(det::exp(-745.0) == 0x1p-1074);
}

TEST_CASE("arguments outside the domain are refused, not a number among them") {
    for (const double x : {0.0, -1.0, infinity, not_a_number}) {
        CHECK_THROWS_AS(det::log(x), ContractViolation);
    }
    for (const double x : {709.5, infinity, not_a_number}) {
        CHECK_THROWS_AS(det::exp(x), ContractViolation);
    }
    for (const double u : {0.0, 1.0, -0.5, not_a_number}) {
        CHECK_THROWS_AS(det::normal_quantile(u), ContractViolation);
        CHECK_THROWS_AS(det::logit(u), ContractViolation);
    }
    CHECK_THROWS_AS(det::normal_cdf(not_a_number), ContractViolation);
    CHECK_THROWS_AS(det::expit(not_a_number), ContractViolation);
    CHECK_THROWS_AS(det::half_power(not_a_number), ContractViolation);
    CHECK_THROWS_AS(det::half_power(-1001.0), ContractViolation);
    CHECK_THROWS_AS(det::power(0.0, 1.0), ContractViolation);
    CHECK_THROWS_AS(det::power(2.0, 2000.0), ContractViolation);
}

TEST_CASE("power keeps its stated error, and a neutral exponent changes nothing") {
    Philox4x64 words;
    double worst = 0.0;
    for (int point = 0; point < points; ++point) {
        const double base = det::exp(20.0 * unit_interval(words()) - 10.0);
        const double exponent = 6.0 * unit_interval(words()) - 3.0;
        const long double truth =
            std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
        const double bound = (1.0 + 2.0 * std::fabs(exponent * std::log(base))) * 0x1p-52;
        worst = std::max(worst,
                         static_cast<double>(std::fabs(
                             static_cast<long double>(det::power(base, exponent)) / truth - 1.0L)) /
                             bound);
        REQUIRE(det::power(base, 1.0) == base);
        REQUIRE(det::power(base, 0.0) == 1.0);
    }
    CHECK(worst <= 1.0);
}

TEST_CASE("log-odds and their inverse agree with their definitions and with each other") {
    CHECK(det::expit(0.0) == 0.5);
    CHECK(det::expit(infinity) == 1.0);
    CHECK(det::expit(-infinity) == 0.0);
    CHECK(det::logit(0.5) == 0.0);
    CHECK(det::logit(0.75) == Approx(std::log(3.0)).epsilon(1e-15));
    CHECK(det::logit(0.25) == -det::logit(0.75));
    for (int step = 0; step <= 162; ++step) {
        const double x = -30.0 + 0.37 * step;
        CHECK(det::expit(x) == Approx(1.0 / (1.0 + std::exp(-x))).epsilon(1e-15));
        CHECK(det::logit(det::expit(-std::fabs(x))) == Approx(-std::fabs(x)).epsilon(1e-14));
    }
}

TEST_CASE(
    "the normal quantile agrees with Boost.Math, far tails included, and is odd to the last bit") {
    const boost::math::normal normal;
    Philox4x64 words;
    double worst = 0.0;
    for (int point = 0; point < points; ++point) {
        const double u = unit_interval(words());
        const double far = std::pow(10.0, -300.0 * unit_interval(words()));
        for (const double probability : {u, far}) {
            const double truth = quantile(normal, probability);
            worst = std::max(worst,
                             std::fabs(det::normal_quantile(probability) - truth) /
                                 std::max(std::fabs(truth), 1e-2));
        }
        REQUIRE(det::normal_quantile(1.0 - u) == -det::normal_quantile(u));
    }
    CHECK(worst < 2e-15);
    CHECK(det::normal_quantile(0.5) == 0.0);
}

TEST_CASE("the normal distribution function keeps its digits in the lower tail") {
    Philox4x64 words;
    double worst_absolute = 0.0;
    double worst_relative = 0.0;
    for (int point = 0; point < points; ++point) {
        const double z = 46.0 * unit_interval(words()) - 37.0;
        const long double truth = 0.5L * std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L));
        const long double error = std::fabs(static_cast<long double>(det::normal_cdf(z)) - truth);
        worst_absolute = std::max(worst_absolute, static_cast<double>(error));
        worst_relative = std::max(worst_relative, static_cast<double>(error / truth));
    }
    CHECK(worst_absolute < 1e-15);
    CHECK(worst_relative < 2e-15);
    CHECK(det::normal_cdf(0.0) == 0.5);
    CHECK(det::normal_cdf(-infinity) == 0.0);
    CHECK(det::normal_cdf(infinity) == 1.0);
}

TEST_CASE("the sine of a turn is exact at its quarters and right between them") {
    Philox4x64 words;
    double worst = 0.0;
    for (int point = 0; point < points; ++point) {
        const double x = 8.0 * unit_interval(words()) - 4.0;
        const long double angle = 2.0L * std::acos(-1.0L) * static_cast<long double>(x);
        worst = std::max(worst,
                         std::fabs(static_cast<double>(
                             static_cast<long double>(det::sine_of_turn(x)) - std::sin(angle))));
    }
    CHECK(worst < 1e-15);
    for (const double whole : {-3.0, 0.0, 1.0, 1e9}) {
        CHECK(det::sine_of_turn(whole) == 0.0);
        CHECK(det::sine_of_turn(whole + 0.25) == 1.0);
        CHECK(det::sine_of_turn(whole + 0.5) == 0.0);
        CHECK(det::sine_of_turn(whole + 0.75) == -1.0);
    }
    CHECK_THROWS_AS(det::sine_of_turn(infinity), ContractViolation);
}
