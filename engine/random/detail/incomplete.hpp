#pragma once

namespace tsunagi::detail {

// The incomplete gamma and beta functions, deterministic like det.hpp, on a logarithmic scale so
// that the far tails keep their digits. For tabulating quantiles: microseconds each.

/// log Gamma(x), absolute error below 1e-14 max(1, |result|).
/// @param x  in (0, 1e5]
double log_gamma(double x);

/// log of the regularised lower incomplete gamma function P(shape, x).
/// @param shape  in [0.5, 1e4]
/// @param x      in (0, 1e6]
double log_gamma_below(double shape, double x);

/// log of the upper one, Q(shape, x) = 1 - P(shape, x).
double log_gamma_above(double shape, double x);

/// A part of 1 and what is left; both are given, since neither keeps its digits when computed from
/// a tiny other.
struct Parts {
    double part{}; ///< in (0, 1)
    double rest{}; ///< 1 - part
};

/// log of the regularised incomplete beta function I(part; a, b).
/// @param a,b  each in [0.5, 1e4]
double log_beta_below(double a, double b, Parts x);

/// log of part^a rest^b / B(a, b): the beta density times part and rest.
double log_beta_kernel(double a, double b, Parts x);

/// log of the gamma density times x: the density of log x.
double log_gamma_density(double shape, double x);

} // namespace tsunagi::detail
