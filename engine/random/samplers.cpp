#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

using detail::expect_uniform;
using detail::infinity;

double log_normal(double median, double sigma, double u) {
    expect_uniform(u);
    expects(median > 0.0 && median < infinity, "a median lies in (0, inf)");
    expects(sigma >= 0.0 && sigma < infinity, "a sigma lies in [0, inf)");
    return median * det::exp(sigma * det::normal_quantile(u));
}

TruncatedNormalQuantiles::TruncatedNormalQuantiles(const TruncatedNormal& law) : law_{law} {
    expects(law.mean > -infinity && law.mean < infinity, "a mean is finite");
    expects(law.sd > 0.0 && law.sd < infinity, "a standard deviation lies in (0, inf)");
    expects(law.lower <= law.upper, "the lower bound does not lie above the upper");
    const double from = (law.lower - law.mean) / law.sd;
    const double to = (law.upper - law.mean) / law.sd;
    below_ = det::normal_cdf(from);
    above_ = det::normal_cdf(-to);
    inside_ = from > 0.0 ? det::normal_cdf(-from) - above_ : det::normal_cdf(to) - below_;
}

double TruncatedNormalQuantiles::at(double u) const {
    expect_uniform(u);
    if (law_.lower == law_.upper) {
        return law_.lower;
    }
    expects(inside_ >= 1e-300, "a truncated normal keeps some probability between its bounds");
    // A probability near 1 has no digits left for its distance from 1: the upper half is reached
    // from above.
    const double level = below_ + u * inside_;
    const double z = level <= 0.5 ? det::normal_quantile(level)
                                  : -det::normal_quantile(above_ + (1.0 - u) * inside_);
    return std::clamp(law_.mean + law_.sd * z, law_.lower, law_.upper);
}

double log_uniform(double lower, double upper, double u) {
    expect_uniform(u);
    expects(lower > 0.0 && lower <= upper && upper < infinity, "bounds lie in (0, inf) in order");
    return std::clamp(lower * det::exp(u * det::log(upper / lower)), lower, upper);
}

std::size_t choose_index(std::span<const double> weights, double u) {
    expect_uniform(u);
    double total = 0.0;
    for (const double weight : weights) {
        expects(weight >= 0.0, "a weight is not negative");
        total += weight;
    }
    expects(total > 0.0 && total < infinity, "the sum of weights lies in (0, inf)");
    const double target = u * total;
    double passed = 0.0;
    std::size_t last_possible = 0;
    for (std::size_t index = 0; index < weights.size(); ++index) {
        if (weights[index] == 0.0) {
            continue;
        }
        passed += weights[index];
        last_possible = index;
        if (target < passed) {
            break;
        }
    }
    return last_possible; // also where target was rounded up to the total
}

std::int64_t poisson(double mean, double u) {
    expects(mean >= 0.0 && mean < 700.0, "the mean of a Poisson count lies in [0, 700)");
    expect_uniform(u);
    // Past the mean, terms below this change nothing. The limit depends on the mean alone, so the
    // count stays monotone in u.
    constexpr double negligible = 1e-20;
    double term = det::exp(-mean);
    double rest = u;
    double count = 0.0;
    while (rest > term && (count < mean || term > negligible)) {
        rest -= term;
        count += 1.0;
        term *= mean / count;
    }
    return static_cast<std::int64_t>(count);
}

} // namespace tsunagi
