#include "engine/experiment/parameter_draw.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;

namespace {

constexpr std::uint64_t seed = 7;

std::vector<double>
many(Prior prior, double lower, double upper, double stated = 0.4, std::int64_t draws = 20'000) {
    const DrawableParameter parameter{
        .key = key_of("some.parameter"), .prior = prior, .lower = lower, .upper = upper};
    std::vector<double> values;
    for (std::int64_t draw = 0; draw < draws; ++draw) {
        values.push_back(drawn_value(parameter, stated, {seed, draw}));
    }
    return values;
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double largest(const std::vector<double>& values) {
    return *std::max_element(values.begin(), values.end());
}

double smallest(const std::vector<double>& values) {
    return *std::min_element(values.begin(), values.end());
}

} // namespace

// Means are of 20,000 draws where nothing else is said; each margin is five standard errors or
// more.

TEST_CASE("a fixed parameter stays as it is stated") {
    const auto values = many(FixedPrior{}, 0.0, 1.0, 0.37);
    CHECK(smallest(values) == 0.37);
    CHECK(largest(values) == 0.37);
}

TEST_CASE("a uniform prior fills its bounds evenly") {
    const auto values = many(UniformPrior{}, 0.5, 1.5);
    CHECK(mean(values) == Approx(1.0).margin(0.011));
    CHECK(smallest(values) >= 0.5);
    CHECK(smallest(values) < 0.501);
    CHECK(largest(values) <= 1.5);
    CHECK(largest(values) > 1.499);
}

TEST_CASE("a log-uniform prior is even in the logarithm") {
    auto values = many(LogUniformPrior{}, 2.0, 14.0);
    CHECK(smallest(values) >= 2.0);
    CHECK(largest(values) <= 14.0);
    for (double& value : values) {
        value = std::log(value);
    }
    CHECK(mean(values) == Approx(0.5 * std::log(28.0)).margin(0.02));
}

TEST_CASE("a normal prior is cut at its bounds") {
    const auto values = many(NormalPrior{.mean = 0.5, .sd = 0.4}, -0.3, 1.4);
    CHECK(smallest(values) >= -0.3);
    CHECK(largest(values) <= 1.4);
    // Mean of the normal cut at -2 and 2.25 standard deviations.
    const double density_low = std::exp(-2.0) / std::sqrt(2.0 * M_PI);
    const double density_high = std::exp(-2.25 * 2.25 / 2.0) / std::sqrt(2.0 * M_PI);
    const double kept = 0.5 * (std::erf(2.25 / std::sqrt(2.0)) + std::erf(2.0 / std::sqrt(2.0)));
    CHECK(mean(values) == Approx(0.5 + 0.4 * (density_low - density_high) / kept).margin(0.013));
}

TEST_CASE("a beta prior has its mean and is cut at its bounds") {
    // Each draw builds a table of quantiles: 200 of them, standard error 0.004. About seven of the
    // uncut law would lie outside; a cut leaves none of them on a bound.
    const auto values = many(BetaPrior{.alpha = 47.0, .beta = 22.0}, 0.56, 0.78, 0.7, 200);
    CHECK(mean(values) == Approx(47.0 / 69.0).margin(0.02));
    CHECK(smallest(values) > 0.56);
    CHECK(largest(values) < 0.78);
}

TEST_CASE("a beta prior with a closed form is cut exactly") {
    // Beta(1, 1) is uniform: its cut quantile is the uniform prior's own.
    const auto beta = many(BetaPrior{.alpha = 1.0, .beta = 1.0}, 0.2, 0.7, 0.4, 50);
    const auto uniform = many(UniformPrior{}, 0.2, 0.7, 0.4, 50);
    for (std::size_t draw = 0; draw < beta.size(); ++draw) {
        CHECK(beta[draw] == Approx(uniform[draw]).epsilon(1e-6));
    }
}

TEST_CASE("the switch is 0 in a quarter of draws and else 1") {
    // Of 77,000 the standard error is 0.00156: a quarter 5 % wrong, 0.0125, is eight of them.
    const auto values = many(SwitchPrior{.at_zero = 0.25}, 0.0, 1.0, 0.4, 77'000);
    constexpr double allowed = 0.0078;
    CHECK(std::fabs(mean(values) - 0.75) < allowed);
    CHECK(std::fabs(mean(values) - (1.0 - 1.05 * 0.25)) > allowed);
    CHECK(std::fabs(mean(values) - (1.0 - 0.95 * 0.25)) > allowed);
    CHECK(std::all_of(
        values.begin(), values.end(), [](double value) { return value == 0.0 || value == 1.0; }));
}

TEST_CASE("a draw depends on seed, draw and parameter alone") {
    DrawableParameter one{
        .key = key_of("link.w"), .prior = UniformPrior{}, .lower = 0.0, .upper = 1.0};
    auto other = one;
    other.key = key_of("link.kappa");
    CHECK(drawn_value(one, 0.1, {7, 3}) == drawn_value(one, 0.9, {7, 3}));
    CHECK(drawn_value(one, 0.1, {7, 3}) != drawn_value(one, 0.1, {8, 3}));
    CHECK(drawn_value(one, 0.1, {7, 3}) != drawn_value(one, 0.1, {7, 4}));
    CHECK(drawn_value(one, 0.1, {7, 3}) != drawn_value(other, 0.1, {7, 3}));
}

TEST_CASE("a draw of the link replaces its five parameters, each by the value its prior draws") {
    const auto experiment = test::small_experiment(8);
    const auto link = drawn_link(experiment, 1);
    const std::vector<double> values{
        link.structure_weight, link.switch_on, link.offers, link.arrival, link.drop_out};
    REQUIRE(experiment.link_priors.size() == values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        CHECK(values[row] == drawn_value(experiment.link_priors[row], -1.0, {experiment.seed, 1}));
    }
    CHECK(link.arrival != drawn_link(experiment, 0).arrival);
}
