#pragma once

#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Integer counts of one run, per group. Shares are ratios of two of these. The names printed in
/// results files and the exact definitions stand in outputs/store/schema.hpp; append only.
enum class Count : std::uint8_t {
    cohort, ///< supervised persons whose scheduled end S falls in [policy start, horizon - 365 d]
    support_at_end,     ///< support(0; 90): already in support at S
    support_90,         ///< support(90; 90)
    support_180,        ///< support(180; 90): headline H(180)
    support_365,        ///< support(365; 90)
    support_180_twice,  ///< at least two attended contacts in the window of support_180
    close_30,           ///< support(30; 30)
    started_21,         ///< any attended support contact in (S, S + 21 d]
    silent_before,      ///< no attended support contact in (S - 60 d, S]
    silent_started_21,  ///< of silent_before: first contact in (S, S + 21 d]
    true_need,          ///< cohort persons with true need: base of the cascade
    recognised,         ///< of true_need, by S + 365 d: need recognised
    offered,            ///< ... offered
    consented,          ///< ... offered with consent to pass information on
    accepted,           ///< ... an offer accepted, or came by themselves
    first_contact,      ///< ... first contact attended
    second_visit,       ///< ... second visit kept: in care
    followed_6_months,  ///< of true_need: first contact at least 182.625 d before S + 365 d
    in_care_6_months,   ///< of followed_6_months: in care that long after the first contact
    followed_12_months, ///< the same with 365.25 d
    in_care_12_months,
    need_support_180, ///< of true_need: support_180
    days_in_support,  ///< sum over the cohort of days in (S, S + 365] with a contact in the last 90
                      ///< d
    refused,          ///< losses, as events of cohort persons by S + 365 d: offer refused
    found_no_hours,   ///< no free hours for a first appointment
    not_kept,         ///< appointment not kept, and no re-booking or not kept again
    lost_at_second_visit,
    number_of_counts,
};
inline constexpr std::size_t counts = static_cast<std::size_t>(Count::number_of_counts);

/// Groups fixed when the policy starts: whether the person's office-centre link was good just
/// before it.
enum class LinkGroup : std::uint8_t { not_good, good };
inline constexpr std::size_t link_groups = 2;

/// Upper edges in days of the bins of waits; the last bin is open.
inline constexpr std::array<int, 14> wait_edges{
    1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60, 90, 120, 180};
inline constexpr std::size_t wait_bins = wait_edges.size() + 1;
inline constexpr std::size_t follow_up_days = 365;

/// Everything one run is remembered by. Plain integers but for the links' levels, so that any fold
/// is exact.
struct RunResult {
    std::array<std::array<std::int64_t, counts>, link_groups> by_group{}; ///< [group][Count]
    /// First support contact of cohort persons not yet in support at S, by group and whole days
    /// after S (bin d holds contacts in (S + d, S + d + 1]); the number at risk at S is cohort -
    /// support_at_end. Competing causes (custody, death) are not built yet and have no bins.
    std::array<std::array<std::int32_t, follow_up_days>, link_groups> first_contact_day{};
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
    std::int64_t cancelled_contacts{};   ///< standing contacts for which the week had no hours
    std::int64_t sessions_not_offered{}; ///< sessions lost because no week had hours left
    std::int64_t overtime_ticks{}; ///< contacts held although bookings had taken the week's hours
    /// Mutual understanding of the office-centre pair under the scenario's schedule: at policy
    /// start, then each anniversary just before rotation, up to the horizon.
    std::vector<double> understanding;
    std::uint64_t digest{}; ///< of every fact from policy start to horizon, in order
    std::int64_t events{};  ///< calendar events handled, warm-up excluded
};

} // namespace tsunagi
