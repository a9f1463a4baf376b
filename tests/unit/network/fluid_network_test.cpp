// Against the steady states of queueing theory and against runs of the networks themselves.
#include "engine/network/fluid_network.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

#include <cmath>

using namespace tsunagi;
using test::lasting;
using test::station_of;

namespace {

ServiceNetwork coming(Station station, double per_day, double days) {
    auto network = test::network_of({std::move(station)}, 0, days);
    network.arrivals.front().per_day = per_day;
    return network;
}

double with_chance(double persons) {
    return persons + 4.0 * std::sqrt(persons);
}

} // namespace

TEST_CASE("where all are served at once those present are arrivals times stays") {
    for (const auto& law :
         {Law{ExponentialLaw{20.0}}, lasting(20.0), Law{LogNormalLaw{20.0, 8.0}}}) {
        const auto network = coming(station_of("ward", {{law, {}}}), 1000.0, 400.0);
        CHECK(expected_most_present(network).persons ==
              Approx(with_chance(20'000.0)).epsilon(0.06));
    }
}

TEST_CASE("who comes to servers that never end, or to none, stays") {
    auto ward = station_of("ward", {});
    ward.servers = 100;
    const auto never = expected_most_present(coming(ward, 1000.0, 40.0));
    CHECK(never.persons == Approx(with_chance(40'000.0)).epsilon(0.01));
    CHECK(never.waiting == Approx(with_chance(39'900.0)).epsilon(0.01));
    CHECK(never.ending == 0.0);
    auto closed = station_of("closed", {{lasting(1.0), {}}});
    closed.servers = 0;
    CHECK(expected_most_present(coming(closed, 1000.0, 40.0)).persons ==
          Approx(with_chance(40'000.0)).epsilon(0.01));
}

TEST_CASE("a queue grows by what comes beyond what servers do, up to room and patience") {
    auto desk = station_of("desk", {{Law{ExponentialLaw{0.5}}, {}}});
    desk.servers = 100; // 200 a day
    const auto queue = [&] { return expected_most_present(coming(desk, 300.0, 400.0)).waiting; };
    CHECK(queue() == Approx(with_chance(40'000.0)).epsilon(0.02));
    // Before the queue has its length, patience ends too seldom: it overshoots.
    desk.patience = Law{ExponentialLaw{30.0}};
    CHECK(queue() > with_chance(3'000.0));
    CHECK(queue() < 1.1 * with_chance(3'000.0));
    desk.waiting_room = 500;
    CHECK(queue() == Approx(with_chance(500.0)).epsilon(0.05));
}

TEST_CASE("who comes back is there longer, and those at the start are there at once") {
    auto again = station_of("again", {{Law{ExponentialLaw{5.0}}, Routing{{{AgencyId{0}, 0.75}}}}});
    CHECK(expected_most_present(coming(again, 1000.0, 400.0)).persons ==
          Approx(with_chance(20'000.0)).epsilon(0.06));
    const auto crowd = test::network_of({again}, 1'000'000, 30.0);
    CHECK(expected_most_present(crowd).persons == Approx(1'000'000.0).epsilon(0.01));
}

TEST_CASE("only stays and patience that end before the run stand in the calendar") {
    // Of those who stay 25 days, the ones who come in the first 5 of 30.
    const auto ward = coming(station_of("ward", {{lasting(25.0), {}}}), 1000.0, 30.0);
    CHECK(expected_most_present(ward).ending == Approx(with_chance(5'000.0)).epsilon(0.05));
    auto closed = station_of("closed", {{lasting(1.0), {}}});
    closed.servers = 0;
    closed.patience = lasting(1'000.0);
    CHECK(expected_most_present(coming(closed, 1000.0, 30.0)).waiting > 29'000.0);
}

TEST_CASE("a network of stations holds about as many as are counted in a run of it") {
    auto desk = station_of("desk", {{Law{ExponentialLaw{2.0}}, Routing{{{AgencyId{1}, 0.6}}}}});
    desk.servers = 500;
    desk.patience = Law{WeibullLaw{1.3, 4.0}};
    desk.reneged_to = Routing{{{AgencyId{1}, 0.5}}};
    auto ward = station_of("ward", {{Law{LogNormalLaw{15.0, 9.0}}, Routing{{{AgencyId{0}, 0.2}}}}});
    ward.servers = 1'800;
    ward.waiting_room = 300;
    ward.turned_away_to = Routing{{{AgencyId{2}, 1.0}}};
    auto home = station_of("home", {{lasting(40.0), {}}});
    auto network = test::network_of({desk, ward, home}, 200, 200.0);
    network.arrivals.front().per_day = 300.0;
    NetworkRun run{network, {.study_seed = 7, .replication = 0}};
    run.run_until(network.horizon);
    const double counted = static_cast<double>(run.most_present());
    CHECK(counted > 3'000.0);
    const double expected = expected_most_present(network).persons;
    CHECK(expected > 0.95 * counted);
    CHECK(expected < 1.2 * counted);
}
