#pragma once

#include "engine/statistics/tick_span.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// Stages of a referral, each a part of the one before.
enum class ReferralStage : std::uint8_t {
    sent,
    received,
    accepted,
    contacted,
    attended,
    started,
    completed,
};
inline constexpr std::size_t referral_stages = 7;

/// Referrals that came at least so far.
struct ReferralFunnel {
    std::array<std::int64_t, referral_stages> reached{}; ///< [ReferralStage], never rising
    std::int64_t sender_told{}; ///< of those sent: the sender heard what became of them
};

struct FunnelShares {
    std::array<std::optional<double>, referral_stages> of_sent; ///< [ReferralStage], in [0, 1]
    /// [ReferralStage], in [0, 1]; 1 for those sent
    std::array<std::optional<double>, referral_stages> of_previous;
    std::optional<double> loop_closed; ///< sender told, of those sent
};

/// Shares of a referral funnel; nothing where nobody came to the stage that is divided by.
/// When people drop out at each stage is told by CumulativeIncidence, the stage being the cause.
/// @throws ContractViolation if a count is negative or above that of the stage before
FunnelShares funnel_shares(const ReferralFunnel& funnel);

/// A part of a whole: missed of due appointments (no-show), "not our case" of referrals received
/// (bounce), days waited of days from request to completion (waiting share).
struct PartOfWhole {
    std::int64_t part{};
    std::int64_t whole{};
};

/// @return nothing where the whole is 0
/// @throws ContractViolation if part < 0 or part > whole
std::optional<double> share_of(PartOfWhole counts);

/// Time of staff, any one unit, each >= 0.
struct StaffTime {
    std::int64_t booked{};
    std::int64_t available{};
};

/// Staff time booked over staff time there is; above 1 where there was overtime.
/// @return nothing where no time is available
/// @throws ContractViolation if one is negative
std::optional<double> utilisation(StaffTime time);

/// Durations from a first event to a second: request to first service (wait), request to
/// completion (throughput time).
struct Durations {
    std::span<const std::int64_t> ended; ///< any unit of time, each >= 0, in any order
    /// For whom the second event can never come: they gave up or were refused. People who were
    /// still on the way when watching stopped belong in CumulativeIncidence.
    std::int64_t never{};
};

/// Of all durations, those that never end being longer than any other.
struct DurationSummary {
    std::optional<std::int64_t> median; ///< nothing where more than half never end
    std::optional<std::int64_t> p90;    ///< nothing where more than a tenth never end
    std::optional<double> within;       ///< share that ended within the standard
};

/// Quantiles are the shortest duration that the share of all durations does not exceed.
/// @param standard  longest duration that meets the standard
/// @throws ContractViolation if a number is negative
DurationSummary summary_of(const Durations& durations, std::int64_t standard);

/// What counts as a return, in the unit of the episodes.
struct ReturnRule {
    std::int64_t window{};        ///< longest gap that counts: 90 or 365 days
    std::int64_t watched_until{}; ///< ends later than this less the window are left out
};

/// Ends of episodes after which the whole window was watched, and those followed by a new episode
/// within it.
struct ReEntries {
    std::int64_t ended{};
    std::int64_t returned{};
};

/// @param episodes  of one person in a service, in order of time and apart; any unit of time
/// @throws ContractViolation if episodes are empty of time, overlap, touch or are out of order, or
///         the window is negative
ReEntries re_entries(std::span<const TickSpan> episodes, ReturnRule rule);

} // namespace tsunagi
