#include "engine/network/service_network.hpp"

#include "engine/core/contracts.hpp"

#include <utility>

namespace tsunagi {

Routing::Routing(std::vector<Branch> branches) : branches_{std::move(branches)} {
    double rest = 1.0;
    for (const auto& branch : branches_) {
        expects(branch.probability >= 0.0 && branch.probability <= 1.0,
                "the probability of a branch lies in [0, 1]");
        rest -= branch.probability;
    }
    expects(rest >= -rounding, "the branches of a routing sum to at most 1");
    if (!branches_.empty() && rest < rounding) {
        branches_.back().probability += 2.0 * rounding;
    }
}

OptionalId<AgencyTag> Routing::next(double u) const {
    double left = u;
    for (const auto& branch : branches_) {
        if (left < branch.probability) {
            return branch.to;
        }
        left -= branch.probability;
    }
    return {};
}

namespace {

/// Stations that those turned away from one may come to, one after another.
std::vector<bool> reached_when_full(const ServiceNetwork& network, std::size_t from) {
    std::vector<bool> reached(network.stations.size());
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
        const auto here = open.back();
        open.pop_back();
        for (const auto& branch : network.stations[here].turned_away_to.branches()) {
            const auto next = branch.to.row();
            if (!reached.at(next)) {
                reached[next] = true;
                open.push_back(next);
            }
        }
    }
    return reached;
}

void check_ways(const ServiceNetwork& network, const Routing& routing) {
    for (const auto& branch : routing.branches()) {
        expects(branch.to.row() < network.stations.size(), "a way leads to a station");
    }
}

} // namespace

std::optional<std::size_t> station_in_circle(const ServiceNetwork& network) {
    for (std::size_t row = 0; row < network.stations.size(); ++row) {
        if (reached_when_full(network, row)[row]) {
            return row;
        }
    }
    return std::nullopt;
}

void check(const ServiceNetwork& network) {
    expects(network.start <= network.observe_from && network.observe_from < network.horizon,
            "a network is observed between the start and the end of its run");
    expects(!network.sample_every || *network.sample_every > Duration{},
            "samples lie apart from one another");
    for (const auto& station : network.stations) {
        check_ways(network, station.turned_away_to);
        check_ways(network, station.reneged_to);
        for (const auto& cause : station.leave) {
            check_ways(network, cause.to);
        }
    }
    for (const auto& arrivals : network.arrivals) {
        expects(arrivals.to.row() < network.stations.size(), "arrivals come to a station");
        expects(arrivals.priority < most_priority_classes, "there are so many classes");
    }
    expects(!station_in_circle(network), "nobody is turned away in circles");
}

} // namespace tsunagi
