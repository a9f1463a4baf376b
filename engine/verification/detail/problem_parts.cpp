#include "engine/verification/detail/problem_parts.hpp"

#include "engine/statistics/moments.hpp"

#include <cmath>
#include <string>

namespace tsunagi::detail {

Estimate estimate_of(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    return {.value = mean(values),
            .standard_error = std::sqrt(variance(values) / count),
            .units = static_cast<std::int64_t>(values.size())};
}

Estimate share_of(Answers answers) {
    const auto count = static_cast<double>(answers.all);
    const double share = static_cast<double>(answers.yes) / count;
    return {.value = share,
            .standard_error = std::sqrt(share * (1.0 - share) / count),
            .units = answers.all};
}

Station exponential_station(std::string_view name, ExponentialServers servers) {
    Station station;
    station.key = key_of(name);
    station.servers = servers.servers;
    station.leave = {{.law = Law{ExponentialLaw{1.0 / servers.services_per_day}}, .to = {}}};
    return station;
}

ServiceNetwork network_over(NetworkDays days, std::vector<Station> stations) {
    ServiceNetwork network;
    network.stations = std::move(stations);
    network.start = SimTime{};
    network.observe_from = network.start + sampled(days.warm_up);
    network.horizon = network.start + sampled(days.all);
    return network;
}

void add_arrivals(ServiceNetwork& network, double per_day, AgencyId to) {
    network.arrivals.push_back(
        {.key = child_key(key_of("arrivals"), to.row()), .to = to, .per_day = per_day});
}

std::vector<NetworkResult> replications_of(const ServiceNetwork& network, int count) {
    std::vector<NetworkResult> results;
    results.reserve(static_cast<std::size_t>(count));
    for (int replication = 0; replication < count; ++replication) {
        results.push_back(run_network(
            network,
            {.study_seed = 20'240'401, .replication = static_cast<std::uint64_t>(replication)}));
    }
    return results;
}

Estimate over(const std::vector<NetworkResult>& results,
              const std::function<double(const NetworkResult&)>& of) {
    std::vector<double> values;
    values.reserve(results.size());
    for (const auto& result : results) {
        values.push_back(of(result));
    }
    return estimate_of(values);
}

namespace {
double observed_ticks(const ServiceNetwork& network) {
    return static_cast<double>((network.horizon - network.observe_from).count());
}
} // namespace

double mean_waiting(const ServiceNetwork& network, const NetworkResult& result, std::size_t row) {
    return static_cast<double>(result.counts.after.stations.at(row).waiting_ticks) /
           observed_ticks(network);
}

double mean_serving(const ServiceNetwork& network, const NetworkResult& result, std::size_t row) {
    return static_cast<double>(result.counts.after.stations.at(row).serving_ticks) /
           observed_ticks(network);
}

} // namespace tsunagi::detail
