#pragma once

#include "engine/network/network_run.hpp"
#include "engine/verification/verification.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace tsunagi::detail {

using Quantities = std::vector<VerifiedQuantity>;

Quantities erlang_b(double error);
Quantities erlang_c(double error);
Quantities erlang_a(double error);
Quantities finite_room(double error);
Quantities single_server(double error);
Quantities unlimited_servers(double error);
Quantities daily_rhythm(double error);
Quantities jackson(double error);
Quantities little(double error);
Quantities illness_death(double error);
Quantities competing_risks(double error);
Quantities exposure_clock(double error);
Quantities understanding(double error);

/// Mean of independent numbers with its standard error.
Estimate estimate_of(const std::vector<double>& values);

/// A share of independent yes and no.
struct Answers {
    std::int64_t yes{};
    std::int64_t all{};
};
Estimate share_of(Answers answers);

/// A station without a queue's end, of exponential services.
struct ExponentialServers {
    std::uint32_t servers{};
    double services_per_day{}; ///< of one server
};
Station exponential_station(std::string_view name, ExponentialServers servers);

/// How long a network runs, and from when on it is observed, in days.
struct NetworkDays {
    double all{};
    double warm_up{};
};
ServiceNetwork network_over(NetworkDays days, std::vector<Station> stations);
/// The network with a Poisson stream into its first station, or another one.
void add_arrivals(ServiceNetwork& network, double per_day, AgencyId to = AgencyId{0});

/// Replications of a network.
std::vector<NetworkResult> replications_of(const ServiceNetwork& network, int count);

/// A number of every replication.
Estimate over(const std::vector<NetworkResult>& results,
              const std::function<double(const NetworkResult&)>& of);

/// Mean numbers of a station over the observed stretch.
double mean_waiting(const ServiceNetwork& network, const NetworkResult& result, std::size_t row);
double mean_serving(const ServiceNetwork& network, const NetworkResult& result, std::size_t row);

} // namespace tsunagi::detail
