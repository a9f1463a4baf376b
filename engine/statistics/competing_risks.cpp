#include "engine/statistics/competing_risks.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {
namespace {

constexpr std::size_t free_of_events = 0;

constexpr std::size_t state_after(std::size_t cause) {
    return cause + 1;
}

/// Every event is a move out of the one state in which anybody begins or is censored.
StateProbabilities as_states(const CompetingCounts& counts) {
    expects(counts.causes >= 1, "there is a cause");
    const std::size_t days = counts.censored.size();
    expects(counts.events.size() == days * counts.causes, "every day has its events and censored");
    const std::size_t states = counts.causes + 1;
    std::vector<std::int64_t> at_start(states, 0);
    at_start[free_of_events] = counts.at_start;
    std::vector<std::int64_t> moves(days * states * states, 0);
    std::vector<std::int64_t> censored(days * states, 0);
    for (std::size_t day = 0; day < days; ++day) {
        const auto events = counts.events.subspan(day * counts.causes, counts.causes);
        const auto row = std::span{moves}.subspan(day * states * states, states);
        std::ranges::copy(events, row.begin() + state_after(0));
        censored[day * states + free_of_events] = counts.censored[day];
    }
    return {{.states = states, .at_start = at_start, .moves = moves, .censored = censored},
            free_of_events};
}

} // namespace

CumulativeIncidence::CumulativeIncidence(const CompetingCounts& counts)
    : states_{as_states(counts)} {}

double CumulativeIncidence::at(std::size_t day, std::size_t cause) const {
    return states_.at(day, state_after(cause));
}

double CumulativeIncidence::event_free(std::size_t day) const {
    return states_.at(day, free_of_events);
}

SampleEstimate CumulativeIncidence::incidence(std::size_t day, std::size_t cause) const {
    return states_.probability(day, state_after(cause));
}

SampleEstimate CumulativeIncidence::survival(std::size_t day) const {
    return states_.probability(day, free_of_events);
}

SampleEstimate CumulativeIncidence::mean_days_free(std::size_t horizon) const {
    return states_.mean_days(horizon, free_of_events);
}

SampleEstimate CumulativeIncidence::mean_days_lost(std::size_t horizon, std::size_t cause) const {
    return states_.mean_days(horizon, state_after(cause));
}

} // namespace tsunagi
