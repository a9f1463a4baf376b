#pragma once

namespace tsunagi::det {

// The two elementary functions that a hazard needs near zero, where 1 + x and e^x - 1 written
// plainly lose the digits of x.

/// log(1 + x), relative error below 1e-15 everywhere: what the rounding of the sum took is divided
/// out. Source: W. Kahan; N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition
/// (2002), 1.14.1 and problem 1.5.
/// @param x  in (-1, inf)
/// @throws ContractViolation if x lies outside
double log_one_plus(double x);

/// e^x - 1, relative error below 1e-15 everywhere.
/// @param x  in [-inf, 709]
/// @throws ContractViolation if x exceeds 709 or is not a number
double exp_minus_one(double x);

} // namespace tsunagi::det
