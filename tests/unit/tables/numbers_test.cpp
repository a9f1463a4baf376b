#include "outputs/tables/numbers.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

ShownEstimate estimate(double value, double lower, double upper) {
    return {.value = value, .standard_error = 0.1, .interval = Interval{lower, upper}};
}

} // namespace

TEST_CASE("differences show about two digits, a sign, and their interval") {
    CHECK(difference_text(estimate(0.0207, 0.0180, 0.0234), 100.0) == "+2.1 [+1.8, +2.3]");
    CHECK(difference_text(estimate(-0.0025, -0.0055, 0.0004), 100.0) == "-0.25 [-0.55, +0.04]");
    CHECK(difference_text(estimate(12.34, 11.0, 13.9), 1.0) == "+12 [+11, +14]");
    CHECK(difference_text({.value = 1.26, .standard_error = {}, .interval = {}}, 1.0) == "+1.3");
}

TEST_CASE("exactly nothing is 0, and what rounds to nothing has no sign") {
    CHECK(difference_text(estimate(0.0, 0.0, 0.0), 100.0) == "0");
    CHECK(difference_text(estimate(-0.001, -3.0, 3.0), 1.0) == "0.0 [-3.0, +3.0]");
}

TEST_CASE("two digits keep to plain decimals") {
    CHECK(two_digits(0.0) == "0");
    CHECK(two_digits(0.0312) == "0.031");
    CHECK(two_digits(8.74) == "8.7");
    CHECK(two_digits(123.4) == "123");
    CHECK(two_digits(1e-12) == "0.000000");
    CHECK(in_100(0.0874) == "8.7");
}
