#include "engine/core/rounding.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("the nearest whole number, halves up") {
    CHECK(nearest_whole(2.4999) == 2);
    CHECK(nearest_whole(2.5) == 3);
    CHECK(nearest_whole(-2.5) == -2);
    CHECK(nearest_whole(-2.6) == -3);
    CHECK(nearest_whole(0.0) == 0);
    // Where adding a half would round by itself.
    CHECK(nearest_whole(0.49999999999999994) == 0);
    CHECK(nearest_whole(0x1p52 + 1.0) == (std::int64_t{1} << 52) + 1);
}
