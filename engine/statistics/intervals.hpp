#pragma once

#include <cstdint>
#include <optional>

namespace tsunagi {

/// A closed interval.
struct Interval {
    double lower{};
    double upper{};
    friend constexpr bool operator==(Interval, Interval) = default;
};

/// How sure a set of intervals is to be.
struct Confidence {
    double level = 0.95; ///< chance that all intervals of the family hold their value, in (0, 1)
    std::int64_t family =
        1; ///< intervals looked at together; each gets 1 - (1 - level) / family (Bonferroni)
};

/// Quantile of Student's t distribution.
/// @param probability         in (0, 1)
/// @param degrees_of_freedom  at least 1
/// @throws ContractViolation if a parameter lies outside
double student_quantile(double probability, double degrees_of_freedom);

/// What is known of a quantity from independent units.
struct Estimate {
    double value{};
    double standard_error{};
    std::int64_t units{}; ///< at least 2; degrees of freedom are units - 1
};

/// Factor from standard error to half-width of a two-sided interval.
/// @param units  at least 2
/// @throws ContractViolation if a parameter lies outside
double half_width_factor(std::int64_t units, Confidence confidence);

/// value -+ half_width_factor x standard_error.
/// @throws ContractViolation if a parameter lies outside
Interval t_interval(const Estimate& estimate, Confidence confidence);

/// Interval of a proportion, symmetric in the log-odds, so that it stays within (0, 1).
/// @param proportion  with the standard error of the proportion itself
/// @return nothing where the proportion is 0 or 1, whose log-odds have no standard error
/// @throws ContractViolation if the proportion lies outside [0, 1] or its standard error is
/// negative
std::optional<Interval> logit_interval(const Estimate& proportion, Confidence confidence);

} // namespace tsunagi
