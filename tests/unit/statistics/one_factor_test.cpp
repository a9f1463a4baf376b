#include "engine/core/contracts.hpp"
#include "engine/statistics/one_factor.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace tsunagi;

namespace {

/// Survey of 59 centres: with how many partners of each of 16 types the centre works well; 43
/// centres have at least one.
constexpr double centres = 59.0;
constexpr double with_any = 43.0 / centres;

std::vector<double> survey_marginals() {
    std::vector<double> marginals{8, 14, 19, 3, 27, 13, 1, 18, 2, 0, 7, 28, 5, 0, 3, 6};
    for (double& marginal : marginals) {
        marginal /= centres;
    }
    return marginals;
}

/// The same probability by an adaptive quadrature and a normal law that are not ours.
double any_by_quadrature(const std::vector<double>& marginals, double rho) {
    const boost::math::normal normal;
    const auto none_given = [&](double z) {
        double none = pdf(normal, z);
        for (const double marginal : marginals) {
            if (marginal > 0.0) {
                const double threshold = quantile(complement(normal, marginal));
                none *= cdf(normal, (threshold - std::sqrt(rho) * z) / std::sqrt(1.0 - rho));
            }
        }
        return none;
    };
    return 1.0 - boost::math::quadrature::gauss_kronrod<double, 61>::integrate(
                     none_given, -12.0, 12.0, 12, 1e-13);
}

} // namespace

TEST_CASE("without correlation, at least one trait is the complement of independent absences") {
    const std::vector<double> marginals{0.1, 0.5, 0.0, 0.9};
    CHECK(any_probability(marginals, 0.0) == Approx(1.0 - 0.9 * 0.5 * 0.1).epsilon(1e-14));
    CHECK(any_probability(std::vector<double>{0.0, 0.0}, 0.3) == Approx(0.0).margin(1e-14));
    CHECK(any_probability({}, 0.3) == Approx(0.0).margin(1e-14));
}

TEST_CASE("one trait alone keeps its marginal under every correlation") {
    for (const double rho : {0.0, 0.1, 0.5, 0.9, largest_factor_correlation}) {
        CHECK(any_probability(std::vector<double>{0.37}, rho) == Approx(0.37).epsilon(1e-13));
        CHECK(any_probability(std::vector<double>{0.001, 0.0}, rho) ==
              Approx(0.001).epsilon(1e-10));
    }
}

TEST_CASE("two even traits agree with the closed form of the quadrant probability") {
    // P(both absent) = 1/4 + asin(rho) / (2 pi).
    const double pi = std::acos(-1.0);
    for (const double rho : {0.05, 0.3, 0.7, 0.95, largest_factor_correlation}) {
        CHECK(any_probability(std::vector<double>{0.5, 0.5}, rho) ==
              Approx(0.75 - std::asin(rho) / (2.0 * pi)).epsilon(1e-13));
    }
}

TEST_CASE("the probability of any agrees with an independent quadrature") {
    const auto marginals = survey_marginals();
    for (const double rho : {0.0, 0.2, 0.6, 0.9, largest_factor_correlation}) {
        CHECK(any_probability(marginals, rho) ==
              Approx(any_by_quadrature(marginals, rho)).margin(1e-11));
    }
}

TEST_CASE("the fitted correlation makes 43 of 59 centres have at least one good partner") {
    const auto marginals = survey_marginals();
    const double rho = fit_correlation(marginals, with_any);
    CHECK(rho > 0.0);
    CHECK(rho < largest_factor_correlation);
    CHECK(std::fabs(any_probability(marginals, rho) - with_any) < 1e-9);
    CHECK(std::fabs(any_by_quadrature(marginals, rho) - with_any) < 1e-9);
}

TEST_CASE("regions drawn at the fitted correlation have any good partner as often, and a 5 % error "
          "shows") {
    // n = 200 000, standard error 0.00099; threshold 4.9 standard errors (level 1e-6); a share 5 %
    // off lies 37 away.
    constexpr int regions = 200'000;
    const auto marginals = survey_marginals();
    const double rho = fit_correlation(marginals, with_any);
    const boost::math::normal normal;
    std::vector<double> thresholds;
    for (const double marginal : marginals) {
        thresholds.push_back(marginal > 0.0 ? quantile(complement(normal, marginal))
                                            : std::numeric_limits<double>::infinity());
    }
    std::mt19937_64 engine{20240401};
    std::normal_distribution<double> draw;
    int any = 0;
    for (int region = 0; region < regions; ++region) {
        const double shared = std::sqrt(rho) * draw(engine);
        bool good = false;
        for (const double threshold : thresholds) {
            good = (shared + std::sqrt(1.0 - rho) * draw(engine) > threshold) || good;
        }
        any += good ? 1 : 0;
    }
    const double share = static_cast<double>(any) / regions;
    const double error = std::sqrt(with_any * (1.0 - with_any) / regions);
    CHECK(std::fabs(share - with_any) < test::critical_errors * error);
    CHECK(std::fabs(share - 1.05 * with_any) > test::critical_errors * error);
}

TEST_CASE("a target that no correlation reaches is refused, as are malformed marginals") {
    const std::vector<double> marginals{0.3, 0.4};
    CHECK_THROWS_AS(fit_correlation(marginals, 0.35), ContractViolation);
    CHECK_THROWS_AS(fit_correlation(marginals, 0.6), ContractViolation);
    CHECK_THROWS_AS(any_probability(std::vector<double>{1.0}, 0.5), ContractViolation);
    CHECK_THROWS_AS(any_probability(std::vector<double>{-0.1}, 0.5), ContractViolation);
    CHECK_THROWS_AS(any_probability(marginals, 1.0), ContractViolation);
    CHECK_THROWS_AS(any_probability(marginals, -0.1), ContractViolation);
}
