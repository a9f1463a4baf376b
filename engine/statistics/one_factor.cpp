#include "engine/statistics/one_factor.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"

#include <cmath>
#include <vector>

namespace tsunagi {
namespace {

/// Normal quantiles of 1 - m for all marginals above 0.
std::vector<double> thresholds_of(std::span<const double> marginals) {
    std::vector<double> thresholds;
    for (const double marginal : marginals) {
        expects(marginal >= 0.0 && marginal < 1.0, "a marginal probability lies in [0, 1)");
        if (marginal > 0.0) {
            thresholds.push_back(-det::normal_quantile(marginal));
        }
    }
    return thresholds;
}

/// Integral of density(z) times prod Phi((threshold - sqrt(rho) z) / sqrt(1 - rho)) over z.
double none_probability(std::span<const double> thresholds, double rho) {
    const double loading = std::sqrt(rho);
    const double own = std::sqrt(1.0 - rho);
    // The integrand is smooth on the scale of own, and the trapezoid rule converges as exp(-2 pi^2
    // (own / step)^2) there: eight steps leave nothing but rounding. Beyond 9 the density is below
    // 1e-18.
    const double step = own / 8.0;
    constexpr double outermost = 9.0;
    constexpr double one_over_root_two_pi = 0.398942280401432677939946;
    const int last = static_cast<int>(outermost / step);
    double sum = 0.0;
    for (int node = -last; node <= last; ++node) {
        const double z = node * step;
        double none = one_over_root_two_pi * det::exp(-0.5 * z * z);
        for (const double threshold : thresholds) {
            none *= det::normal_cdf((threshold - loading * z) / own);
        }
        sum += none;
    }
    return sum * step;
}

} // namespace

double any_probability(std::span<const double> marginals, double rho) {
    expects(rho >= 0.0 && rho <= largest_factor_correlation,
            "the correlation of a one-factor model lies in [0, 0.99]");
    return 1.0 - none_probability(thresholds_of(marginals), rho);
}

double fit_correlation(std::span<const double> marginals, double any_target) {
    const auto thresholds = thresholds_of(marginals);
    const double none_target = 1.0 - any_target;
    double lower = 0.0;
    double upper = largest_factor_correlation;
    expects(none_probability(thresholds, lower) <= none_target &&
                none_probability(thresholds, upper) >= none_target,
            "the traits can be present together as often as the target asks");
    constexpr int halvings = 52; // leaves an interval of 2^-52
    for (int halving = 0; halving < halvings; ++halving) {
        const double middle = 0.5 * (lower + upper);
        (none_probability(thresholds, middle) < none_target ? lower : upper) = middle;
    }
    return 0.5 * (lower + upper);
}

} // namespace tsunagi
