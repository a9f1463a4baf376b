#pragma once

#include "tests/support/level.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace tsunagi::test {

/// Distribution function of the standard normal law.
inline double normal_cdf(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// Largest distance between the empirical and a continuous distribution function, in units of its
/// critical value at `level` (Kolmogorov; asymptotic, exact to 1 % for samples above 1000). Above 1
/// the law is rejected.
template <class DistributionFunction>
double kolmogorov_smirnov(std::vector<double> sample, const DistributionFunction& law) {
    std::sort(sample.begin(), sample.end());
    const auto n = static_cast<double>(sample.size());
    double distance = 0.0;
    for (std::size_t rank = 0; rank < sample.size(); ++rank) {
        const double expected = law(sample[rank]);
        const auto below = static_cast<double>(rank);
        distance = std::max({distance, expected - below / n, (below + 1.0) / n - expected});
    }
    const double critical = std::sqrt(-0.5 * std::log(0.5 * level) / n);
    return distance / critical;
}

/// Pearson's statistic of counts against expected shares, in units of its critical value at
/// `level`. Above 1 the shares are rejected. Every expected count should be above 20.
inline double chi_square(std::span<const double> counts, std::span<const double> shares) {
    const double n = std::accumulate(counts.begin(), counts.end(), 0.0);
    double statistic = 0.0;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        const double expected = n * shares[cell];
        statistic += (counts[cell] - expected) * (counts[cell] - expected) / expected;
    }
    const boost::math::chi_squared law{static_cast<double>(counts.size() - 1)};
    return statistic / quantile(complement(law, level));
}

/// The same against equal shares.
inline double chi_square(std::span<const double> counts) {
    const std::vector<double> equal(counts.size(), 1.0 / static_cast<double>(counts.size()));
    return chi_square(counts, equal);
}

} // namespace tsunagi::test
