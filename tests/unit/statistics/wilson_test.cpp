#include "engine/core/contracts.hpp"
#include "engine/statistics/wilson.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

// The bounds p are the solutions of |k/n - p| = z sqrt(p (1 - p) / n): the score test itself.
TEST_CASE("at its bounds the score test is exactly at its critical value") {
    constexpr double z = 1.959963984540054;
    for (const Trials seen :
         {Trials{7, 10}, Trials{43, 59}, Trials{1, 400}, Trials{5000, 10'000}}) {
        const auto interval = wilson_interval(seen);
        const auto n = static_cast<double>(seen.trials);
        const double share = static_cast<double>(seen.successes) / n;
        for (const double bound : {interval.lower, interval.upper}) {
            const double score = std::abs(share - bound) / std::sqrt(bound * (1.0 - bound) / n);
            CHECK(score == Approx(z).epsilon(1e-10));
        }
        CHECK(interval.lower < share);
        CHECK(share < interval.upper);
    }
}

TEST_CASE("none or all of the trials have an exact bound at the edge") {
    constexpr double z_squared = 3.841458820694124;
    const auto none = wilson_interval({0, 20});
    CHECK(none.lower == 0.0);
    CHECK(none.upper == Approx(z_squared / (20.0 + z_squared)).epsilon(1e-12));
    const auto all = wilson_interval({20, 20});
    CHECK(all.upper == 1.0);
    CHECK(all.lower == Approx(20.0 / (20.0 + z_squared)).epsilon(1e-12));
}

TEST_CASE("successes outside the trials are a broken contract") {
    CHECK_THROWS_AS(wilson_interval({0, 0}), ContractViolation);
    CHECK_THROWS_AS(wilson_interval({3, 2}), ContractViolation);
    CHECK_THROWS_AS(wilson_interval({-1, 2}), ContractViolation);
}
