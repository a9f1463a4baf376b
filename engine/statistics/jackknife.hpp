#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tsunagi {

/// Integer sums of one independent unit, such as a replication; their meaning is the caller's.
using Sums = std::vector<std::int64_t>;

/// A quantity that is a function of sums: a ratio, a difference of ratios, a survival curve at a
/// time. No value where its denominator vanishes.
using Statistic = std::function<std::optional<double>(const Sums&)>;

/// A statistic of the sums over all units.
struct StatisticEstimate {
    double value{};
    /// Monte Carlo error; nothing with fewer than two units, or where the statistic has no value
    /// without one of them.
    std::optional<double> standard_error;
};

/// Adds units up.
/// @throws ContractViolation if the units differ in length
Sums total_of(std::span<const Sums> units);

/// Variance of an estimate from the n estimates that are left when one unit is taken out at a time:
/// (n - 1)^2 / n times their sample variance.
/// @param without  at least two
double jackknife_variance(std::span<const double> without);

/// A statistic and its standard error by deleting one unit at a time: (n - 1) / n times the sum of
/// squares of the n values left over, about their mean. It needs no formula for the variance of
/// the statistic, which must be smooth in the sums.
/// @return nothing where there is no unit, or the statistic of all of them has no value
/// @throws ContractViolation if the units differ in length
std::optional<StatisticEstimate> jackknife(std::span<const Sums> units, const Statistic& statistic);

} // namespace tsunagi
