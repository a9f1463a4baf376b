#include "engine/core/contracts.hpp"
#include "engine/statistics/fieller.hpp"
#include "engine/statistics/moments.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace tsunagi;

namespace {

using Values = std::vector<double>;

const Values hours_by_unit{310.0, 420.0, 150.0, 505.0, 260.0, 390.0};
const Values persons_by_unit{2.0, 3.5, 1.0, 3.0, 2.5, 4.0};

/// |t| of the paired test that numerator - ratio x denominator has mean 0, from the definition.
double t_of(const Values& numerator, const Values& denominator, double ratio) {
    Values rest;
    for (std::size_t unit = 0; unit < numerator.size(); ++unit) {
        rest.push_back(numerator[unit] - ratio * denominator[unit]);
    }
    return std::abs(mean(rest)) / std::sqrt(variance(rest) / static_cast<double>(rest.size()));
}

/// The ratio at which that test just rejects, between one that it does not and one that it does.
double end_by_bisection(double accepted, double rejected, double critical) {
    for (int step = 0; step < 200; ++step) {
        const double middle = 0.5 * (accepted + rejected);
        (t_of(hours_by_unit, persons_by_unit, middle) <= critical ? accepted : rejected) = middle;
    }
    return accepted;
}

} // namespace

TEST_CASE("Fieller's interval holds the ratios that a paired t test does not reject") {
    for (const Confidence confidence : {Confidence{},
                                        Confidence{.level = 0.8, .family = 1},
                                        Confidence{.level = 0.95, .family = 3}}) {
        const auto found = ratio_of_means(hours_by_unit, persons_by_unit, confidence);
        REQUIRE(found);
        CHECK(found->value == Approx(2035.0 / 16.0));
        const double critical = half_width_factor(6, confidence);
        REQUIRE(t_of(hours_by_unit, persons_by_unit, 0.0) > critical);
        REQUIRE(t_of(hours_by_unit, persons_by_unit, 1e4) > critical);
        CHECK(found->interval.lower == Approx(end_by_bisection(found->value, 0.0, critical)));
        CHECK(found->interval.upper == Approx(end_by_bisection(found->value, 1e4, critical)));
    }
}

TEST_CASE("over a denominator that does not vary, Fieller's interval is that of Student") {
    const auto found = ratio_of_means(hours_by_unit, Values(hours_by_unit.size(), 4.0), {});
    REQUIRE(found);
    const double error = std::sqrt(variance(hours_by_unit) / 6.0);
    const auto student =
        t_interval({.value = mean(hours_by_unit), .standard_error = error, .units = 6}, {});
    CHECK(found->interval.lower == Approx(student.lower / 4.0));
    CHECK(found->interval.upper == Approx(student.upper / 4.0));
}

TEST_CASE("a ratio that is the same in every unit has an interval of no width") {
    Values numerator;
    for (const double one : persons_by_unit) {
        numerator.push_back(3.0 * one);
    }
    const auto found = ratio_of_means(numerator, persons_by_unit, {});
    REQUIRE(found);
    CHECK(found->interval.lower == Approx(3.0));
    CHECK(found->interval.upper == Approx(3.0));
}

TEST_CASE("signs of numerator and denominator mirror the interval") {
    const auto found = ratio_of_means(hours_by_unit, persons_by_unit, {});
    Values gone;
    for (const double one : persons_by_unit) {
        gone.push_back(-one);
    }
    const auto mirrored = ratio_of_means(hours_by_unit, gone, {});
    REQUIRE(mirrored);
    CHECK(mirrored->value == -found->value);
    CHECK(mirrored->interval.lower == Approx(-found->interval.upper));
    CHECK(mirrored->interval.upper == Approx(-found->interval.lower));
}

TEST_CASE("there is no finite interval where the denominator's own interval holds 0") {
    // Mean 1 and standard error 1/2: beyond 0 by 2 standard errors, and t(0.975; 2) is 4.3.
    const double spread = std::sqrt(3.0) / 2.0;
    const Values barely{1.0 - spread, 1.0, 1.0 + spread};
    const Values any{1.0, 2.0, 4.0};
    CHECK_FALSE(ratio_of_means(any, barely, {}));
    CHECK(ratio_of_means(any, barely, {.level = 0.8, .family = 1})); // t is 1.9
    CHECK_FALSE(ratio_of_means(any, Values{0.0, 0.0, 0.0}, {}));
}

TEST_CASE("a ratio of means takes two units at least, each with both numbers") {
    CHECK_FALSE(ratio_of_means(Values{1.0}, Values{2.0}, {}));
    CHECK_FALSE(ratio_of_means(Values{}, Values{}, {}));
    CHECK_THROWS_AS(ratio_of_means(Values{1.0, 2.0}, Values{2.0}, {}), ContractViolation);
}
