#pragma once

#include "engine/experiment/replicate.hpp"
#include "engine/statistics/jackknife.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Values that agree with a pattern.
struct PatternBand {
    std::optional<double> lower{};                                  ///< nothing: however small
    std::optional<double> upper{};                                  ///< nothing: however large
    enum class Edge : std::uint8_t { within, beyond } lower_edge{}; ///< of the lower bound itself
    bool holds(double value) const;
};

/// One known pattern beside what the model gives.
struct PatternRow {
    enum class Verdict : std::uint8_t { pass, miss };
    std::string_view pattern; ///< "P1" ...
    std::string_view measure; ///< message id of measure and stratum: "pattern.<measure>"
    std::optional<std::int64_t>
        n; ///< observations behind the value; nothing where the value is a formula
    std::optional<double> value; ///< nothing where too little was seen
    std::optional<double> lower; ///< 95 % interval of the value, where it is seen in runs
    std::optional<double> upper;
    PatternBand band{};
    Verdict verdict() const { return value && band.holds(*value) ? Verdict::pass : Verdict::miss; }
};

/// Puts rows into the order of the list, P1 to P15; those of one pattern stay as they are.
void sort_by_pattern(std::vector<PatternRow>& rows);

/// A part of a pattern that needs what is not built yet.
struct MissingPattern {
    std::string_view pattern;
    std::string_view measure; ///< message id
};
std::span<const MissingPattern> patterns_not_built();

/// Patterns that are read on runs of one experiment. Replications may be counted in any order.
struct PatternGroup {
    Experiment experiment;
    /// What one replication adds; a pure function of the prepared experiment and its number.
    std::function<Sums(const PreparedExperiment&, std::int64_t replication)> count;
    /// @param replications  the sums of each, at least one
    std::function<std::vector<PatternRow>(std::span<const Sums> replications)> rows;
};

/// P1, P4, P7e, P8, P9a, P12, P13, P14: the reference scenario as it is.
PatternGroup today_patterns(const Experiment& study);
/// P2: the same with every link forced to 1 and to 0, with consent.
PatternGroup forced_link_patterns(const Experiment& study);
/// P7a-c: use and return to prison where there is no care, by the US and the Japanese numbers, and
/// with the full-term lane.
std::vector<PatternGroup> use_patterns(const Experiment& study);
/// P7d, P7f, P9b: everybody in counselling, or in a recovery facility, from the first day on.
std::vector<PatternGroup> kept_in_care_patterns(const Experiment& study);
/// P3, P5, P15: scenarios against each other.
/// @return none where the region does not know the contact t2.05
std::vector<PatternGroup> contrast_patterns(const Experiment& study);

/// All of the above, each over so many replications.
std::vector<PatternGroup> pattern_groups(const Experiment& study, std::int64_t replications);

/// P6: appointments kept by wait, at the reference covariates.
std::vector<PatternRow> wait_patterns(const Parameters& parameters);

/// P10: how ties of the office-centre pair fade, fall at rotation and rest on routines.
std::vector<PatternRow> tie_patterns(const Experiment& study);

/// One region without lives on the 31 March that ends the warm-up: whether each agency's link with
/// the centre reads as good, by agency row. A pure function of the study and the replication's
/// number.
std::vector<LinkGroup> links_on_31_march(const PreparedExperiment& prepared,
                                         std::int64_t replication);

/// P11: the survey's cross-section, read on many regions.
/// @param regions  [draw][agency row]
std::vector<PatternRow> survey_patterns(const Region& region,
                                        std::span<const std::vector<LinkGroup>> regions);

} // namespace tsunagi
