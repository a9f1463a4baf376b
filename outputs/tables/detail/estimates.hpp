#pragma once

#include "outputs/tables/detail/samples.hpp"

#include <optional>
#include <vector>

namespace tsunagi::detail {

/// How the interval of a level is made: on the log-odds scale, so that a share's stays within
/// (0, 1), or plainly around the level.
enum class LevelInterval : std::uint8_t { log_odds, plain };

/// A ratio of sums with its 95 % interval by the jackknife over units; without one where fewer than
/// two units have anybody.
/// @return nothing where all denominators are 0
std::optional<ShownEstimate>
level_estimate(const CountRatio& ratio, LevelInterval interval, Units units);

/// A ratio of sums of one cell beside that of the reference.
/// @param ratio_of  makes the ratio of a cell: CountRatio(Cell)
template <class RatioOf>
Compared
compared_ratio(const Samples& samples, Cell cell, LevelInterval interval, RatioOf&& ratio_of) {
    const CountRatio own = ratio_of(cell);
    const auto units = samples.units_of(cell.reading);
    Compared result{.level = level_estimate(own, interval, units), .difference = {}};
    if (cell.scenario != samples.reference()) {
        const CountRatio base = ratio_of(Cell{cell.reading, samples.reference()});
        result.difference = estimate_of(
            paired_difference(base.sample(), own.sample(), samples.difference_confidence(), units));
    }
    return result;
}

/// Size of a difference that four in five studies of this size would see: half-width plus t(0.8)
/// standard errors.
double detectable(const PairedDifference& paired);

/// A ratio of two numbers of each replication.
/// @param numerator, denominator  std::int64_t(RunIndex)
template <class Numerator, class Denominator>
CountRatio
ratio_over(const Samples& samples, Cell cell, Numerator&& numerator, Denominator&& denominator) {
    CountRatio ratio;
    for (std::size_t row = 0; row < samples.runs().shape().replications; ++row) {
        const RunIndex index{cell.reading, cell.scenario, row};
        ratio.numerator.push_back(numerator(index));
        ratio.denominator.push_back(denominator(index));
    }
    return ratio;
}

/// A number of each replication over their number.
/// @param number  std::int64_t(RunIndex)
template <class Number>
CountRatio per_replication(const Samples& samples, Cell cell, Number&& number) {
    return ratio_over(samples, cell, number, [](RunIndex) { return std::int64_t{1}; });
}

/// Level and difference in another unit.
Compared scaled(const Compared& compared, double factor);

/// A number that each replication has by itself, as a quantile of its people; no value: it has
/// none.
using PerReplication = std::vector<std::optional<double>>; ///< [replication]

/// Mean over the units' means, beside that of the reference; differences over the replications
/// that have the number in both.
/// @param base  no value: the cell is the reference
Compared compared_means(const Samples& samples,
                        std::size_t reading,
                        const PerReplication& own,
                        const std::optional<PerReplication>& base);

} // namespace tsunagi::detail
