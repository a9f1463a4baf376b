#include "engine/core/contracts.hpp"
#include "engine/relations/interpolation.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

TEST_CASE("mix(0.09, 0.30, 0.5) = 0.1707 and lmix(30, 8, 0.5) = 15.49") {
    CHECK(mixed_probability(0.09, 0.30, 0.5) == Approx(0.1707).margin(0.00005));
    CHECK(mixed_delay_days(30.0, 8.0, 0.5) == Approx(15.49).margin(0.005));
}

TEST_CASE("without a link the cold level holds, to the bit") {
    for (const double cold : {0.0, 1e-9, 0.03, 0.09, 0.40, 0.98}) {
        CHECK(mixed_probability(cold, 0.45, 0.0) == cold);
    }
    for (const double cold : {0.25, 1.0, 30.0, 45.0}) {
        CHECK(mixed_delay_days(cold, 8.0, 0.0) == cold);
    }
}

TEST_CASE("a full link gives the warm level") {
    CHECK(mixed_probability(0.09, 0.30, 1.0) == Approx(0.30).epsilon(1e-14));
    CHECK(mixed_delay_days(30.0, 8.0, 1.0) == Approx(8.0).epsilon(1e-14));
}

TEST_CASE("equal levels make the link indifferent") {
    for (const double link : {0.0, 0.3, 1.0, 1.5}) {
        CHECK(mixed_probability(0.40, 0.40, link) == Approx(0.40).epsilon(1e-14));
        CHECK(mixed_delay_days(14.0, 14.0, link) == Approx(14.0).epsilon(1e-14));
    }
}

TEST_CASE("levels mix on the log-odds and the log scale, beyond 1 as well") {
    const auto logit = [](double p) { return std::log(p / (1.0 - p)); };
    for (int quarter = -2; quarter <= 9; ++quarter) {
        const double link = quarter / 4.0;
        const double p = mixed_probability(0.06, 0.25, link);
        CHECK(logit(p) == Approx(logit(0.06) + link * (logit(0.25) - logit(0.06))).epsilon(1e-12));
        const double days = mixed_delay_days(30.0, 8.0, link);
        CHECK(days == Approx(30.0 * std::pow(8.0 / 30.0, link)).epsilon(1e-12));
    }
}

TEST_CASE("probabilities are capped at 0.98 and delays floored at a quarter day") {
    CHECK(mixed_probability(0.30, 0.90, 20.0) == 0.98);
    CHECK(mixed_probability(0.99, 0.99, 0.0) == 0.98);
    CHECK(mixed_delay_days(30.0, 1.0, 20.0) == 0.25);
    CHECK(mixed_delay_days(0.1, 0.1, 0.0) == 0.25);
}

TEST_CASE("a level of 0 mixes linearly, so that it stays 0 without a link") {
    CHECK(mixed_probability(0.0, 0.3, 0.5) == Approx(0.15));
    CHECK(mixed_probability(0.0, 0.3, 0.0) == 0.0);
    CHECK(mixed_probability(0.2, 0.0, 2.0) == 0.0);
    CHECK(mixed_probability(0.0, 0.9, 1.5) == 0.98);
}

TEST_CASE("a stronger link never makes an offer rarer or a delay longer") {
    double p = 0.0;
    double days = 1e9;
    for (int hundredth = 0; hundredth <= 150; ++hundredth) {
        const double link = hundredth / 100.0;
        CHECK(mixed_probability(0.09, 0.30, link) >= p);
        CHECK(mixed_delay_days(30.0, 8.0, link) <= days);
        p = mixed_probability(0.09, 0.30, link);
        days = mixed_delay_days(30.0, 8.0, link);
    }
}

TEST_CASE("levels outside their range break a contract") {
    CHECK_THROWS_AS(mixed_probability(-0.1, 0.3, 0.5), ContractViolation);
    CHECK_THROWS_AS(mixed_probability(0.1, 1.0, 0.5), ContractViolation);
    CHECK_THROWS_AS(mixed_delay_days(0.0, 8.0, 0.5), ContractViolation);
    CHECK_THROWS_AS(mixed_delay_days(30.0, -1.0, 0.5), ContractViolation);
}
