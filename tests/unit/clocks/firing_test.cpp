#include "engine/clocks/firing.hpp"

#include "tests/support/catch.hpp"

#include <limits>

using namespace tsunagi;

TEST_CASE("a firing instant is rounded up to whole ticks, at least one") {
    const SimTime since{Duration{1'000'000'000}};
    const double second = 1.0 / 86'400.0;
    CHECK(firing_instant(since, 2.0) == since + 2 * one_day);
    CHECK(firing_instant(since, 2.25 * second) == since + Duration{3});
    CHECK(firing_instant(since, 0.25 * second) == since + Duration{1});
    CHECK(firing_instant(since, 0.0) == since + Duration{1});
    CHECK(firing_instant(since, -1e-12) == since + Duration{1});
}

TEST_CASE("a wait of ten thousand years or more never ends") {
    const SimTime since{Duration{1'000'000'000}};
    CHECK(firing_instant(since, 3'652'499.0) == since + 3'652'499 * one_day);
    CHECK_FALSE(firing_instant(since, 3'652'500.0));
    CHECK_FALSE(firing_instant(since, std::numeric_limits<double>::infinity()));
    CHECK_FALSE(firing_instant(since, std::numeric_limits<double>::quiet_NaN()));
}
