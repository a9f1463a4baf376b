#pragma once

namespace tsunagi::det {

inline constexpr double ln_two = 0.69314718055994530942;

// Elementary functions made of + - * / and sqrt alone. The C library's own are not reproducible:
// they differ between systems, and on one system between processors. With -ffp-contract=off these
// give the same bits everywhere.

/// Natural logarithm, within 1 unit in the last place; exact at 1.
/// @param x  in (0, inf)
/// @throws ContractViolation if x is not positive, infinite or not a number
double log(double x);

/// Exponential function, within 1 unit in the last place; exact at 0. Falls gradually to 0 below
/// -708.
/// @param x  in [-inf, 709]
/// @throws ContractViolation if x exceeds 709 or is not a number
double exp(double x);

/// Inverse of the log-odds: 1 / (1 + e^-x), in [0, 1].
/// @throws ContractViolation if x is not a number
double expit(double x);

/// Log-odds of a probability.
/// @param p  in (0, 1)
/// @throws ContractViolation if p lies outside
double logit(double p);

/// 2^-x, what is left after x half-lives; within 1 unit in the last place, exact at whole numbers.
/// @param x  in [-1000, inf]
/// @throws ContractViolation if x lies outside or is not a number
double half_power(double x);

/// base^exponent, with a relative error of at most (1 + 2 |exponent log base|) 2^-52; exact at the
/// exponents 0 and 1, so that a neutral exponent changes nothing.
/// @param base  in (0, inf)
/// @throws ContractViolation if base lies outside, or if the result would exceed e^709
double power(double base, double exponent);

/// Sine of a number of whole turns, sin(2 pi x), absolute error below 1e-15; exact at quarters of a
/// turn.
/// @param x  at most 2^40 in size; the error grows with what its rounding leaves of the turn
/// @throws ContractViolation if x is larger or not a number
double sine_of_turn(double x);

/// Standard normal quantile, relative error about 1e-15, odd about u = 1/2 to the last bit.
/// Source: M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution,
/// Applied Statistics 37 (1988) 477-484, function PPND16.
/// @param u  in (0, 1)
/// @throws ContractViolation if u lies outside
double normal_quantile(double u);

/// Standard normal distribution function, absolute error below 1e-15; relative error below 2e-15 in
/// the lower tail down to z = -37. Source: W. J. Cody, Rational Chebyshev approximations for the
/// error function, Mathematics of Computation 23 (1969) 631-637, in the form of his ANORM (SPECFUN,
/// ACM TOMS 19 (1993) 22-32).
/// @param z  any number, or -inf or inf
/// @throws ContractViolation if z is not a number
double normal_cdf(double z);

} // namespace tsunagi::det
