// Against the C library in long double, over all magnitudes.
#include "engine/core/contracts.hpp"
#include "engine/random/near_zero.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/decades.hpp"

#include <cmath>
#include <limits>

using namespace tsunagi;
using test::decades;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double relative_error(double value, long double truth) {
    return static_cast<double>(std::abs((static_cast<long double>(value) - truth) / truth));
}

} // namespace

TEST_CASE("log(1 + x) keeps its digits from the smallest to the largest numbers") {
    for (const double x : decades(1e-300, 1e300, 131)) {
        CHECK(relative_error(det::log_one_plus(x), std::log1p(static_cast<long double>(x))) <
              1e-15);
        if (x < 1.0) {
            CHECK(relative_error(det::log_one_plus(-x), std::log1p(-static_cast<long double>(x))) <
                  1e-15);
        }
    }
    CHECK(det::log_one_plus(0.0) == 0.0);
}

TEST_CASE("e^x - 1 keeps its digits from the smallest to the largest numbers") {
    for (const double x : decades(1e-300, 709.0, 131)) {
        CHECK(relative_error(det::exp_minus_one(x), std::expm1(static_cast<long double>(x))) <
              1e-15);
        CHECK(relative_error(det::exp_minus_one(-x), std::expm1(-static_cast<long double>(x))) <
              1e-15);
    }
    CHECK(det::exp_minus_one(0.0) == 0.0);
    CHECK(det::exp_minus_one(-800.0) == -1.0);
    CHECK(det::exp_minus_one(-infinite) == -1.0);
}

TEST_CASE("arguments outside their range break a contract") {
    CHECK_THROWS_AS(det::log_one_plus(-1.0), ContractViolation);
    CHECK_THROWS_AS(det::log_one_plus(infinite), ContractViolation);
    CHECK_THROWS_AS(det::exp_minus_one(709.1), ContractViolation);
    CHECK_THROWS_AS(det::exp_minus_one(std::numeric_limits<double>::quiet_NaN()),
                    ContractViolation);
}
