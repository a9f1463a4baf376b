#pragma once

#include "engine/experiment/replicate.hpp"
#include "engine/observation/groups.hpp"
#include "engine/statistics/jackknife.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tsunagi {

// How people come through the agencies, read off the facts of a run. Definitions: engine/README.md,
// outcomes.

/// What one run is remembered by, of the cohort or of one group of it. Every indicator is made of
/// these integers alone, so that replications add up.
enum class PathwaySum : std::uint8_t {
    persons,
    // Referrals by the furthest that they came, each a part of the one before.
    sent,
    received,
    accepted,
    contacted,
    attended,
    started,
    completed,
    // Referrals by the stage after which they were lost.
    lost_sent,
    lost_received,
    lost_accepted,
    lost_contacted,
    lost_attended,
    lost_started,
    requests,
    bounced,
    came,
    came_in_time,
    wait_runs,    ///< 1 where anybody came, so that the two below have a value
    median_ticks, ///< of the waits of those who came
    p90_ticks,
    first_due,
    first_missed,
    sessions_due,
    sessions_missed,
    visited_twice, ///< persons
    bice_boxerman, ///< of these, this and the next three in parts of continuity_unit
    usual_provider,
    sequential,
    concentration,
    hand_offs,
    found_help, ///< persons
    wrong_doors,
    left_90, ///< ends of care that were watched for so long
    re_entered_90,
    left_365,
    re_entered_365,
    care_completed,
    throughput_ticks,
    waited_ticks,
    number_of_sums,
};
inline constexpr std::size_t pathway_sums = static_cast<std::size_t>(PathwaySum::number_of_sums);

/// What is told of a cohort and its groups.
enum class PathwayUnit : std::uint8_t { share, number, days };

/// One line of what is told.
struct PathwayIndicator {
    std::string_view id; ///< in JSON and message ids
    PathwayUnit unit{};
    std::size_t n{};   ///< the sum that counts what it is taken of
    Statistic value{}; ///< of sums as long as its table's
};

/// Of the cohort and each group, in printed order: sums are those of PathwaySum.
std::vector<PathwayIndicator> pathway_indicators();

/// What the services bear, from whomever it comes: sums that stand behind one another.
enum class LoadSum : std::uint8_t {
    window_ticks,
    taken_ticks,  ///< of direct_ticks, by standing work and bookings
    direct_ticks, ///< of agencies whose hours have a limit
    runs,
    appointments, ///< waited for at the horizon
    appointment_ages,
    listed, ///< on lists at the horizon
    listed_ages,
    stays,                           ///< by Service
    person_ticks = stays + services, ///< by Service
    number_of_sums = person_ticks + services,
};
inline constexpr std::size_t load_sums = static_cast<std::size_t>(LoadSum::number_of_sums);

/// Of the services, in printed order: sums are those of LoadSum.
std::vector<PathwayIndicator> load_indicators();

/// Sums of one run.
struct PathwayCounts {
    Sums cohort;
    std::array<Sums, levels> by_level; ///< [Level]
    std::vector<Sums> by_municipality; ///< by MunicipalityId row
    std::vector<Sums> by_fiscal_year;  ///< of S, from that of the policy start
    Sums load;
};

/// Listens to one run. A pure function of the experiment, the run and the standard.
/// @param standard  longest wait that meets it, > 0
/// @throws ContractViolation if the experiment has no such run
PathwayCounts
count_pathways(const PreparedExperiment& prepared, const RunChoice& run, Duration standard);

} // namespace tsunagi
