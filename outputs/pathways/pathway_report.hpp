#pragma once

#include "engine/core/time.hpp"
#include "engine/experiment/pathways.hpp"
#include "outputs/store/study_description.hpp"
#include "outputs/tables/shown_estimate.hpp"
#include "outputs/tables/subgroup.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// What was run, and what its region calls things.
struct PathwayTitle {
    struct Named {
        std::string id;
        BothLanguages label;
    };
    std::string study;
    Named scenario;
    Named reading;
    std::optional<double> forced_link; ///< the reading's, in [0, 1]; no value: not forced
    std::optional<std::int64_t>
        replications_per_draw; ///< no value: the reading draws no parameters of the link
    SimTime policy_start{};
    SimTime horizon{};
    Duration standard{}; ///< longest wait that meets it
    struct Municipality {
        std::string id;
        BothLanguages name;
        std::optional<double> minutes; ///< to the centre; no value: nobody travels there
    };
    std::vector<Municipality> municipalities; ///< by MunicipalityId row
};

/// One indicator over all replications.
struct ShownIndicator {
    std::string_view id;
    PathwayUnit unit{};
    std::int64_t n{};                      ///< what it is taken of, in all replications together
    std::optional<ShownEstimate> estimate; ///< no value: it is taken of nothing
};

/// The groups of one attribute.
struct PathwaySplit {
    struct Group {
        std::string id;   ///< year in which the fiscal year begins, level, or id of a municipality
        double persons{}; ///< of the cohort in a replication, above 0
        std::vector<ShownIndicator> indicators; ///< in the order of pathway_indicators
    };
    /// How far apart the groups are in one indicator.
    struct Equity {
        std::string_view id;
        std::optional<double> largest_gap;         ///< no value: nobody has one
        std::optional<double> concentration_index; ///< no value: nothing ranks the groups, too
    };
    Attribute attribute{};
    std::vector<Group> groups; ///< those with anybody
    std::vector<Equity> equity;
};

/// Everything that is told of the ways through the agencies.
struct PathwayReport {
    PathwayTitle title;
    std::int64_t replications{};
    std::int64_t units{}; ///< independent ones: replications, or the draws that they share
    double persons{};     ///< of the cohort in a replication
    std::vector<ShownIndicator> cohort;
    std::vector<ShownIndicator> load;
    std::vector<PathwaySplit> splits;
};

/// Ratios of sums over all replications with 95 % jackknife intervals over units: replications, or
/// the draws that they share. What all units agree on has no interval.
/// @param runs  of every replication, in order; at least one
PathwayReport report_pathways(PathwayTitle title, std::span<const PathwayCounts> runs);

} // namespace tsunagi
