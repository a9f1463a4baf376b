#include "engine/core/contracts.hpp"
#include "engine/statistics/jackknife.hpp"
#include "engine/statistics/ratio.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

// Second sum over first.
std::optional<double> share(const Sums& sums) {
    return sums.at(0) == 0
               ? std::nullopt
               : std::optional{static_cast<double>(sums.at(1)) / static_cast<double>(sums.at(0))};
}

} // namespace

TEST_CASE("the jackknife of a ratio of sums is the one worked out by hand and that of ratios") {
    const std::vector<Sums> units{{4, 1}, {4, 2}, {8, 3}};
    const auto estimate = jackknife(units, share);
    REQUIRE(estimate.has_value());
    CHECK(estimate->value == 6.0 / 16.0);
    // Without each unit: 5/12, 4/12, 3/8; mean 0.375; squares 1/576 + 1/576 + 0; times 2/3.
    REQUIRE(estimate->standard_error.has_value());
    CHECK(*estimate->standard_error == Approx(std::sqrt(2.0 / 576.0 * 2.0 / 3.0)));
    const std::vector<std::int64_t> numerator{1, 2, 3};
    const std::vector<std::int64_t> denominator{4, 4, 8};
    CHECK(*estimate->standard_error ==
          Approx(ratio_of_sums({numerator, denominator}, {})->standard_error));
}

TEST_CASE("a statistic of one unit has a value and no error, of none not even a value") {
    const std::vector<Sums> one{{4, 1}};
    CHECK(jackknife(one, share)->value == 0.25);
    CHECK_FALSE(jackknife(one, share)->standard_error.has_value());
    CHECK_FALSE(jackknife({}, share).has_value());
}

TEST_CASE("where the statistic vanishes with a unit, its error is unknown, not small") {
    const std::vector<Sums> all_in_one{{4, 1}, {0, 0}};
    CHECK(jackknife(all_in_one, share)->value == 0.25);
    CHECK_FALSE(jackknife(all_in_one, share)->standard_error.has_value());
    const std::vector<Sums> nothing{{0, 0}, {0, 0}};
    CHECK_FALSE(jackknife(nothing, share).has_value());
}

TEST_CASE("units of unequal length are a broken contract") {
    const std::vector<Sums> unequal{{4, 1}, {4}};
    CHECK_THROWS_AS(jackknife(unequal, share), ContractViolation);
    CHECK_THROWS_AS(total_of(unequal), ContractViolation);
    CHECK(total_of({}).empty());
}
