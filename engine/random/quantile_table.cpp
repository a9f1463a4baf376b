#include "engine/random/quantile_table.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tsunagi {
namespace {

constexpr double outermost = 8.3; // unit_interval ends at z = 8.21

} // namespace

QuantileTable::QuantileTable(const std::function<double(double z)>& log_quantile) {
    constexpr double step = 2.0 * outermost / static_cast<double>(knots - 1);
    for (std::size_t knot = 0; knot < knots; ++knot) {
        const double value = log_quantile(-outermost + step * static_cast<double>(knot));
        expects(std::fabs(value) <= std::numeric_limits<double>::max(), "a log quantile is finite");
        expects(knot == 0 || value >= knots_[knot - 1].log_quantile,
                "a quantile function does not decrease");
        knots_[knot].log_quantile = value;
    }
    const auto value = [this](std::size_t knot) { return knots_[knot].log_quantile; };
    for (std::size_t knot = 2; knot + 2 < knots; ++knot) {
        knots_[knot].slope =
            (8.0 * (value(knot + 1) - value(knot - 1)) - (value(knot + 2) - value(knot - 2))) /
            12.0;
    }
    // The outermost two at each end look inward, at the same order.
    constexpr std::array first = {-25.0, 48.0, -36.0, 16.0, -3.0};
    constexpr std::array second = {-3.0, -10.0, 18.0, -6.0, 1.0};
    for (std::size_t offset = 0; offset < first.size(); ++offset) {
        const double low = value(offset) / 12.0;
        const double high = value(knots - 1 - offset) / 12.0;
        knots_[0].slope += first[offset] * low;
        knots_[1].slope += second[offset] * low;
        knots_[knots - 1].slope -= first[offset] * high;
        knots_[knots - 2].slope -= second[offset] * high;
    }
}

double QuantileTable::at(double u) const {
    constexpr double steps_per_z = static_cast<double>(knots - 1) / (2.0 * outermost);
    const double place = (det::normal_quantile(u) + outermost) * steps_per_z;
    const double interval = std::clamp(std::floor(place), 0.0, static_cast<double>(knots - 2));
    const double t = place - interval;
    const Knot& left = knots_[static_cast<std::size_t>(interval)];
    const Knot& right = knots_[static_cast<std::size_t>(interval) + 1];
    const double rise = right.log_quantile - left.log_quantile;
    // Cubic of Hermite about the left knot.
    const double square = 3.0 * rise - 2.0 * left.slope - right.slope;
    const double cube = left.slope + right.slope - 2.0 * rise;
    const double log_value = left.log_quantile + t * (left.slope + t * (square + t * cube));
    // Where the function is flat to the last bit, rounding must not leave the knots' own range.
    return det::exp(std::clamp(log_value, left.log_quantile, right.log_quantile));
}

} // namespace tsunagi
