#include "engine/statistics/moments.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace tsunagi {

double mean(std::span<const double> values) {
    expects(!values.empty(), "a mean needs a value");
    // Distances from the first value are added, so that equal values have themselves as mean, and a
    // variance of 0.
    double sum = 0.0;
    for (const double value : values) {
        sum += value - values.front();
    }
    return values.front() + sum / static_cast<double>(values.size());
}

double variance(std::span<const double> values) {
    return covariance(values, values);
}

double covariance(std::span<const double> first, std::span<const double> second) {
    expects(first.size() == second.size(), "a covariance needs pairs");
    expects(first.size() >= 2, "a covariance needs two pairs");
    const double first_mean = mean(first);
    const double second_mean = mean(second);
    double sum = 0.0;
    for (std::size_t index = 0; index < first.size(); ++index) {
        sum += (first[index] - first_mean) * (second[index] - second_mean);
    }
    return sum / static_cast<double>(first.size() - 1);
}

double skewness(std::span<const double> values) {
    expects(values.size() >= 3, "a skewness needs three values");
    const double centre = mean(values);
    double squares = 0.0;
    double cubes = 0.0;
    for (const double value : values) {
        const double distance = value - centre;
        squares += distance * distance;
        cubes += distance * distance * distance;
    }
    if (squares == 0.0) {
        return 0.0;
    }
    const auto n = static_cast<double>(values.size());
    const double second = squares / n;
    const double plain = cubes / n / (second * std::sqrt(second));
    return plain * std::sqrt(n * (n - 1.0)) / (n - 2.0);
}

double sample_quantile(std::span<const double> values, double probability) {
    expects(!values.empty(), "a quantile needs a value");
    expects(probability >= 0.0 && probability <= 1.0, "a probability lies in [0, 1]");
    expects(std::none_of(values.begin(), values.end(), [](double value) { return value != value; }),
            "a quantile is taken of numbers");
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

double share_at_least(std::span<const double> values, double threshold) {
    expects(!values.empty(), "a share needs a value");
    const auto reached = std::count_if(
        values.begin(), values.end(), [threshold](double value) { return value >= threshold; });
    return static_cast<double>(reached) / static_cast<double>(values.size());
}

} // namespace tsunagi
