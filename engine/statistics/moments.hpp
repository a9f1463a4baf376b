#pragma once

#include <span>

namespace tsunagi {

/// Arithmetic mean; exact where all values are equal.
/// @throws ContractViolation if there are no values
double mean(std::span<const double> values);

/// Unbiased sample variance (divisor n - 1), in two passes.
/// @throws ContractViolation if there are fewer than 2 values
double variance(std::span<const double> values);

/// Unbiased sample covariance of paired values.
/// @throws ContractViolation if the lengths differ or there are fewer than 2 pairs
double covariance(std::span<const double> first, std::span<const double> second);

/// Sample skewness, adjusted for small samples (the G1 of most packages). A paired t interval with
/// |skewness| > 1 and fewer than 30 values deserves a warning. 0 where all values are equal.
/// Source: D. N. Joanes, C. A. Gill, Comparing measures of sample skewness and kurtosis, The
/// Statistician 47 (1998).
/// @throws ContractViolation if there are fewer than 3 values
double skewness(std::span<const double> values);

/// Quantile of a sample by linear interpolation between order statistics (type 7 of Hyndman and
/// Fan, the default of R).
/// @param probability  in [0, 1]
/// @throws ContractViolation if there are no values, one is not a number, or probability lies
///         outside
double sample_quantile(std::span<const double> values, double probability);

/// Share of values that reach a threshold, in [0, 1].
/// @throws ContractViolation if there are no values
double share_at_least(std::span<const double> values, double threshold);

} // namespace tsunagi
