#include "engine/core/rounding.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("the nearest whole number, halves up") {
    CHECK(nearest_whole(2.4999) == 2);
    CHECK(nearest_whole(2.5) == 3);
    CHECK(nearest_whole(-2.5) == -2);
    CHECK(nearest_whole(-2.6) == -3);
    CHECK(nearest_whole(0.0) == 0);
}
