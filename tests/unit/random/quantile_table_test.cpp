#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/random/streams.hpp"

#include "tests/support/catch.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>

#include <algorithm>
#include <cmath>

using namespace tsunagi;

namespace {

/// Worst relative error against Boost.Math over the middle and both far tails.
template <class Law> double worst_error(const QuantileTable& table, const Law& law) {
    Philox4x64 words;
    double worst = 0.0;
    for (int point = 0; point < 3000; ++point) {
        const double middle = unit_interval(words());
        const double low = std::max(std::pow(middle, 9.0), 0x1p-53);
        for (const double u : {middle, low, 1.0 - low}) {
            const double truth = u < 0.5 ? quantile(law, u) : quantile(complement(law, 1.0 - u));
            worst = std::max(worst, std::fabs(table.at(u) / truth - 1.0));
        }
    }
    return worst;
}

void check_monotone(const QuantileTable& table) {
    double before = 0.0;
    for (int point = 1; point < 100'000; ++point) {
        const double now = table.at(point * 1e-5);
        REQUIRE(now >= before * (1.0 - 0x1p-51));
        before = now;
    }
    CHECK(table.at(0x1p-53) <= table.at(1e-5));
    CHECK(table.at(1.0 - 0x1p-53) >= before);
}

} // namespace

TEST_CASE("tabulated gamma quantiles agree with Boost.Math and never decrease") {
    for (const double shape : {1.0, 1.3, 2.5, 10.0, 100.0, 1e4}) {
        const auto table = gamma_quantiles(shape);
        CHECK(worst_error(table, boost::math::gamma_distribution<double>{shape, 1.0}) < 1e-9);
        check_monotone(table);
    }
    CHECK(worst_error(gamma_quantiles(0.5), boost::math::gamma_distribution<double>{0.5, 1.0}) <
          5e-9);
}

TEST_CASE("tabulated beta quantiles agree with Boost.Math, stay below 1 and never decrease") {
    struct Case {
        double a;
        double b;
        double tolerance;
    };
    for (const auto& [a, b, tolerance] : {Case{1.0, 1.0, 1e-9},
                                          Case{2.0, 3.0, 1e-9},
                                          Case{47.0, 22.0, 1e-9},
                                          Case{43.5, 16.5, 1e-9},
                                          Case{1.0, 300.0, 1e-9},
                                          Case{300.0, 2.0, 1e-9},
                                          Case{0.5, 0.5, 5e-9},
                                          Case{0.5, 30.0, 5e-9},
                                          Case{30.0, 0.5, 5e-9}}) {
        const auto table = beta_quantiles(a, b);
        CHECK(worst_error(table, boost::math::beta_distribution<double>{a, b}) < tolerance);
        CHECK(table.at(1.0 - 0x1p-53) <= 1.0);
        check_monotone(table);
    }
}

TEST_CASE("a table of a log-normal law is exact to rounding, since its logarithm is linear in z") {
    const QuantileTable table{[](double z) { return 1.5 + 0.8 * z; }};
    for (int thousandth = 1; thousandth < 1000; ++thousandth) {
        const double u = thousandth / 1000.0;
        CHECK(table.at(u) == Approx(det::exp(1.5 + 0.8 * det::normal_quantile(u))).epsilon(1e-13));
    }
}

TEST_CASE("a table refuses a function that decreases or is not finite, and parameters outside "
          "their range") {
    CHECK_THROWS_AS(QuantileTable([](double z) { return -z; }), ContractViolation);
    CHECK_THROWS_AS(QuantileTable([](double z) { return z < 5.0 ? z : z * HUGE_VAL; }),
                    ContractViolation);
    CHECK_THROWS_AS(gamma_quantiles(0.4), ContractViolation);
    CHECK_THROWS_AS(beta_quantiles(2.0, 2e4), ContractViolation);
    CHECK_THROWS_AS(gamma_quantiles(2.0).at(1.0), ContractViolation);
}
