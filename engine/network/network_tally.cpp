#include "engine/network/network_tally.hpp"

#include "engine/core/contracts.hpp"
#include "engine/facts/details.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

void add(StationCounts& sum, const StationCounts& other) {
    sum.starts += other.starts;
    sum.joined += other.joined;
    sum.admitted += other.admitted;
    sum.reneged += other.reneged;
    sum.turned_away += other.turned_away;
    for (std::size_t cause = 0; cause < sum.left.size(); ++cause) {
        sum.left[cause] += other.left.at(cause);
    }
    sum.wait_ticks += other.wait_ticks;
    sum.stay_ticks += other.stay_ticks;
    sum.waiting_ticks += other.waiting_ticks;
    sum.serving_ticks += other.serving_ticks;
}

} // namespace

NetworkCounts no_counts(const ServiceNetwork& network) {
    NetworkCounts counts;
    for (const auto& station : network.stations) {
        StationCounts none;
        none.left.resize(station.leave.size());
        counts.stations.push_back(std::move(none));
    }
    return counts;
}

std::int64_t NetworkCounts::person_events() const {
    std::int64_t events = exits;
    for (const auto& station : stations) {
        // The entries of all stations are the arrivals and the moves.
        events += station.entries() + station.starts + station.reneged;
        for (std::size_t cause = 1; cause < station.left.size(); ++cause) {
            events += station.left[cause];
        }
    }
    return events;
}

NetworkCounts sum(const NetworkCounts& one, const NetworkCounts& other) {
    expects(one.stations.size() == other.stations.size(), "both are counts of one network");
    auto both = one;
    for (std::size_t row = 0; row < both.stations.size(); ++row) {
        add(both.stations[row], other.stations[row]);
    }
    both.arrivals += other.arrivals;
    both.exits += other.exits;
    return both;
}

NetworkTally::NetworkTally(const ServiceNetwork& network)
    : phase_{network.observe_from > network.start ? Phase::before : Phase::after},
      observe_from_{network.observe_from}, sample_every_{network.sample_every.value_or(Duration{})},
      next_{SimTime::max()}, next_sample_{network.sample_every ? network.start : SimTime::max()},
      counts_{no_counts(network), no_counts(network)},
      levels_(network.stations.size(), {LevelTicks{network.start}, LevelTicks{network.start}}) {
    next_ = phase_ == Phase::before ? std::min(observe_from_, next_sample_) : next_sample_;
}

// What lies between the facts; a sample at an instant sees what happened before it.
void NetworkTally::pass(SimTime at) {
    while (next_ <= at) {
        if (next_ == next_sample_) {
            std::vector<std::int64_t> present;
            for (const auto& level : levels_) {
                present.push_back(level.waiting.level() + level.serving.level());
            }
            samples_.push_back(std::move(present));
            next_sample_ += sample_every_;
        }
        if (phase_ == Phase::before && next_ == observe_from_) {
            close(counts(), next_);
            phase_ = Phase::after;
        }
        next_ = phase_ == Phase::before ? std::min(observe_from_, next_sample_) : next_sample_;
    }
}

void NetworkTally::close(NetworkCounts& counts, SimTime at) {
    for (std::size_t row = 0; row < levels_.size(); ++row) {
        counts.stations[row].waiting_ticks += levels_[row].waiting.take(at);
        counts.stations[row].serving_ticks += levels_[row].serving.take(at);
    }
}

void NetworkTally::observe(const Fact& fact) {
    if (fact.at >= next_) {
        pass(fact.at);
    }
    switch (fact.kind) {
    case FactKind::person_entered:
        ++counts().arrivals;
        return;
    case FactKind::person_left:
        ++counts().exits;
        return;
    default:
        observe_at_station(fact, fact.agency.value().row());
    }
}

void NetworkTally::observe_at_station(const Fact& fact, std::size_t row) {
    auto& station = counts().stations.at(row);
    auto& levels = levels_[row];
    switch (fact.kind) {
    case FactKind::place_taken:
        ++station.starts;
        return levels.serving.change(1, fact.at);
    case FactKind::place_left:
        ++station.left.at(fact.detail);
        station.stay_ticks += fact.amount;
        return levels.serving.change(-1, fact.at);
    case FactKind::list_joined:
        ++station.joined;
        return levels.waiting.change(1, fact.at);
    case FactKind::list_left:
        ++(static_cast<ListExit>(fact.detail) == ListExit::admitted ? station.admitted
                                                                    : station.reneged);
        station.wait_ticks += fact.amount;
        return levels.waiting.change(-1, fact.at);
    case FactKind::turned_away:
        ++station.turned_away;
        return;
    default:
        violate("a fact of a plain network is one of the list", __FILE__, __LINE__);
    }
}

NetworkTally::Result NetworkTally::finish(SimTime end) const {
    auto tally = *this;
    tally.pass(end);
    expects(tally.phase_ == Phase::after, "a network is observed before its run ends");
    tally.close(tally.counts(), end);
    return {.before = std::move(tally.counts_[0]),
            .after = std::move(tally.counts_[1]),
            .samples = std::move(tally.samples_)};
}

} // namespace tsunagi
