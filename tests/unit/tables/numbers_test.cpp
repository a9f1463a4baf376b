#include "engine/core/contracts.hpp"
#include "outputs/tables/numbers.hpp"

#include "tests/support/catch.hpp"

#include <limits>

using namespace tsunagi;

namespace {

ShownEstimate estimate(double value, double lower, double upper) {
    return {.value = value, .standard_error = 0.1, .interval = Interval{lower, upper}};
}

} // namespace

TEST_CASE("an effect is printed with two significant digits") {
    CHECK(significant(12.4) == "12");
    CHECK(significant(2.345) == "2.3");
    CHECK(significant(0.0123) == "0.012");
    CHECK(significant(9.96) == "10");
    CHECK(significant(0.0996) == "0.10");
    CHECK(significant(0.0) == "0");
    CHECK(significant(1234.0) == "1234");
}

TEST_CASE("a difference carries its sign, and minus is the true minus") {
    CHECK(significant(2.3, Sign::always) == "+2.3");
    CHECK(significant(-2.3, Sign::always) == "\u22122.3");
    CHECK(significant(-2.3) == "\u22122.3");
    CHECK(significant(0.0, Sign::always) == "0");
}

TEST_CASE("no zero has a sign, however it was rounded to") {
    CHECK(whole(-0.4, Sign::always) == "0");
    CHECK(whole(0.4, Sign::always) == "0");
    CHECK(fixed(-0.001, 2, Sign::always) == "0.00");
}

TEST_CASE("persons are whole, halves away from zero") {
    CHECK(whole(6.5) == "7");
    CHECK(whole(-6.5) == "\u22127");
    CHECK(whole(81.6) == "82");
}

TEST_CASE("a difference shows no digit that its interval leaves without meaning") {
    CHECK(decimals_of_estimate(0.031, 0.43) == 2);
    CHECK(decimals_of_estimate(2.3, 0.4) == 1);
    CHECK(decimals_of_estimate(12.0, 0.4) == 0);
    CHECK(decimals_of_estimate(0.0, 0.024) == 3);
    CHECK(decimals_of_estimate(0.0, 0.0) == 0);
    CHECK(decimals_of_estimate(0.25, 0.0) == 2);
}

TEST_CASE("a round number has no zeros at its end") {
    CHECK(short_number(1.0) == "1");
    CHECK(short_number(1.5) == "1.5");
    CHECK(short_number(0.10) == "0.1");
    CHECK(short_number(100.0) == "100");
}

TEST_CASE("what stands behind a printed number reads back as the same number") {
    CHECK(std::stod(exact(0.1 + 0.2)) == 0.1 + 0.2);
    CHECK(std::stod(exact(1.0 / 3.0)) == 1.0 / 3.0);
}

TEST_CASE("what is no number is never printed") {
    CHECK_THROWS_AS(fixed(std::numeric_limits<double>::quiet_NaN(), 1), ContractViolation);
    CHECK_THROWS_AS(significant(std::numeric_limits<double>::infinity()), ContractViolation);
    CHECK_THROWS_AS(decimals_of_estimate(1.0, -1.0), ContractViolation);
}

TEST_CASE("a difference stands before its interval, and all three share their decimals") {
    CHECK(difference_text(estimate(0.0207, 0.0180, 0.0234), 100.0) == "+2.1 [+1.8, +2.3]");
    CHECK(difference_text(estimate(-0.0025, -0.0055, 0.0004), 100.0) ==
          "\u22120.25 [\u22120.55, +0.04]");
    CHECK(difference_text(estimate(12.34, 11.0, 13.9), 1.0) == "+12 [+11, +14]");
    CHECK(difference_text({.value = 1.26, .standard_error = {}, .interval = {}}, 1.0) == "+1.3");
    CHECK(difference_text(estimate(0.0, 0.0, 0.0), 100.0) == "0");
    CHECK(difference_text(estimate(-0.001, -3.0, 3.0), 1.0) == "0.0 [\u22123.0, +3.0]");
    CHECK(in_100(0.0874) == "8.7");
}

TEST_CASE("a share is one of so many people, with two significant digits") {
    CHECK(one_in(0.25) == "4");
    CHECK(one_in(-0.00117) == "850");
    CHECK(one_in(1.0 / 996.0) == "1000");
    CHECK(one_in(1.0 / 99.6) == "100");
    CHECK_THROWS_AS(one_in(0.0), ContractViolation);
}

TEST_CASE("a level has one decimal, or two digits that mean something") {
    CHECK(level_text(20.64) == "20.6");
    CHECK(level_text(1.25) == "1.2");
    CHECK(level_text(0.114) == "0.11");
    CHECK(level_text(0.0786) == "0.079");
    CHECK(level_text(0.0) == "0.0");
}
