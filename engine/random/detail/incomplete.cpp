#include "engine/random/detail/incomplete.hpp"

#include "engine/random/det.hpp"

#include <array>
#include <cmath>

namespace tsunagi::detail {
namespace {

constexpr double settled = 0x1p-53; // a term or factor this close changes a sum or product no more

/// Evaluates a continued fraction 1 + n_1/(d_1 + n_2/(d_2 + ...)) from the top by the modified
/// method of Lentz.
class ContinuedFraction {
public:
    /// Adds a level; returns whether it changed the value.
    bool add(double numerator, double denominator) {
        upper_ = away_from_zero(denominator + numerator / upper_);
        lower_ = 1.0 / away_from_zero(denominator + numerator * lower_);
        const double factor = upper_ * lower_;
        value_ *= factor;
        return std::fabs(factor - 1.0) > settled;
    }
    double value() const { return value_; }

private:
    static double away_from_zero(double x) {
        constexpr double tiny = 1e-290;
        return std::fabs(x) < tiny ? tiny : x;
    }

    double value_ = 1.0;
    double upper_ = 1.0;
    double lower_ = 0.0;
};

/// log P by its power series, for x below about shape + 1.
double log_gamma_series(double shape, double x) {
    double term = 1.0 / shape;
    double sum = term;
    for (double index = shape + 1.0; term > sum * settled; index += 1.0) {
        term *= x / index;
        sum += term;
    }
    return log_gamma_density(shape, x) + det::log(sum);
}

/// log Q by its continued fraction, for x above about shape + 1 (DLMF 8.9.2, contracted to even
/// levels).
double log_gamma_fraction(double shape, double x) {
    // Q = density / (x + 1 - shape - 1 (1 - shape)/(x + 3 - shape - 2 (2 - shape)/(x + 5 - shape -
    // ...)))
    const double first = x + 1.0 - shape;
    ContinuedFraction fraction; // of the denominator over its first part
    double previous = first;
    double level = 1.0;
    bool moves = true;
    while (moves) {
        const double denominator = first + 2.0 * level;
        // Dividing each level by its denominator brings the fraction to the form 1 + n/(1 + n/(1 +
        // ...)).
        moves = fraction.add(-level * (level - shape) / (previous * denominator), 1.0);
        previous = denominator;
        level += 1.0;
    }
    return log_gamma_density(shape, x) - det::log(first * fraction.value());
}

/// log I by its continued fraction, for part below about (a + 1) / (a + b + 2) (DLMF 8.17.22).
double log_beta_fraction(double a, double b, Parts x) {
    ContinuedFraction fraction;
    double m = 0.0;
    bool moves = true;
    while (moves) {
        const double odd = -(a + m) * (a + b + m) * x.part / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        moves = fraction.add(odd, 1.0);
        m += 1.0;
        const double even = m * (b - m) * x.part / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        moves = fraction.add(even, 1.0) || moves;
    }
    return log_beta_kernel(a, b, x) - det::log(a * fraction.value());
}

/// log(1 - e^log_p) for log_p < 0.
double log_complement(double log_p) {
    return det::log(1.0 - det::exp(log_p));
}

} // namespace

double log_gamma(double x) {
    // Stirling's series from 12 on, where its first omitted term is below 1e-17; smaller x are
    // raised by the recurrence.
    constexpr double series_from = 12.0;
    constexpr std::array coefficients = {
        -691.0 / 360360.0, 1.0 / 1188.0, -1.0 / 1680.0, 1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0};
    constexpr double half_log_two_pi = 0.918938533204672741780329736405;
    double raised = 1.0;
    while (x < series_from) {
        raised *= x;
        x += 1.0;
    }
    double sum = 1.0 / 156.0;
    for (const double coefficient : coefficients) {
        sum = sum / (x * x) + coefficient;
    }
    return (x - 0.5) * det::log(x) - x + half_log_two_pi + sum / x - det::log(raised);
}

double log_gamma_density(double shape, double x) {
    return shape * det::log(x) - x - log_gamma(shape);
}

double log_gamma_below(double shape, double x) {
    return x < shape + 1.0 ? log_gamma_series(shape, x)
                           : log_complement(log_gamma_fraction(shape, x));
}

double log_gamma_above(double shape, double x) {
    return x < shape + 1.0 ? log_complement(log_gamma_series(shape, x))
                           : log_gamma_fraction(shape, x);
}

double log_beta_kernel(double a, double b, Parts x) {
    return a * det::log(x.part) + b * det::log(x.rest) + log_gamma(a + b) - log_gamma(a) -
           log_gamma(b);
}

double log_beta_below(double a, double b, Parts x) {
    return x.part < (a + 1.0) / (a + b + 2.0)
               ? log_beta_fraction(a, b, x)
               : log_complement(log_beta_fraction(b, a, {x.rest, x.part}));
}

} // namespace tsunagi::detail
