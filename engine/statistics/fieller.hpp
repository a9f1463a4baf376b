#pragma once

#include "engine/statistics/intervals.hpp"

#include <optional>
#include <span>

namespace tsunagi {

/// A ratio of two means with its interval, which lies around it without symmetry.
struct RatioOfMeans {
    double value{};
    Interval interval{};
};

/// Ratio of the means of two numbers that each unit has, as extra hours over extra persons, by
/// Fieller's theorem. With means x and y, half-widths' factor t and variances and covariance V of
/// the means, the interval holds every r with (x - r y)^2 <= t^2 (Vxx - 2 r Vxy + r^2 Vyy): those
/// ratios that a t test of numerator - r denominator does not reject. It is exact where the pairs
/// are normal. Where the denominator's own t interval holds 0, it would reach to infinity.
/// Source: E. C. Fieller, Some problems in interval estimation, Journal of the Royal Statistical
/// Society B 16 (1954) 175-185.
/// @param numerator, denominator  [unit], of either sign
/// @return nothing for fewer than 2 units, and where the denominator's t interval holds 0
/// @throws ContractViolation if the lengths differ
std::optional<RatioOfMeans> ratio_of_means(std::span<const double> numerator,
                                           std::span<const double> denominator,
                                           Confidence confidence);

} // namespace tsunagi
