// Every sampler against the distribution function of its law, as Boost.Math gives it:
// Kolmogorov-Smirnov, n = 10^6, level 1e-6 (critical distance 0.0027). A parameter 5 % wrong moves
// the distribution function by 0.01 at least, ten times 1 / sqrt(n), and must be rejected by the
// same test.
#include "engine/random/det.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/random/samplers.hpp"

#include "tests/statistical/random/draws.hpp"
#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/weibull.hpp>

using namespace tsunagi;
using test::kolmogorov_smirnov;

namespace {

constexpr std::uint64_t draws = 1'000'000;
constexpr std::uint64_t fewer_draws =
    100'000; // where Boost.Math needs microseconds; there 5 % move the law by 0.03
constexpr double wrong = 1.05;

/// Applies a sampler to the uniforms of adjacent persons.
template <class Sampler>
std::vector<double> sample_of(const Sampler& sampler, std::uint64_t count = draws) {
    std::vector<double> sample;
    sample.reserve(count);
    for (std::uint64_t person = 0; person < count; ++person) {
        sample.push_back(
            sampler(test::uniform({.purpose = Draw::lead_time, .entity = EntityKey{person}})));
    }
    return sample;
}

template <class Law> auto distribution_function(const Law& law) {
    return [law](double x) { return cdf(law, x); };
}

/// Accepts the right law and rejects each of the wrong ones.
template <class Sampler, class Law>
void check_law(const Sampler& sampler,
               const Law& right,
               const std::vector<Law>& wrong_laws,
               std::uint64_t count = draws) {
    const auto sample = sample_of(sampler, count);
    CHECK(kolmogorov_smirnov(sample, distribution_function(right)) < 1.0);
    for (const Law& law : wrong_laws) {
        CHECK(kolmogorov_smirnov(sample, distribution_function(law)) > 1.0);
    }
}

} // namespace

TEST_CASE("exponential draws follow their law") {
    using Law = boost::math::exponential;
    check_law([](double u) { return exponential(4.0, u); }, Law{0.25}, {Law{0.25 * wrong}});
}

TEST_CASE("Weibull draws follow their law") {
    using Law = boost::math::weibull;
    check_law([](double u) { return weibull(1.4, 30.0, u); },
              Law{1.4, 30.0},
              {Law{1.4 * wrong, 30.0}, Law{1.4, 30.0 * wrong}});
}

TEST_CASE("log-normal draws follow their law") {
    using Law = boost::math::lognormal;
    const double location = std::log(14.0);
    check_law([](double u) { return log_normal(14.0, 0.7, u); },
              Law{location, 0.7},
              {Law{location + std::log(wrong), 0.7}, Law{location, 0.7 * wrong}});
}

TEST_CASE("normal draws follow their law") {
    using Law = boost::math::normal;
    check_law([](double u) { return det::normal_quantile(u); },
              Law{0.0, 1.0},
              {Law{0.0, wrong}, Law{0.05, 1.0}});
}

TEST_CASE("truncated normal draws follow their law") {
    const auto law = [](double mean, double sd) {
        const boost::math::normal whole{mean, sd};
        const double below = cdf(whole, -1.0);
        const double inside = cdf(whole, 6.0) - below;
        return [=](double x) { return (cdf(whole, x) - below) / inside; };
    };
    const auto sample = sample_of([](double u) {
        return truncated_normal({.mean = 3.0, .sd = 2.0, .lower = -1.0, .upper = 6.0}, u);
    });
    CHECK(kolmogorov_smirnov(sample, law(3.0, 2.0)) < 1.0);
    CHECK(kolmogorov_smirnov(sample, law(3.0 * wrong, 2.0)) > 1.0);
    CHECK(kolmogorov_smirnov(sample, law(3.0, 2.0 * wrong * wrong)) > 1.0);
}

TEST_CASE("log-uniform draws follow their law") {
    const auto law = [](double lower, double upper) {
        return [=](double x) { return std::log(x / lower) / std::log(upper / lower); };
    };
    const auto sample = sample_of([](double u) { return log_uniform(2.0, 40.0, u); });
    CHECK(kolmogorov_smirnov(sample, law(2.0, 40.0)) < 1.0);
    CHECK(kolmogorov_smirnov(sample, law(2.0, 40.0 * wrong)) > 1.0);
    CHECK(kolmogorov_smirnov(sample, law(2.0 / wrong, 40.0)) > 1.0);
}

TEST_CASE("tabulated gamma draws follow their law") {
    using Law = boost::math::gamma_distribution<>;
    const auto table = gamma_quantiles(2.5);
    check_law([&](double u) { return table.at(u); },
              Law{2.5, 1.0},
              {Law{2.5 * wrong, 1.0}, Law{2.5, wrong}},
              fewer_draws);
}

TEST_CASE("tabulated beta draws follow their law") {
    using Law = boost::math::beta_distribution<>;
    const auto table = beta_quantiles(4.0, 9.0);
    check_law([&](double u) { return table.at(u); },
              Law{4.0, 9.0},
              {Law{4.0 * wrong, 9.0}, Law{4.0, 9.0 * wrong}},
              fewer_draws);
}

TEST_CASE("Poisson counts follow their law") {
    // Chi-square over 0 .. 19 and the rest; a mean 5 % off lies 80 standard errors away.
    constexpr double mean = 9.0;
    std::vector<double> counts(21, 0.0);
    for (const double count :
         sample_of([](double u) { return static_cast<double>(poisson(mean, u)); })) {
        counts[static_cast<std::size_t>(std::min(count, 20.0))] += 1.0;
    }
    const auto shares = [](double of_mean) {
        const boost::math::poisson_distribution<> law{of_mean};
        std::vector<double> result(21, cdf(complement(law, 19)));
        for (int count = 0; count < 20; ++count) {
            result[static_cast<std::size_t>(count)] = pdf(law, count);
        }
        return result;
    };
    CHECK(test::chi_square(counts, shares(mean)) < 1.0);
    CHECK(test::chi_square(counts, shares(mean * wrong)) > 1.0);
}

TEST_CASE("weighted choices and yes-or-no events occur as often as they should") {
    const std::vector<double> weights{1.0, 0.0, 4.0, 5.0};
    std::vector<double> counts(4, 0.0);
    double happened = 0.0;
    for (const double u : sample_of([](double uniform) { return uniform; })) {
        counts[choose_index(weights, u)] += 1.0;
        happened += happens(0.3, u) ? 1.0 : 0.0;
    }
    CHECK(counts[1] == 0.0);
    const std::vector<double> possible{counts[0], counts[2], counts[3]};
    CHECK(test::chi_square(possible, std::vector<double>{0.1, 0.4, 0.5}) < 1.0);
    CHECK(test::chi_square(possible, std::vector<double>{0.1, 0.4 * wrong, 0.5 - 0.02}) > 1.0);
    const std::vector<double> yes_no{happened, draws - happened};
    CHECK(test::chi_square(yes_no, std::vector<double>{0.3, 0.7}) < 1.0);
    CHECK(test::chi_square(yes_no, std::vector<double>{0.3 * wrong, 1.0 - 0.3 * wrong}) > 1.0);
}

TEST_CASE("antithetic exponentials have the covariance of their closed form") {
    // E[log u log(1 - u)] = 2 - pi^2 / 6 = 0.3551. n = 10^6, level 1e-6 (4.9 standard errors of
    // about 0.0003): an error of 5 % lies more than 50 standard errors away.
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint64_t person = 0; person < draws; ++person) {
        const DrawAddress address{.purpose = Draw::lead_time, .entity = EntityKey{person}};
        const double mirrored_u = test::uniform(address, test::study, Tails::antithetic);
        const double product =
            exponential(1.0, test::uniform(address)) * exponential(1.0, mirrored_u);
        sum += product;
        squares += product * product;
    }
    const auto n = static_cast<double>(draws);
    const double mean = sum / n;
    const double error = std::sqrt((squares / n - mean * mean) / n);
    const double pi = std::acos(-1.0);
    const double truth = 2.0 - pi * pi / 6.0;
    CHECK(std::fabs(mean - truth) < test::critical_errors * error);
    CHECK(std::fabs(mean - wrong * truth) > test::critical_errors * error);
}
