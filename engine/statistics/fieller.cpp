#include "engine/statistics/fieller.hpp"

#include "engine/core/contracts.hpp"
#include "engine/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {

std::optional<RatioOfMeans> ratio_of_means(std::span<const double> numerator,
                                           std::span<const double> denominator,
                                           Confidence confidence) {
    expects(numerator.size() == denominator.size(), "every numerator has its denominator");
    const auto units = numerator.size();
    if (units < 2) {
        return std::nullopt;
    }
    const double x = mean(numerator);
    const double y = mean(denominator);
    const double t = half_width_factor(static_cast<std::int64_t>(units), confidence);
    const double scale = t * t / static_cast<double>(units);
    // Ends are the roots r of a r^2 - 2 b r + c = 0.
    const double a = y * y - scale * variance(denominator);
    const double b = x * y - scale * covariance(numerator, denominator);
    const double c = x * x - scale * variance(numerator);
    if (a <= 0.0) {
        return std::nullopt;
    }
    // With a > 0 the value x / y lies between real roots; less than 0 is rounding.
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    return RatioOfMeans{.value = x / y, .interval = {(b - root) / a, (b + root) / a}};
}

} // namespace tsunagi
