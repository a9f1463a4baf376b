#include "outputs/tables/numbers.hpp"

#include "engine/core/contracts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tsunagi {

namespace {

constexpr int most_decimals = 9;

} // namespace

int decimals_of_two_digits(double magnitude) {
    expects(std::isfinite(magnitude) && magnitude != 0.0, "a magnitude is finite and not 0");
    // Formatting rounds first, so that 9.96 counts as 10 and 0.0996 as 0.10.
    const std::string rounded = fmt::format("{:.1e}", magnitude);
    const int exponent = std::stoi(rounded.substr(rounded.find('e') + 1));
    return std::clamp(1 - exponent, 0, most_decimals);
}

int decimals_of_estimate(double value, double half_width) {
    expects(half_width >= 0.0, "a half-width is a number and not negative");
    if (half_width == 0.0) {
        return value == 0.0 ? 0 : decimals_of_two_digits(value);
    }
    const int of_width = decimals_of_two_digits(half_width);
    return value == 0.0 ? of_width : std::min(of_width, decimals_of_two_digits(value));
}

std::string fixed(double value, int decimals, Sign sign) {
    expects(std::isfinite(value), "a printed number is finite");
    expects(decimals >= 0 && decimals <= most_decimals, "decimals lie in [0, 9]");
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    if (digits.find_first_not_of("0.") == std::string::npos) {
        return digits;
    }
    if (value < 0.0) {
        return "\u2212" + digits;
    }
    return sign == Sign::always ? "+" + digits : digits;
}

std::string whole(double value, Sign sign) {
    return fixed(std::round(value), 0, sign);
}

std::string significant(double value, Sign sign) {
    return value == 0.0 ? "0" : fixed(value, decimals_of_two_digits(value), sign);
}

std::string short_number(double value) {
    std::string text = significant(value);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text;
}

std::string in_100(double share) {
    return fixed(100.0 * share, 1);
}

std::string level_text(double value) {
    return fixed(value, value == 0.0 ? 1 : std::max(1, decimals_of_two_digits(value)));
}

std::string difference_text(const ShownEstimate& estimate, double factor, Sign sign) {
    const double value = factor * estimate.value;
    if (!estimate.interval) {
        return significant(value, sign);
    }
    const double lower = factor * estimate.interval->lower;
    const double upper = factor * estimate.interval->upper;
    if (value == 0.0 && lower == 0.0 && upper == 0.0) {
        return "0";
    }
    const int decimals = decimals_of_estimate(value, 0.5 * (upper - lower));
    return fmt::format("{} [{}, {}]",
                       fixed(value, decimals, sign),
                       fixed(lower, decimals, sign),
                       fixed(upper, decimals, sign));
}

std::string one_in(double share) {
    expects(std::isfinite(share) && share != 0.0, "a share is finite and not 0");
    const double people = 1.0 / std::abs(share);
    double unit = 1.0;
    while (people / unit >= 100.0) {
        unit *= 10.0;
    }
    return whole(unit * std::round(people / unit));
}

std::string exact(double value) {
    expects(std::isfinite(value), "a printed number is finite");
    return fmt::format("{}", value);
}

} // namespace tsunagi
