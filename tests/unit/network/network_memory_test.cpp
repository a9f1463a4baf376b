#include "engine/network/network_memory.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

using namespace tsunagi;

namespace {

ServiceNetwork crowd(std::uint64_t at_start, std::optional<std::uint32_t> servers) {
    auto ward = test::station_of("ward", {{Law{ExponentialLaw{5.0}}, {}}});
    ward.servers = servers;
    return test::network_of({ward}, at_start, 30.0);
}

} // namespace

TEST_CASE(
    "memory follows the persons who are there at one time, and nobody where lives are single") {
    const auto small = memory_of(crowd(1'000'000, 2'000'000));
    const auto large = memory_of(crowd(10'000'000, 20'000'000));
    CHECK(small.persons == Approx(1e6).epsilon(0.01));
    CHECK(large.bytes_per_run > 8.0 * small.bytes_per_run);
    CHECK(large.bytes_per_run < 13.0 * small.bytes_per_run);
    const auto single = memory_of(crowd(10'000'000, std::nullopt));
    CHECK(single.persons == 0.0);
    CHECK(single.bytes_per_run < 10'000.0);
}

TEST_CASE("samples are kept in every result, a number for each station at each instant") {
    auto network = crowd(1, std::nullopt);
    const auto before = memory_of(network).bytes_per_result;
    network.sample_every = Duration{1};
    const double samples = 30.0 * 86'400.0;
    CHECK(memory_of(network).bytes_per_result - before > 8.0 * samples);
    CHECK(memory_of(network).bytes_per_result - before < 40.0 * samples);
}
