#pragma once

#include "engine/experiment/replicate.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tsunagi {

/// One known pattern beside what the model gives.
struct PatternRow {
    enum class Verdict : std::uint8_t { pass, miss };
    std::string_view pattern; ///< "P1" ...
    std::string_view measure; ///< message id of measure and stratum: "pattern.<measure>"
    std::int64_t n{};         ///< observations behind the value; 0 where the value is a formula
    double value{};
    std::optional<double> lower; ///< 95 % interval of the value, where it is seen in runs
    std::optional<double> upper;
    double band_lower{};
    double band_upper{};
    Verdict verdict() const {
        return value >= band_lower && value <= band_upper ? Verdict::pass : Verdict::miss;
    }
};

/// Patterns of the list that need processes which are not built yet.
std::span<const std::string_view> patterns_not_built();

/// The study's reference scenario alone, under its stated link and under two forced links (E = 1
/// and E = 0 with consent), for P1 and P2.
Experiment chain_pattern_experiment(const Experiment& study, std::int64_t replications);

/// P1 and P2 from the runs of chain_pattern_experiment, [replication][reading].
std::vector<PatternRow> chain_patterns(std::span<const ReplicationResult> replications);

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
