#pragma once

#include "engine/statistics/intervals.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tsunagi {

/// Numerator and denominator of a ratio, one of each per replication: persons with an outcome and
/// persons at risk, days waited and persons who waited.
struct RatioSample {
    std::span<const std::int64_t> numerator;   ///< [replication]
    std::span<const std::int64_t> denominator; ///< [replication], each >= 0
};

/// What counts as one independent observation.
struct Units {
    /// Replications that share one draw of the parameters, or 1: their sums are added before
    /// anything else, since intervals over replications that share a draw are far too narrow.
    std::int64_t replications_per_unit = 1;
};

/// A ratio of sums over all replications, with its jackknife standard error over units.
struct RatioEstimate {
    double level{};
    double standard_error{}; ///< Monte Carlo error: how far another set of units would lie
    Interval interval{};     ///< t interval of the level
    /// Units with a denominator above 0; the others carry no information and are left out.
    std::int64_t units{};
};

/// Ratio of sums and its standard error by deleting one unit at a time.
/// The jackknife variance is (n - 1) / n times the sum of squares of the n ratios left over, about
/// their mean. It needs no normality and no formula for the covariance of numerator and
/// denominator.
/// @return nothing where fewer than 2 units have a denominator above 0
/// @throws ContractViolation if lengths differ, are no multiple of replications_per_unit, or a
///         denominator is negative
std::optional<RatioEstimate>
ratio_of_sums(const RatioSample& sample, Confidence confidence, Units units = {});

/// The difference other - base of two ratios of sums over the same replications.
struct PairedDifference {
    double level_base{};
    double level_other{};
    double difference{}; ///< level_other - level_base
    /// Of the difference, by deleting one unit from both ratios at a time.
    double standard_error{};
    /// Of the t interval; it is exactly [0, 0] where the difference is 0 in every unit.
    double lower{};
    double upper{};
    /// Between the two levels over units, in [-1, 1]; nothing where one of them does not vary.
    std::optional<double> correlation;
    /// (Var base + Var other) / Var difference: how many times more units independent runs would
    /// need. Nothing where the difference does not vary at all, so that pairing has removed the
    /// whole variance.
    std::optional<double> variance_ratio;
    /// Units where a denominator is above 0; degrees of freedom are units - 1.
    std::int64_t units{};
};

/// Compares two scenarios on common random numbers.
/// @return nothing where fewer than 2 units have a denominator above 0 in either scenario
/// @throws ContractViolation if lengths differ, are no multiple of replications_per_unit, or a
///         denominator is negative
std::optional<PairedDifference> paired_difference(const RatioSample& base,
                                                  const RatioSample& other,
                                                  Confidence confidence,
                                                  Units units = {});

/// The difference of the two ratios within each unit, for quantiles over draws. Units in which one
/// of the two denominators is 0 have no difference and are left out.
/// @return other - base, in the order of the units
/// @throws ContractViolation as paired_difference
std::vector<double>
unit_differences(const RatioSample& base, const RatioSample& other, Units units = {});

} // namespace tsunagi
