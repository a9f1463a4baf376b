#pragma once

#include "engine/statistics/ratio.hpp"
#include "outputs/tables/analysis.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Counts per replication, cut as the statistics need them.
struct CountRatio {
    std::vector<std::int64_t> numerator;   ///< [replication]
    std::vector<std::int64_t> denominator; ///< [replication]

    RatioSample sample() const { return {.numerator = numerator, .denominator = denominator}; }
};

/// One scenario under one reading.
struct Cell {
    std::size_t reading{};
    std::size_t scenario{};
};

/// Reads results in the ways that all parts of the analysis share.
class Samples {
public:
    explicit Samples(const StudyResults& results);

    const StudyDescription& study() const { return results_.study; }
    const RunTable& runs() const { return results_.runs; }
    std::size_t reference() const { return reference_; }
    double years() const;
    double cohort_years() const;

    /// Rows of the readings that people know by name.
    const std::vector<std::size_t>& named_readings() const { return named_readings_; }
    /// Whether a run belongs to a group. Scenarios that share chance share the group of a
    /// replication; independent ones need not.
    bool in_group(RunIndex run, AnalysisGroup group) const;
    /// Runs of a cell that belong to a group.
    std::size_t replications_in(Cell cell, AnalysisGroup group) const;

    std::vector<std::int64_t> counts(Cell cell, AnalysisGroup group, Count count) const;
    std::int64_t total(Cell cell, AnalysisGroup group, Count count) const;
    CountRatio ratio(Cell cell, AnalysisGroup group, Count numerator, Count denominator) const;
    CountRatio ratio(Cell cell, AnalysisGroup group, Outcome outcome) const;

    /// A count of a cell's cohort persons as a yearly number in one replication of the group; 0
    /// where the group has none.
    double persons_per_year(Cell cell, AnalysisGroup group, Count count) const;

    UnitOfAnalysis unit_of(std::size_t reading) const;
    Units units_of(std::size_t reading) const;
    /// Of differences: simultaneous over all scenarios but the reference.
    Confidence difference_confidence() const;

    /// Calls visit(cell) for every named reading and scenario, in the order of the lists of
    /// Analysis.
    template <class Visit> void for_each_named_cell(Visit&& visit) const {
        for (const auto reading : named_readings_) {
            for (std::size_t scenario = 0; scenario < study().scenarios.size(); ++scenario) {
                visit(Cell{reading, scenario});
            }
        }
    }

private:
    const StudyResults& results_;
    std::size_t reference_;
    std::vector<std::size_t> named_readings_;
};

/// Ratio of sums; no value where the denominators are all 0.
std::optional<double> level_of(const CountRatio& ratio);

/// A paired difference as an estimate, where it exists.
std::optional<ShownEstimate> estimate_of(const std::optional<PairedDifference>& difference);

ShownEstimate scaled(const ShownEstimate& estimate, double factor);

} // namespace tsunagi::detail
