#include "engine/random/det.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"
#include "engine/random/detail/exp_points.hpp"
#include "engine/random/detail/log_points.hpp"
#include "engine/random/detail/polynomial.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace tsunagi::det {
namespace {

// log 2 in two parts. The first ends 42 bits after the point, so its product with an exponent (11
// bits) is exact.
constexpr double ln2_high = 0x1.62e42fefa3800p-1;
constexpr double ln2_low = 0x1.ef35793c76730p-45;
constexpr double ln2 = 0x1.62e42fefa39efp-1;

constexpr double largest_exponent = 709.0;    // e^709 < 2^1023.9
constexpr double smallest_exponent = -745.14; // e^-745.14 < 2^-1075, half of the smallest number

/// 2^n for n in [-1022, 1023].
double power_of_two(std::int64_t n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

/// value 2^n where the result may leave the range of normal numbers: in two steps, each a power of
/// two.
double scaled(double value, std::int64_t n) {
    if (n >= -1021 && n <= 1022) {
        return value * power_of_two(n);
    }
    const std::int64_t half = n / 2;
    return value * power_of_two(half) * power_of_two(n - half);
}

/// log(1 + r) - r for |r| <= 2^-8, by its series to degree 7; the next term is below 2^-59 of r.
double log_tail(double r) {
    constexpr std::array coefficients = {1.0 / 7, -1.0 / 6, 1.0 / 5, -1.0 / 4, 1.0 / 3, -1.0 / 2};
    return r * r * detail::polynomial(coefficients, r);
}

// exp takes its argument apart into 128ths of log 2, the steps, and a rest. A step in two parts:
// the first has 33 bits, so its product with a number of steps (18 bits) is exact.
constexpr unsigned octave_bits = 7;
constexpr std::int64_t steps_per_octave = std::int64_t{1} << octave_bits;
static_assert(detail::exp_points.size() == std::size_t{steps_per_octave});
constexpr double step_high = 0x1.62e42ff000000p-8;
constexpr double step_low = -0x1.718432a1b0e26p-42;
constexpr double one_over_step = 0x1.71547652b82fep+7;

/// 2^(n / 128) e^rest for |rest| <= 0.003, from the table and the series to degree 5; the next
/// term is below 2^-60. Source: P.-T. P. Tang, Table-driven implementation of the exponential
/// function in IEEE floating-point arithmetic, ACM TOMS 15 (1989) 144-157.
double exp_of_steps(std::int64_t n, double rest) {
    constexpr std::array coefficients = {1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2};
    const auto& point = detail::exp_points[static_cast<std::size_t>(n & (steps_per_octave - 1))];
    const double small = rest + rest * rest * detail::polynomial(coefficients, rest);
    const double value = point.high + (point.low + point.high * small);
    return scaled(value, n >> octave_bits);
}

} // namespace

// x = 2^k z with z in [0.6875, 1.375), and log z from the nearest point c of a table: log c + log(1
// + r) with r = (z - c) / c. Source: P.-T. P. Tang, Table-driven implementation of the logarithm
// function in IEEE floating-point arithmetic, ACM TOMS 16 (1990) 378-400.
double log(double x) {
    expects(x > 0.0 && x <= std::numeric_limits<double>::max(), "log needs a number in (0, inf)");
    constexpr double smallest_normal = std::numeric_limits<double>::min();
    constexpr std::uint64_t first_point = 0x3fe6000000000000U; // 0.6875
    constexpr unsigned point_bits = 45;                        // of the mantissa, between points
    const bool subnormal = x < smallest_normal;
    const auto bits = std::bit_cast<std::uint64_t>(subnormal ? x * 0x1p54 : x);
    const auto exponent = static_cast<std::int64_t>(bits - first_point) >> 52U;
    const auto z_bits = bits - (static_cast<std::uint64_t>(exponent) << 52U);
    const auto c_bits = (z_bits + (std::uint64_t{1} << (point_bits - 1))) >> point_bits
                                                                                 << point_bits;
    const auto& point = detail::log_points[(c_bits - first_point) >> point_bits];
    const auto k = static_cast<double>(subnormal ? exponent - 54 : exponent);
    const double r =
        (std::bit_cast<double>(z_bits) - std::bit_cast<double>(c_bits)) * point.inverse;
    const double leading = k * ln2_high + point.high; // exact, and 0 or larger than r
    const double sum = leading + r;
    const double lost = r - (sum - leading); // exact
    return sum + (lost + (k * ln2_low + point.low + log_tail(r)));
}

double exp(double x) {
    expects(x <= largest_exponent, "exp needs a number of at most 709");
    if (x < smallest_exponent) {
        return 0.0;
    }
    const auto steps = whole_below(x * one_over_step + 0.5);
    const auto n = static_cast<double>(steps);
    return exp_of_steps(steps, (x - n * step_high) - n * step_low);
}

double expit(double x) {
    if (x >= 0.0) {
        return 1.0 / (1.0 + exp(-x));
    }
    const double odds = exp(x);
    return odds / (1.0 + odds);
}

double logit(double p) {
    expects(p > 0.0 && p < 1.0, "logit needs a probability in (0, 1)");
    return p < 0.5 ? log(p / (1.0 - p)) : -log((1.0 - p) / p);
}

double half_power(double x) {
    expects(x >= -1000.0, "half_power needs a number of at least -1000");
    constexpr double vanishes = 1076.0; // 2^-1076 rounds to 0
    if (x > vanishes) {
        return 0.0;
    }
    constexpr auto in_steps = static_cast<double>(steps_per_octave);
    const auto steps = whole_below(0.5 - x * in_steps);
    const double part = -x - static_cast<double>(steps) / in_steps; // exact
    return exp_of_steps(steps, part * ln2);
}

double sine_of_turn(double x) {
    expects(x > -0x1p40 && x < 0x1p40, "sine_of_turn needs a number of turns below 2^40");
    // Of the turn what lies next to 0, then by the symmetry about the quarter what lies within it.
    double turn = x - static_cast<double>(whole_below(x + 0.5));
    if (turn > 0.25) {
        turn = 0.5 - turn;
    } else if (turn < -0.25) {
        turn = -0.5 - turn;
    }
    // Taylor's series of sin(y) / y in y^2 for |y| <= pi / 2; the next term is below 2^-53.
    constexpr double two_pi = 6.283185307179586476925;
    constexpr std::array coefficients = {1.0 / 51090942171709440000.0,
                                         -1.0 / 121645100408832000.0,
                                         1.0 / 355687428096000.0,
                                         -1.0 / 1307674368000.0,
                                         1.0 / 6227020800.0,
                                         -1.0 / 39916800.0,
                                         1.0 / 362880.0,
                                         -1.0 / 5040.0,
                                         1.0 / 120.0,
                                         -1.0 / 6.0,
                                         1.0};
    const double angle = two_pi * turn;
    return angle * detail::polynomial(coefficients, angle * angle);
}

double power(double base, double exponent) {
    expects(base > 0.0, "power needs a positive base");
    return exponent == 1.0 ? base : exp(exponent * log(base));
}

} // namespace tsunagi::det
