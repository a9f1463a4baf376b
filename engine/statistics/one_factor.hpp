#pragma once

#include <span>

namespace tsunagi {

// The one-factor normal model of several yes-or-no traits that hang together: trait p is present
// where sqrt(rho) Z + sqrt(1 - rho) e_p exceeds the normal quantile of 1 - m_p, with Z shared and
// all e_p independent, standard normal. Each marginal keeps its probability m_p; rho is the
// correlation behind every pair.

/// Largest correlation that the two functions below accept: at 1 the traits would be one.
inline constexpr double largest_factor_correlation = 0.99;

/// Probability that at least one trait is present.
/// @param marginals  probability of each trait, in [0, 1); 0 is never present
/// @param rho        in [0, largest_factor_correlation]
/// @return in [0, 1], absolute error below 1e-13; falls as rho rises
/// @throws ContractViolation if an argument lies outside
double any_probability(std::span<const double> marginals, double rho);

/// The correlation at which at least one trait is present with the given probability, to the last
/// few bits.
/// @param any_target  between the probabilities at largest_factor_correlation and at 0
/// @throws ContractViolation if no correlation gives the target
double fit_correlation(std::span<const double> marginals, double any_target);

} // namespace tsunagi
