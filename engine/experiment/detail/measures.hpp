#pragma once

#include "engine/experiment/detail/pattern_rows.hpp"
#include "engine/experiment/patterns.hpp"
#include "engine/statistics/jackknife.hpp"

#include <cstddef>

namespace tsunagi::detail {

/// A measure whose value is seen in runs.
struct Measure {
    PatternName name;
    PatternBand band;
    std::size_t n{}; ///< the sum that counts the observations
    Statistic value;
};

/// The row of a measure, its interval by deleting one replication at a time: those of one
/// replication share a region and its agencies, so the replication is what is independent.
/// @param replications  sums of each
PatternRow row_of(const Measure& measure, std::span<const Sums> replications);

/// Which sums a share or a yearly number is made of.
struct Fraction {
    std::size_t numerator{};
    std::size_t denominator{};
};

/// Numerator over denominator; no value where the latter is 0.
Statistic ratio_statistic(Fraction fraction);

/// Odds of one share over those of another; no value where one of them is 0 or 1.
Statistic odds_ratio_statistic(Fraction one, Fraction other);

/// A share of the observations that its denominator counts.
Measure share_measure(const PatternName& name, const PatternBand& band, Fraction fraction);

/// Sums that stand behind one another in those of a group, and what is read off them.
struct SumsPart {
    std::size_t size{};
    std::vector<Measure> measures;
};

/// The rows of all parts.
/// @param replications  sums of each, as long as the parts together
std::vector<PatternRow> rows_of(std::span<const SumsPart> parts,
                                std::span<const Sums> replications);

/// Times to an event among persons, as sums: [0] persons, then their first events bin by bin, then
/// those watched no longer, bin by bin; within a bin events come first. Kaplan-Meier throughout.
struct EventTimes {
    std::size_t bins{};

    std::size_t size() const { return 1 + 2 * bins; }
    std::size_t event(std::size_t bin) const { return 1 + bin; }
    std::size_t censored(std::size_t bin) const { return 1 + bins + bin; }

    /// Share with the event by the end of a number of bins.
    Statistic share_by(std::size_t bins_passed) const;
    /// Share still without it.
    Statistic share_after(std::size_t bins_passed) const;
    /// Of those with the event by the end of the last bin named: share by the end of the first.
    Statistic share_of_share(std::size_t first, std::size_t last) const;
    /// The time by which half have had it, interpolated within its bin, in bins.
    Statistic median() const;
    /// Mean time to the event, cut at the last bin, of those without it after so many bins, in
    /// bins.
    Statistic mean_of_later_than(std::size_t bins_passed) const;
};

} // namespace tsunagi::detail
