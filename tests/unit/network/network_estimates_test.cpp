#include "engine/network/network_estimates.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

using namespace tsunagi;
using test::lasting;
using test::network_of;
using test::station_of;

TEST_CASE("network: estimates are means over replications with their standard errors") {
    // One replication with three people and one with five, each with a stay of 10 of 40 days.
    const auto desk = station_of("desk", {{lasting(10.0), {}}});
    const auto three = network_of({desk}, 3, 40.0);
    const auto five = network_of({desk}, 5, 40.0);
    const StreamKey key{.study_seed = 7, .replication = 0};
    const std::vector<NetworkResult> results{run_network(three, key), run_network(five, key)};
    const auto found = estimates(three, results);
    const auto& station = found.stations.front();
    CHECK(station.in_service.value == Approx(4.0 * 10.0 / 40.0));
    CHECK(station.in_service.standard_error == Approx(10.0 / 40.0)); // sd sqrt(2), n = 2
    CHECK(station.in_service.units == 2);
    CHECK(station.entries_per_day.value == Approx(4.0 / 40.0));
    CHECK(station.starts_per_day.value == Approx(4.0 / 40.0));
    CHECK(station.leaves_per_day.front().value == Approx(4.0 / 40.0));
    CHECK(station.immediate_share.value == 1.0);
    CHECK(station.immediate_share.standard_error == 0.0);
    CHECK(station.waiting.value == 0.0);
    CHECK(found.exits_per_day.value == Approx(0.1));
    CHECK(found.person_events_per_day.value == Approx(0.3));
}
