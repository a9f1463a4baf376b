#include "engine/core/contracts.hpp"
#include "engine/network/service_network.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

using namespace tsunagi;

TEST_CASE("a routing takes each branch with its probability, and out with what is left") {
    const Routing routing{{{AgencyId{3}, 0.25}, {AgencyId{1}, 0.15}}};
    CHECK(routing.next(0.1) == AgencyId{3});
    CHECK(routing.next(0.249) == AgencyId{3});
    CHECK(routing.next(0.251) == AgencyId{1});
    CHECK(routing.next(0.399) == AgencyId{1});
    CHECK_FALSE(routing.next(0.401).has_value());
    CHECK_FALSE(Routing{}.next(0.5).has_value());
}

TEST_CASE("branches that sum to 1 but for rounding let nobody out") {
    const Routing thirds{{{AgencyId{0}, 1.0 / 3}, {AgencyId{1}, 1.0 / 3}, {AgencyId{2}, 1.0 / 3}}};
    CHECK(thirds.next(1.0 - 0x1p-53) == AgencyId{2});
}

TEST_CASE("a network whose ways lead nowhere, or whose instants are out of order, is none") {
    const auto network =
        test::network_of({test::station_of("desk", {}), test::station_of("ward", {})}, 1, 30.0);
    check(network);
    auto nowhere = network;
    nowhere.stations[0].reneged_to = Routing{{{AgencyId{2}, 1.0}}};
    CHECK_THROWS_AS(check(nowhere), ContractViolation);
    auto late = network;
    late.observe_from = late.horizon;
    CHECK_THROWS_AS(check(late), ContractViolation);
    auto no_class = network;
    no_class.arrivals.front().priority = 3;
    CHECK_THROWS_AS(check(no_class), ContractViolation);
    auto elsewhere = network;
    elsewhere.arrivals.front().to = AgencyId{2};
    CHECK_THROWS_AS(check(elsewhere), ContractViolation);
}

TEST_CASE("nobody may be turned away in circles, however long") {
    auto network = test::network_of({test::station_of("first", {}),
                                     test::station_of("second", {}),
                                     test::station_of("third", {})},
                                    1,
                                    30.0);
    network.stations[0].turned_away_to = Routing{{{AgencyId{1}, 0.5}}};
    network.stations[1].turned_away_to = Routing{{{AgencyId{2}, 1.0}}};
    CHECK_FALSE(station_in_circle(network).has_value());
    network.stations[2].turned_away_to = Routing{{{AgencyId{1}, 0.1}}};
    CHECK(station_in_circle(network) == 1U); // the first only leads there
    CHECK_THROWS_AS(check(network), ContractViolation);
}

TEST_CASE("a circle of doors may be as long as a network has stations") {
    constexpr std::uint32_t many = 20'000;
    std::vector<Station> stations(many);
    for (std::uint32_t row = 0; row < many; ++row) {
        stations[row].turned_away_to = Routing{{{AgencyId{(row + 1) % many}, 1.0}}};
    }
    auto network = test::network_of(std::move(stations), 1, 30.0);
    CHECK(station_in_circle(network).has_value());
    network.stations.back().turned_away_to = Routing{};
    CHECK_FALSE(station_in_circle(network).has_value());
}

TEST_CASE("nobody may go round without time passing, unless a way leads out") {
    const auto to = [](std::uint32_t row, double probability) {
        return Routing{{{AgencyId{row}, probability}}};
    };
    const auto instant = test::lasting(0.0);
    auto network = test::network_of({test::station_of("door", {{instant, to(1, 1.0)}}),
                                     test::station_of("hall", {{instant, to(2, 1.0)}}),
                                     test::station_of("room", {{instant, to(1, 1.0)}})},
                                    1,
                                    30.0);
    CHECK(station_without_time(network) == 0U);
    CHECK_THROWS_AS(check(network), ContractViolation);
    SECTION("out of the network") {
        network.stations[2].leave.front().to = to(1, 0.9);
    }
    SECTION("by another cause") {
        network.stations[1].leave.push_back({instant, {}});
    }
    SECTION("to a stay that takes time") {
        network.stations[2].leave.front().law = test::lasting(0.1);
    }
    SECTION("to a stay that may take time") {
        network.stations[2].leave.front().law = Law{FixedLaw{0.0}, 0.5};
    }
    SECTION("at the end of patience") {
        network.stations[2].servers = 1;
        network.stations[2].patience = test::lasting(1.0);
    }
    SECTION("past a full door") {
        network.stations[2].servers = 1;
        network.stations[2].waiting_room = 0;
    }
    CHECK_FALSE(station_without_time(network).has_value());
    check(network);
}

TEST_CASE("a network has no more persons than can be numbered, nor more of their time") {
    auto network = test::network_of({test::station_of("desk", {})}, 0, 100.0);
    auto& arrivals = network.arrivals.front();
    arrivals.at_start = 50;
    arrivals.per_day = 2.0;
    arrivals.amplitude = 0.5;
    CHECK(expected_persons(network) == Approx(350.0));
    arrivals.per_day = 2.7e7; // 4.05e9 at the highest rate
    CHECK_THROWS_AS(check(network), ContractViolation);
    arrivals.per_day = 2.6e7;
    check(network);
    network.horizon = network.start + 40'000 * one_day;
    arrivals.per_day = 6e4; // 3.6e9 persons and 1.4e14 days
    CHECK_THROWS_AS(check(network), ContractViolation);
}

TEST_CASE("probabilities of a routing lie in [0, 1] and sum to at most 1") {
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, 0.7}, {AgencyId{1}, 0.4}}}), ContractViolation);
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, -0.1}}}), ContractViolation);
}
