#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tsunagi {

/// Moves of persons between states, counted by day from the day on which all of them are watched.
/// Nobody enters later.
struct TransitionCounts {
    std::size_t states{};
    std::span<const std::int64_t> at_start; ///< [state], persons in the state when day 1 begins
    std::span<const std::int64_t> moves; ///< [day][from][to], `to` runs fastest; 0 where from = to
    /// [day][state], watched no longer; within a day moves come first
    std::span<const std::int64_t> censored;
};

/// An estimate from the persons of one sample and how far another sample of as many would lie.
struct SampleEstimate {
    double value{};
    double standard_error{}; ///< >= 0
};

/// Aalen-Johansen estimate of where a person is who began in one state: the product of I + dA over
/// the days, dA the moves of a day over those at risk when it begins.
///
/// Day 0 is the start and a day means its end, so a move on day d happens at time d exactly, and
/// whoever moves has spent that day where it came from. On days when nobody is at risk in a state
/// nobody is taken to leave it.
///
/// Standard errors are the delta method's with multinomial moves ("Greenwood-type"). Where a state
/// is left only by those who were in it at the start, as with competing risks, they equal the
/// infinitesimal jackknife; for one cause they are Greenwood's. They speak of a sample of as many
/// independent persons: the register of a region, say. Persons of a simulated replication share
/// their agencies, and scenarios are compared between replications.
/// Source: Aalen, Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150; values and
/// standard errors are checked against R's package `survival` (tests/statistical/statistics).
class StateProbabilities {
public:
    /// @param start  the state in which the person begins; somebody must be in it at the start
    /// @throws ContractViolation if shapes disagree, a count is negative, a move leads to where it
    ///         began, more leave a state than are in it, or nobody begins in `start`
    StateProbabilities(const TransitionCounts& counts, std::size_t start);

    std::size_t days() const { return days_; }
    std::size_t states() const { return states_; }

    /// Probability of being in the state at the end of the day, in [0, 1]; over states they make 1.
    /// @param day  0 to days()
    /// @throws ContractViolation if there is no such day or state, here and below
    double at(std::size_t day, std::size_t state) const;

    /// The same with its standard error, in days x states^2 steps.
    SampleEstimate probability(std::size_t day, std::size_t state) const;

    /// Restricted mean time: days spent in the state up to the end of a day, in [0, horizon]. Over
    /// states they make the horizon.
    /// @param horizon  day, 0 to days()
    SampleEstimate mean_days(std::size_t horizon, std::size_t state) const;

private:
    /// What is to be expected by who stands in a state: at the horizon, and for each day on the
    /// way.
    struct Payoff {
        std::size_t state{};
        double at_horizon{}; ///< for being in the state at the horizon
        double per_day{};    ///< for each day spent in it
    };

    void follow(std::size_t day, const TransitionCounts& counts);
    SampleEstimate expected(std::size_t horizon, Payoff payoff) const;
    double step_back(std::size_t day, std::vector<double>& value) const;
    std::int64_t at_risk(std::size_t day, std::size_t state) const;
    std::span<const std::int64_t> moves_from(std::size_t day, std::size_t state) const;

    std::size_t states_;
    std::size_t days_;
    std::size_t start_;
    std::vector<std::int64_t> at_risk_; // [day from 0][state], when the day after it begins
    std::vector<std::int64_t> moves_;   // [day from 1][from][to]
    std::vector<double> probability_;   // [day from 0][state]
};

} // namespace tsunagi
