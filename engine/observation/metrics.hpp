#pragma once

#include "engine/facts/details.hpp"
#include "engine/observation/cohort.hpp"
#include "engine/observation/count.hpp"
#include "engine/observation/groups.hpp"
#include "engine/observation/use_record.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Upper edges in days of the bins of waits; the last bin is open.
inline constexpr std::array<int, 14> wait_edges{
    1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60, 90, 120, 180};
inline constexpr std::size_t wait_bins = wait_edges.size() + 1;

/// How an episode ended, for its survival.
enum class EpisodeOutcome : std::uint8_t {
    drop_out, ///< or silence, or a place given up for want of money
    in_order, ///< completed, discharged, or over at a review
    custody,
    death,
    censored, ///< moved, in another bed or place, or still open at the horizon
};
inline constexpr std::size_t episode_outcomes = 5;

/// One episode opened in [policy start, horizon), of anybody.
struct FinishedEpisode {
    Service service{};
    EpisodeOutcome outcome{};
    std::uint16_t days{}; ///< begun days, at least 1; what lasted longer than a day's bin can tell
                          ///< is told as that
    friend bool operator==(const FinishedEpisode&, const FinishedEpisode&) = default;
};

/// Of a service at all agencies, anybody's.
enum class ServiceCount : std::uint8_t {
    episodes_opened,
    sessions_attended,
    sessions_missed,
    sessions_not_offered,
    list_joined,
    list_admitted,
    list_patience,   ///< left the list because patience ended
    list_gone,       ///< left it for any other reason
    list_wait_ticks, ///< of those admitted, from joining
    places_taken,
    places_left,
};
inline constexpr std::size_t service_counts = 11;

/// Of an agency, anybody's.
enum class AgencyCount : std::uint8_t {
    first_contacts, ///< first appointments kept
    sessions_attended,
    stays_begun, ///< in a bed or residence
    stays_ended,
    stay_ticks, ///< all stays together
    // Over the whole weeks (Monday to Sunday) of the span; 0 where hours have no limit.
    direct_ticks, ///< direct hours of staff that there were
    taken_ticks,  ///< of these, reserved for standing work or booked; overtime goes beyond
};
inline constexpr std::size_t agency_counts = 7;

/// Of the ways to a residential place, by what opened them: tracks opened in the span.
enum class TrackCount : std::uint8_t {
    opened,
    agreed,
    entered,
    entered_in_window, ///< of entered: while bump > 0.1
    no_agreement,
    lost_waiting,
    person_gone,
    entry_ticks, ///< of entered: from the trigger to the entry
};
inline constexpr std::size_t track_counts = 8;

/// Clients of the agencies who are no persons of the justice system nor families of theirs.
enum class OtherClients : std::uint8_t { persons, families };
inline constexpr std::size_t other_clients = 2;
enum class OtherCount : std::uint8_t {
    arrived,
    first_contacts, ///< served; how long they waited is told by the waits of their routes
    sessions_attended,
    lost, ///< referrals lost
};
inline constexpr std::size_t other_counts = 4;

/// Counts of one run that an enumeration names.
template <class Enum, std::size_t size> class CountsOf {
public:
    std::int64_t& operator[](Enum count) { return values.at(static_cast<std::size_t>(count)); }
    std::int64_t operator[](Enum count) const { return values.at(static_cast<std::size_t>(count)); }
    std::array<std::int64_t, size> values{};
    friend bool operator==(const CountsOf&, const CountsOf&) = default;
};
using ServiceCounts = CountsOf<ServiceCount, service_counts>;
using AgencyCounts = CountsOf<AgencyCount, agency_counts>;
using TrackCounts = CountsOf<TrackCount, track_counts>;
using OtherCounts = CountsOf<OtherCount, other_counts>;

/// Everything one run is remembered by. Plain integers but for the links' levels, so that any fold
/// is exact.
struct RunResult {
    std::array<std::array<std::int64_t, counts>, link_groups> by_group{}; ///< [group][Count]
    std::array<Tally, levels> by_level{};                                 ///< [Level][Count]
    /// By municipality of residence at intake, as many as anybody came from.
    std::vector<Tally> by_municipality;
    /// Of the cohort by fiscal year of S, from that of the policy start.
    std::vector<Tally> by_fiscal_year;
    FirstEventBins first_event_day{};
    UseCourse use_course;
    /// First appointments that fell due in [policy start, horizon), kept or not: number, kept, sum
    /// of waits in ticks, and waits by bin. Counted when due, so that none is still open at the
    /// horizon.
    struct Waits {
        std::int64_t due{};
        std::int64_t kept{};
        std::int64_t wait_ticks{};
        std::array<std::int32_t, wait_bins> bins{};
    };
    std::array<Waits, routes> waits{};
    /// First appointments of accepted offers, re-bookings left out: due and kept, by effective link
    /// below 0.25 and from 0.25 on. Read by the patterns, not stored.
    struct Appointments {
        std::int64_t due{};
        std::int64_t kept{};
    };
    std::array<Appointments, 2> first_bookings{};
    /// Ticks of staff time in [policy start, horizon), by agency row and task.
    std::vector<std::array<std::int64_t, tasks>> work;
    std::vector<AgencyCounts> agencies; ///< by agency row
    std::array<ServiceCounts, services> by_service{};
    std::array<TrackCounts, admission_routes> tracks{};
    std::array<OtherCounts, other_clients> others{};
    std::vector<FinishedEpisode> episodes; ///< in the order of their ends, then the open ones
    std::int64_t cancelled_contacts{};     ///< standing contacts for which the week had no hours
    std::int64_t sessions_not_offered{};   ///< sessions lost because no week had hours left
    std::int64_t slots_waited{};           ///< bookings that had to wait for a later month's slot
    std::int64_t beds_not_found{}; ///< needs of admission for which there was no bed anywhere
    std::int64_t overtime_ticks{}; ///< contacts held although bookings had taken the week's hours
    /// Mutual understanding of the office-centre pair under the scenario's schedule: at policy
    /// start, then each anniversary just before rotation, up to the horizon.
    std::vector<double> understanding;
    std::uint64_t digest{}; ///< of every fact from policy start to horizon, in order
    std::int64_t events{};  ///< calendar events handled, warm-up excluded
};

} // namespace tsunagi
