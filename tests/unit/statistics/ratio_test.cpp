#include "engine/core/contracts.hpp"
#include "engine/statistics/moments.hpp"
#include "engine/statistics/ratio.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;

namespace {

using Counts = std::vector<std::int64_t>;

} // namespace

TEST_CASE("a ratio of sums and its jackknife agree with a calculation by hand") {
    const Counts numerator{1, 2, 3};
    const Counts denominator{4, 4, 8};
    const auto estimate = ratio_of_sums({numerator, denominator}, {});
    REQUIRE(estimate);
    CHECK(estimate->level == 6.0 / 16.0);
    // Without each unit: 5/12, 4/12, 3/8; mean 0.375; squares 1/576 + 1/576 + 0; times 2/3.
    CHECK(estimate->standard_error == Approx(std::sqrt(2.0 / 576.0 * 2.0 / 3.0)));
    CHECK(estimate->units == 3);
    CHECK(estimate->interval == t_interval({estimate->level, estimate->standard_error, 3}, {}));
}

TEST_CASE("with equal denominators the jackknife is the paired t interval of textbooks") {
    const Counts base{3, 5, 4, 8, 6};
    const Counts other{4, 5, 6, 8, 9};
    const Counts ten(5, 10);
    const Confidence confidence{.level = 0.95, .family = 3};
    const auto result = paired_difference({base, ten}, {other, ten}, confidence);
    REQUIRE(result);
    const std::vector<double> differences{0.1, 0.0, 0.2, 0.0, 0.3};
    const std::vector<double> levels_base{0.3, 0.5, 0.4, 0.8, 0.6};
    const std::vector<double> levels_other{0.4, 0.5, 0.6, 0.8, 0.9};
    CHECK(result->level_base == Approx(0.52));
    CHECK(result->level_other == Approx(0.64));
    CHECK(result->difference == Approx(0.12));
    const double error = std::sqrt(variance(differences) / 5.0);
    CHECK(result->standard_error == Approx(error));
    CHECK(result->lower == Approx(0.12 - half_width_factor(5, confidence) * error));
    CHECK(result->upper == Approx(0.12 + half_width_factor(5, confidence) * error));
    const double both = variance(levels_base) + variance(levels_other);
    REQUIRE(result->variance_ratio);
    CHECK(*result->variance_ratio == Approx(both / variance(differences)));
    REQUIRE(result->correlation);
    CHECK(*result->correlation ==
          Approx(covariance(levels_base, levels_other) /
                 std::sqrt(variance(levels_base) * variance(levels_other))));
    CHECK(result->units == 5);
}

TEST_CASE(
    "two identical scenarios differ by exactly nothing, and pairing has removed all variance") {
    const Counts numerator{3, 5, 0, 8, 6};
    const Counts denominator{7, 13, 11, 17, 9};
    const auto result = paired_difference({numerator, denominator}, {numerator, denominator}, {});
    REQUIRE(result);
    CHECK(result->difference == 0.0);
    CHECK(result->standard_error == 0.0);
    CHECK(result->lower == 0.0);
    CHECK(result->upper == 0.0);
    CHECK_FALSE(result->variance_ratio);
    REQUIRE(result->correlation);
    CHECK(*result->correlation == Approx(1.0));
}

TEST_CASE("levels that do not vary have no correlation") {
    const Counts half{1, 2, 3};
    const Counts whole{2, 4, 6};
    const auto result = paired_difference({half, whole}, {Counts{0, 0, 0}, whole}, {});
    REQUIRE(result);
    CHECK(result->difference == -0.5);
    CHECK(result->standard_error == 0.0);
    CHECK_FALSE(result->correlation);
    CHECK_FALSE(result->variance_ratio);
}

TEST_CASE("a difference of ratios takes out the same unit from both") {
    const Counts base{1, 2, 3};
    const Counts base_persons{4, 4, 8};
    const Counts other{2, 2, 5};
    const Counts other_persons{5, 4, 8};
    const auto result = paired_difference({base, base_persons}, {other, other_persons}, {});
    REQUIRE(result);
    CHECK(result->difference == Approx(9.0 / 17.0 - 6.0 / 16.0));
    const std::vector<double> without{
        7.0 / 12.0 - 5.0 / 12.0, 7.0 / 13.0 - 4.0 / 12.0, 4.0 / 9.0 - 3.0 / 8.0};
    CHECK(result->standard_error == Approx(std::sqrt(4.0 / 3.0 * variance(without))));
}

TEST_CASE("replications that share a draw are one unit") {
    const Counts numerator{1, 0, 2, 0, 2, 1};
    const Counts denominator{2, 2, 1, 3, 4, 4};
    const Counts drawn_numerator{1, 2, 3};
    const Counts drawn_denominator{4, 4, 8};
    const auto by_draw = ratio_of_sums({numerator, denominator}, {}, {.replications_per_unit = 2});
    const auto summed = ratio_of_sums({drawn_numerator, drawn_denominator}, {});
    REQUIRE(by_draw);
    REQUIRE(summed);
    CHECK(by_draw->level == summed->level);
    CHECK(by_draw->standard_error == summed->standard_error);
    CHECK(by_draw->units == 3);
}

TEST_CASE("units without anybody carry no information") {
    const auto all = ratio_of_sums({Counts{1, 0, 2, 3, 0}, Counts{4, 0, 4, 8, 0}}, {});
    const auto some = ratio_of_sums({Counts{1, 2, 3}, Counts{4, 4, 8}}, {});
    REQUIRE(all);
    REQUIRE(some);
    CHECK(all->units == 3);
    CHECK(all->standard_error == some->standard_error);
}

TEST_CASE("what cannot be estimated is nothing, not a number") {
    const Counts nobody_there{0, 0, 0};
    const Counts one_unit{0, 5, 0};
    const Counts persons{4, 4, 8};
    CHECK_FALSE(ratio_of_sums({nobody_there, nobody_there}, {}));
    CHECK_FALSE(ratio_of_sums({nobody_there, one_unit}, {}));
    CHECK_FALSE(ratio_of_sums({Counts{}, Counts{}}, {}));
    CHECK_FALSE(paired_difference({nobody_there, one_unit}, {nobody_there, persons}, {}));
    CHECK_FALSE(paired_difference({nobody_there, persons}, {nobody_there, nobody_there}, {}));
}

TEST_CASE("unit differences are those of each draw, in order") {
    const Counts base{1, 0, 2, 0, 2, 2};
    const Counts other{1, 1, 3, 1, 0, 2};
    const Counts persons{2, 2, 4, 0, 4, 4};
    const Counts fewer{2, 2, 4, 4, 4, 4};
    const auto draws =
        unit_differences({base, persons}, {other, persons}, {.replications_per_unit = 2});
    CHECK(draws == std::vector<double>{0.25, 0.5, -0.25});
    const auto replications = unit_differences({base, persons}, {other, fewer});
    CHECK(replications == std::vector<double>{0.0, 0.5, 0.25, -0.5, 0.0});
}

TEST_CASE("samples that do not fit together are refused") {
    const Counts three{1, 2, 3};
    const Counts two{1, 2};
    CHECK_THROWS_AS(ratio_of_sums({three, two}, {}), ContractViolation);
    CHECK_THROWS_AS(ratio_of_sums({three, three}, {}, {.replications_per_unit = 2}),
                    ContractViolation);
    CHECK_THROWS_AS(ratio_of_sums({three, three}, {}, {.replications_per_unit = 0}),
                    ContractViolation);
    CHECK_THROWS_AS(ratio_of_sums({three, Counts{1, -1, 2}}, {}), ContractViolation);
    CHECK_THROWS_AS(paired_difference({three, three}, {two, two}, {}), ContractViolation);
}
