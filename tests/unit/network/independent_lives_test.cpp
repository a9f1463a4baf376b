#include "engine/core/contracts.hpp"
#include "engine/network/independent_lives.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

using namespace tsunagi;
using test::lasting;
using test::network_of;
using test::station_of;

namespace {

ServiceNetwork free_network() {
    auto network =
        network_of({station_of("home",
                               {{Law{WeibullLaw{1.3, 40.0}}, Routing{{{AgencyId{1}, 0.7}}}},
                                {Law{ExponentialLaw{90.0}}, Routing{{{AgencyId{2}, 1.0}}}}}),
                    station_of("centre",
                               {{Law{LogNormalLaw{12.0, 9.0}}, Routing{{{AgencyId{0}, 0.8}}}},
                                {Law{UniformLaw{0.0, 30.0}, 0.4}, {}}}),
                    station_of("dead", {})},
                   40,
                   300.0);
    network.arrivals.push_back({.key = key_of("walk-in"),
                                .to = AgencyId{1},
                                .per_day = 1.5,
                                .amplitude = 0.6,
                                .period_days = 30.0});
    network.observe_from = network.start + 77 * one_day + Duration{13};
    network.sample_every = 10 * one_day;
    return network;
}

NetworkResult by_calendar(const ServiceNetwork& network, StreamKey key) {
    NetworkRun run{network, key};
    run.run_until(network.horizon);
    return run.finish();
}

} // namespace

TEST_CASE("independent lives: one person after another gives every number of the calendar") {
    const auto network = free_network();
    for (std::uint64_t replication = 0; replication < 20; ++replication) {
        const StreamKey key{.study_seed = 7, .replication = replication};
        const auto alone = follow_independent_lives(network, key);
        const auto together = by_calendar(network, key);
        CHECK(alone.counts.before == together.counts.before);
        CHECK(alone.counts.after == together.counts.after);
        CHECK(alone.counts.samples == together.counts.samples);
        CHECK(alone.events == together.events);
    }
}

TEST_CASE(
    "independent lives: who comes at the start and on the day of a sample counts from then on") {
    auto network = network_of({station_of("home", {{lasting(10.0), {}}})}, 3, 40.0);
    network.sample_every = 10 * one_day;
    const StreamKey key{.study_seed = 7, .replication = 0};
    CHECK(follow_independent_lives(network, key).counts.samples ==
          by_calendar(network, key).counts.samples);
    network.sample_every.reset();
    CHECK(follow_independent_lives(network, key).counts.samples.empty());
}

TEST_CASE("independent lives: not where somebody may have to wait") {
    auto network = free_network();
    CHECK(lives_are_independent(network));
    network.stations[1].servers = 1'000'000;
    CHECK_FALSE(lives_are_independent(network));
    CHECK_THROWS_AS(follow_independent_lives(network, {}), ContractViolation);
}
