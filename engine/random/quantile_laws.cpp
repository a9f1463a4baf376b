#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/detail/incomplete.hpp"
#include "engine/random/quantile_table.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {
namespace {

using detail::Parts;

constexpr double smallest_parameter = 0.5;
constexpr double largest_parameter = 1e4;
constexpr double log_floor = -700.0; // below the logarithm of every quantile that a table holds

/// An increasing function at a point: its distance to the target, and its slope there.
struct Distance {
    double value{};
    double slope{};
};

struct Bracket {
    double lower{};
    double upper{};
};

/// Root of an increasing function by Newton's method, falling back on halving whenever it leaves
/// the bracket.
template <class Function> double solve(const Function& distance_at, Bracket bracket, double start) {
    constexpr int enough = 200; // halving alone would be done by then
    double point = std::clamp(start, bracket.lower, bracket.upper);
    for (int iteration = 0; iteration < enough; ++iteration) {
        const Distance distance = distance_at(point);
        (distance.value < 0.0 ? bracket.lower : bracket.upper) = point;
        double next = point - distance.value / distance.slope;
        if (!(next >= bracket.lower && next <= bracket.upper)) {
            next = 0.5 * (bracket.lower + bracket.upper);
        }
        const double step = std::fabs(next - point);
        point = next;
        // Newton's error is of the order of the square of its last step.
        if (step <= 1e-11 * std::max(std::fabs(point), 1e-3)) {
            break;
        }
    }
    return point;
}

/// A point on the logarithmic scale of a quantile: logarithms of its tail and of the density there.
struct LogPoint {
    double tail{};
    double density{};
};

/// How far the quantile at Phi(z) lies below or above a point. The point is known by its smaller
/// tail, the one that keeps its digits: the lower tail where z <= 0, the upper one elsewhere.
Distance distance_to(double z, LogPoint point) {
    const double excess = point.tail - det::log(det::normal_cdf(z <= 0.0 ? z : -z));
    return {z <= 0.0 ? excess : -excess, det::exp(point.density - point.tail)};
}

/// log of the beta quantile at Phi(z), where it is known to be at most 1/2.
double small_beta_log_quantile(double a, double b, double z, double start) {
    const auto distance_at = [=](double log_x) {
        const double x = det::exp(log_x);
        const Parts parts{x, 1.0 - x};
        const double tail = z <= 0.0 ? detail::log_beta_below(a, b, parts)
                                     : detail::log_beta_below(b, a, {parts.rest, parts.part});
        const double log_density = detail::log_beta_kernel(a, b, parts) - det::log(parts.rest);
        return distance_to(z, {tail, log_density});
    };
    return solve(distance_at, {log_floor, det::log(0.5)}, start);
}

void expect_parameter(double parameter) {
    expects(parameter >= smallest_parameter && parameter <= largest_parameter,
            "a shape parameter lies in [0.5, 1e4]");
}

} // namespace

QuantileTable gamma_quantiles(double shape) {
    expect_parameter(shape);
    double log_x = det::log(shape); // each knot starts from its neighbour's quantile
    return QuantileTable{[&](double z) {
        const auto distance_at = [=](double at) {
            const double x = det::exp(at);
            const double tail =
                z <= 0.0 ? detail::log_gamma_below(shape, x) : detail::log_gamma_above(shape, x);
            return distance_to(z, {tail, detail::log_gamma_density(shape, x)});
        };
        constexpr double log_ceiling = 12.0; // of every quantile up to the largest shape
        log_x = solve(distance_at, {log_floor, log_ceiling}, log_x);
        return log_x;
    }};
}

QuantileTable beta_quantiles(double a, double b) {
    expect_parameter(a);
    expect_parameter(b);
    const double log_half = detail::log_beta_below(a, b, {0.5, 0.5});
    double log_part = det::log(0.5);
    return QuantileTable{[&](double z) {
        // Solve for the smaller of x and 1 - x: the larger has no digits left near 1.
        if (det::log(det::normal_cdf(z)) <= log_half) {
            log_part = small_beta_log_quantile(a, b, z, log_part);
            return log_part;
        }
        log_part = small_beta_log_quantile(b, a, -z, log_part);
        return det::log(1.0 - det::exp(log_part));
    }};
}

double beta_below(double a, double b, double x) {
    expect_parameter(a);
    expect_parameter(b);
    if (x <= 0.0 || x >= 1.0) {
        return x <= 0.0 ? 0.0 : 1.0;
    }
    return det::exp(detail::log_beta_below(a, b, {x, 1.0 - x}));
}

} // namespace tsunagi
