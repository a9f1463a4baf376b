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

TEST_CASE("probabilities of a routing lie in [0, 1] and sum to at most 1") {
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, 0.7}, {AgencyId{1}, 0.4}}}), ContractViolation);
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, -0.1}}}), ContractViolation);
}
