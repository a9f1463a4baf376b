#pragma once

#include "engine/network/network_run.hpp"

#include <utility>
#include <vector>

namespace tsunagi::test {

inline constexpr SimTime network_start = at_date(std::chrono::sys_days{std::chrono::days{20'000}});

inline Law lasting(double days) {
    return Law{FixedLaw{days}};
}

inline Station station_of(std::string_view name, std::vector<Station::Cause> leave) {
    Station station;
    station.key = key_of(name);
    station.leave = std::move(leave);
    return station;
}

/// Stations over some days, into the first of which so many come at the start.
inline ServiceNetwork
network_of(std::vector<Station> stations, std::uint64_t at_start, double days) {
    ServiceNetwork network;
    network.stations = std::move(stations);
    network.arrivals = {{.key = key_of("arrivals"), .to = AgencyId{0}, .at_start = at_start}};
    network.start = network_start;
    network.observe_from = network_start;
    network.horizon = network_start + sampled(days);
    return network;
}

/// Counts of a whole run.
inline NetworkCounts counts_of(const ServiceNetwork& network, std::uint64_t replication = 0) {
    const auto result = run_network(network, {.study_seed = 7, .replication = replication});
    return sum(result.counts.before, result.counts.after);
}

} // namespace tsunagi::test
