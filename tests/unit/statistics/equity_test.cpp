#include "engine/core/contracts.hpp"
#include "engine/statistics/equity.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;

namespace {

using Groups = std::vector<GroupLevel>;

} // namespace

TEST_CASE("the gap is the largest less the smallest level of groups with anybody in them") {
    CHECK(*largest_gap(Groups{{10, 0.3}, {5, 0.1}, {0, 0.9}, {8, 0.25}}) == Approx(0.2));
    CHECK(largest_gap(Groups{{10, 0.3}}) == 0.0);
    CHECK_FALSE(largest_gap(Groups{{0, 0.3}}));
    CHECK_FALSE(largest_gap({}));
    CHECK_THROWS_AS(largest_gap(Groups{{-1, 0.3}}), ContractViolation);
}

TEST_CASE("the concentration index of levels 1 to n is (n - 1) / 3n, and of equal ones 0") {
    const Groups rising{{1, 1.0}, {1, 2.0}, {1, 3.0}, {1, 4.0}, {1, 5.0}};
    const Groups falling(rising.rbegin(), rising.rend());
    CHECK(*concentration_index(rising) == Approx(4.0 / 15.0));
    CHECK(*concentration_index(falling) == Approx(-4.0 / 15.0));
    CHECK(std::abs(*concentration_index(Groups{{3, 0.2}, {9, 0.2}, {2, 0.2}})) < 1e-15);
}

TEST_CASE("with all of it in the best placed of n persons, the index is 1 - 1 / n") {
    CHECK(*concentration_index(Groups{{3, 0.0}, {1, 2.0}}) == Approx(0.75));
    CHECK(*concentration_index(Groups{{1, 2.0}, {3, 0.0}}) == Approx(-0.75));
}

TEST_CASE("splitting a group or rescaling levels moves no concentration") {
    const auto whole = concentration_index(Groups{{4, 0.1}, {6, 0.4}});
    CHECK(*concentration_index(Groups{{4, 1.0}, {6, 4.0}}) == Approx(*whole));
    CHECK(*concentration_index(Groups{{1, 0.1}, {3, 0.1}, {0, 9.0}, {2, 0.4}, {4, 0.4}}) ==
          Approx(*whole));
}

TEST_CASE("nothing to share out has no concentration, and negative numbers are refused") {
    CHECK_FALSE(concentration_index(Groups{{4, 0.0}, {6, 0.0}}));
    CHECK_FALSE(concentration_index({}));
    CHECK_THROWS_AS(concentration_index(Groups{{-4, 0.1}}), ContractViolation);
    CHECK_THROWS_AS(concentration_index(Groups{{4, -0.1}}), ContractViolation);
}
