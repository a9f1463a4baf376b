#pragma once

#include "engine/statistics/aalen_johansen.hpp"

namespace tsunagi {

/// Times to the first of several competing events, counted by day.
struct CompetingCounts {
    std::size_t causes{};
    std::int64_t at_start{};              ///< free of events and watched when day 1 begins
    std::span<const std::int64_t> events; ///< [day][cause], causes run fastest
    std::span<const std::int64_t>
        censored; ///< [day], watched no longer; within a day events come first
};

/// Cumulative incidence of competing events, free of the bias of one minus Kaplan-Meier, which
/// treats people lost to one cause as if the other could still strike them. With a single cause
/// the event-free curve is Kaplan-Meier's.
///
/// Day 0 is the start, a day means its end, and a day on which an event falls still counts as free
/// of it. Standard errors are those of StateProbabilities; here they equal the infinitesimal
/// jackknife.
class CumulativeIncidence {
public:
    /// Aalen-Johansen estimate from counts.
    /// @throws ContractViolation if there is no cause or nobody at the start, shapes disagree, a
    ///         count is negative, or more have events or are censored than are left
    explicit CumulativeIncidence(const CompetingCounts& counts);

    std::size_t days() const { return states_.days(); }
    std::size_t causes() const { return states_.states() - 1; }

    /// Probability that the cause has struck, first of all, by the end of the day; in [0, 1].
    /// @param day    0 to days()
    /// @param cause  below causes()
    /// @throws ContractViolation if there is no such day or cause, here and below
    double at(std::size_t day, std::size_t cause) const;
    /// Probability that nothing has struck by the end of the day; with all causes it makes 1.
    double event_free(std::size_t day) const;

    /// The same with their standard errors, in days x causes^2 steps.
    SampleEstimate incidence(std::size_t day, std::size_t cause) const;
    SampleEstimate survival(std::size_t day) const;

    /// Restricted mean time without event: days up to the first event or the end of a day,
    /// whichever is earlier; the area under the event-free curve.
    /// @param horizon  day, 0 to days()
    SampleEstimate mean_days_free(std::size_t horizon) const;
    /// Restricted mean time lost to a cause: days from its event to the end of a day; the area
    /// under its incidence. With mean_days_free, all causes make the horizon.
    SampleEstimate mean_days_lost(std::size_t horizon, std::size_t cause) const;

private:
    StateProbabilities states_; // state 0 is free of events, state 1 + cause follows it
};

} // namespace tsunagi
