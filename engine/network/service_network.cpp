#include "engine/network/service_network.hpp"

#include "engine/core/contracts.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
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

// Where all stays are over within a second, whatever ends them.
bool takes_no_time(const Station& station) {
    constexpr double one_second = 1.0 / 86'400.0;
    return std::any_of(
        station.leave.begin(), station.leave.end(), [&](const Station::Cause& cause) {
            return cause.law.longest_days() <= one_second;
        });
}

// Visits all ways on which somebody may leave a station, its queue or its door.
template <class Visit> void for_each_way(const Station& station, Visit visit) {
    for (const auto& cause : station.leave) {
        visit(cause.to);
    }
    if (station.servers && station.patience) {
        visit(station.reneged_to);
    }
    if (station.servers && station.waiting_room) {
        visit(station.turned_away_to);
    }
}

void check_ways(const ServiceNetwork& network, const Routing& routing) {
    for (const auto& branch : routing.branches()) {
        expects(branch.to.row() < network.stations.size(), "a way leads to a station");
    }
}

} // namespace

// Whoever can come back to a station shares a strong component with another one, or the way leads
// straight back.
std::optional<std::size_t> station_in_circle(const ServiceNetwork& network) {
    std::vector<std::pair<std::size_t, std::size_t>> ways;
    for (std::size_t row = 0; row < network.stations.size(); ++row) {
        for (const auto& branch : network.stations[row].turned_away_to.branches()) {
            ways.emplace_back(row, branch.to.row());
        }
    }
    const boost::compressed_sparse_row_graph<boost::directedS> graph{
        boost::edges_are_unsorted_multi_pass, ways.begin(), ways.end(), network.stations.size()};
    std::vector<std::size_t> component(network.stations.size());
    boost::strong_components(graph,
                             boost::make_iterator_property_map(
                                 component.begin(), boost::get(boost::vertex_index, graph)));
    const auto circle = std::find_if(ways.begin(), ways.end(), [&](const auto& way) {
        return component[way.first] == component[way.second];
    });
    return circle == ways.end() ? std::nullopt : std::optional{circle->first};
}

namespace {

// Visits the rows of all stations that a way leads to from this one.
template <class Visit> void for_each_next(const Station& station, Visit visit) {
    for_each_way(station, [&](const Routing& way) {
        for (const auto& branch : way.branches()) {
            if (branch.probability > 0.0) {
                visit(branch.to.row());
            }
        }
    });
}

// By station, those from which a way leads to it.
std::vector<std::vector<std::size_t>> stations_before(const ServiceNetwork& network) {
    std::vector<std::vector<std::size_t>> before(network.stations.size());
    for (std::size_t row = 0; row < before.size(); ++row) {
        for_each_next(network.stations[row],
                      [&](std::size_t next) { before[next].push_back(row); });
    }
    return before;
}

bool leads_out(const Station& station) {
    bool out = false;
    for_each_way(station, [&](const Routing& way) { out = out || way.leads_out(); });
    return out;
}

} // namespace

// Backwards from the stations that take time and from the ways out: whoever is at a station that is
// not reached goes round for ever. O(stations + ways).
std::optional<std::size_t> station_without_time(const ServiceNetwork& network) {
    const auto before = stations_before(network);
    std::vector<std::uint8_t> reached(before.size());
    std::vector<std::size_t> open;
    const auto reach = [&](std::size_t row) {
        if (std::exchange(reached[row], std::uint8_t{1}) == 0) {
            open.push_back(row);
        }
    };
    for (std::size_t row = 0; row < before.size(); ++row) {
        if (!takes_no_time(network.stations[row]) || leads_out(network.stations[row])) {
            reach(row);
        }
    }
    while (!open.empty()) {
        const auto row = open.back();
        open.pop_back();
        std::for_each(before[row].begin(), before[row].end(), reach);
    }
    const auto found = std::find(reached.begin(), reached.end(), 0);
    return found == reached.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - reached.begin())};
}

double expected_persons(const ArrivalStream& arrivals, double days) {
    return static_cast<double>(arrivals.at_start) +
           arrivals.per_day * (1.0 + arrivals.amplitude) * days;
}

double expected_persons(const ServiceNetwork& network) {
    const double days = days_between(network.start, network.horizon);
    double persons = 0.0;
    for (const auto& arrivals : network.arrivals) {
        persons += expected_persons(arrivals, days);
    }
    return persons;
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
    const double days = days_between(network.start, network.horizon);
    for (const auto& arrivals : network.arrivals) {
        expects(arrivals.to.row() < network.stations.size(), "arrivals come to a station");
        expects(arrivals.priority < most_priority_classes, "there are so many classes");
        expects(expected_persons(arrivals, days) <= most_persons_of_stream,
                "the persons of a stream can be numbered");
    }
    expects(expected_persons(network) * days <= most_person_days,
            "the time of all persons can be counted in seconds");
    expects(!station_in_circle(network), "nobody is turned away in circles");
    expects(!station_without_time(network), "nobody goes round without time passing");
}

} // namespace tsunagi
