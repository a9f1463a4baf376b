#include "outputs/tables/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tsunagi {
namespace {

/// Decimals that show two significant digits of a number.
int decimals_for(double largest) {
    constexpr int most = 6;
    if (largest == 0.0) {
        return 0;
    }
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(largest))), 0, most);
}

std::string with_sign(double value, int decimals) {
    const auto text = fmt::format("{:+.{}f}", value, decimals);
    // A number that rounds to nothing has no direction.
    return text.find_first_not_of("+-0.") == std::string::npos ? text.substr(1) : text;
}

} // namespace

std::string in_100(double share) {
    return fmt::format("{:.1f}", 100.0 * share);
}

std::string difference_text(const ShownEstimate& estimate, double factor) {
    const auto value = factor * estimate.value;
    if (!estimate.interval) {
        return with_sign(value, decimals_for(std::abs(value)));
    }
    const auto lower = factor * estimate.interval->lower;
    const auto upper = factor * estimate.interval->upper;
    const auto decimals =
        decimals_for(std::max({std::abs(value), std::abs(lower), std::abs(upper)}));
    if (value == 0.0 && lower == 0.0 && upper == 0.0) {
        return "0";
    }
    return fmt::format("{} [{}, {}]",
                       with_sign(value, decimals),
                       with_sign(lower, decimals),
                       with_sign(upper, decimals));
}

std::string two_digits(double value) {
    return fmt::format("{:.{}f}", value, decimals_for(std::abs(value)));
}

} // namespace tsunagi
