#include "engine/statistics/aalen_johansen.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tsunagi {
namespace {

std::int64_t sum(std::span<const std::int64_t> counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

bool none_negative(std::span<const std::int64_t> counts) {
    return std::ranges::all_of(counts, [](std::int64_t count) { return count >= 0; });
}

std::size_t checked_days(const TransitionCounts& counts) {
    expects(counts.states >= 1, "there is a state");
    expects(counts.at_start.size() == counts.states, "every state has its persons at the start");
    const std::size_t days = counts.censored.size() / counts.states;
    expects(counts.censored.size() == days * counts.states &&
                counts.moves.size() == counts.censored.size() * counts.states,
            "every day has its moves and censored");
    expects(none_negative(counts.at_start) && none_negative(counts.moves) &&
                none_negative(counts.censored),
            "a number of persons is not negative");
    return days;
}

/// What a person in a state expects of one day's end, and the variance of it between persons.
struct Outlook {
    double mean{};
    double variance{};
};

Outlook outlook(std::span<const std::int64_t> moves,
                std::int64_t at_risk,
                std::span<const double> value,
                std::size_t from) {
    const auto share = [&](std::int64_t persons) {
        return static_cast<double>(persons) / static_cast<double>(at_risk);
    };
    double mean = value[from];
    for (std::size_t to = 0; to < value.size(); ++to) {
        mean += share(moves[to]) * (value[to] - value[from]);
    }
    const auto square = [&](double of) { return (of - mean) * (of - mean); };
    double variance = share(at_risk - sum(moves)) * square(value[from]);
    for (std::size_t to = 0; to < value.size(); ++to) {
        variance += share(moves[to]) * square(value[to]);
    }
    return {mean, variance};
}

} // namespace

StateProbabilities::StateProbabilities(const TransitionCounts& counts, std::size_t start)
    : states_{counts.states}, days_{checked_days(counts)}, start_{start},
      at_risk_(counts.at_start.begin(), counts.at_start.end()),
      moves_(counts.moves.begin(), counts.moves.end()), probability_(states_, 0.0) {
    expects(start < states_ && counts.at_start[start] > 0, "somebody begins in the state");
    probability_[start] = 1.0;
    at_risk_.resize((days_ + 1) * states_);
    probability_.resize((days_ + 1) * states_);
    for (std::size_t day = 0; day < days_; ++day) {
        follow(day, counts);
    }
}

/// From the beginning of the day after `day` to its end.
void StateProbabilities::follow(std::size_t day, const TransitionCounts& counts) {
    const std::size_t now = day * states_;
    const std::size_t next = now + states_;
    for (std::size_t from = 0; from < states_; ++from) {
        const auto moves = moves_from(day, from);
        const std::int64_t moved = sum(moves);
        expects(moves[from] == 0, "a move leads to another state");
        expects(moved <= at_risk_[now + from], "only those in a state leave it");
        at_risk_[next + from] += at_risk_[now + from] - moved - counts.censored[now + from];
        if (moved == 0) {
            probability_[next + from] += probability_[now + from];
            continue;
        }
        const double each = probability_[now + from] / static_cast<double>(at_risk_[now + from]);
        probability_[next + from] += each * static_cast<double>(at_risk_[now + from] - moved);
        for (std::size_t to = 0; to < states_; ++to) {
            at_risk_[next + to] += moves[to];
            probability_[next + to] += each * static_cast<double>(moves[to]);
        }
    }
    expects(none_negative(std::span{at_risk_}.subspan(next, states_)),
            "only those in a state are censored in it");
}

double StateProbabilities::at(std::size_t day, std::size_t state) const {
    expects(day <= days_ && state < states_, "a probability is asked for a day and state it has");
    return probability_[day * states_ + state];
}

SampleEstimate StateProbabilities::probability(std::size_t day, std::size_t state) const {
    return {.value = at(day, state),
            .standard_error =
                expected(day, {.state = state, .at_horizon = 1.0, .per_day = 0.0}).standard_error};
}

SampleEstimate StateProbabilities::mean_days(std::size_t horizon, std::size_t state) const {
    expects(horizon <= days_ && state < states_, "a mean is asked for a day and state it has");
    return expected(horizon, {.state = state, .at_horizon = 0.0, .per_day = 1.0});
}

/// Goes backwards through what is expected from each state and day on. The estimate's derivative
/// by a move's probability is what the move changes in it, so its variance is a sum of squares and
/// loses no digits.
SampleEstimate StateProbabilities::expected(std::size_t horizon, Payoff payoff) const {
    std::vector<double> value(states_, 0.0);
    value[payoff.state] = payoff.at_horizon;
    double variance = 0.0;
    for (std::size_t day = horizon; day-- > 0;) {
        variance += step_back(day, value);
        value[payoff.state] += payoff.per_day;
    }
    return {.value = value[start_], .standard_error = std::sqrt(variance)};
}

/// Turns what is expected at the end of a day into what is expected at its beginning.
/// @return what the day's moves add to the variance
double StateProbabilities::step_back(std::size_t day, std::vector<double>& value) const {
    double variance = 0.0;
    auto before = value;
    for (std::size_t from = 0; from < states_; ++from) {
        const std::int64_t persons = at_risk(day, from);
        if (persons > 0) {
            const auto seen = outlook(moves_from(day, from), persons, value, from);
            const double weight = at(day, from);
            before[from] = seen.mean;
            variance += weight * weight * seen.variance / static_cast<double>(persons);
        }
    }
    value = std::move(before);
    return variance;
}

std::int64_t StateProbabilities::at_risk(std::size_t day, std::size_t state) const {
    return at_risk_[day * states_ + state];
}

std::span<const std::int64_t> StateProbabilities::moves_from(std::size_t day,
                                                             std::size_t state) const {
    return std::span{moves_}.subspan((day * states_ + state) * states_, states_);
}

} // namespace tsunagi
