// Worked examples with fixed times, where every count can be told beforehand.
#include "engine/facts/fact_digest.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/network/networks.hpp"

using namespace tsunagi;
using test::counts_of;
using test::lasting;
using test::network_of;
using test::station_of;

namespace {

constexpr std::int64_t day = 86'400;

/// Keeps all facts.
class Ear final : public FactListener {
public:
    void hear(const Fact& fact) override { facts.push_back(fact); }
    std::vector<Fact> facts;
};

/// Whose stays begin after the start, in order.
std::vector<EntityKey> served_in(const ServiceNetwork& network) {
    NetworkRun run{network, {.study_seed = 7, .replication = 0}};
    Ear ear;
    run.set_listener(&ear);
    run.run_until(network.horizon);
    std::vector<EntityKey> served;
    for (const auto& fact : ear.facts) {
        if (fact.kind == FactKind::place_taken) {
            served.push_back(fact.subject);
        }
    }
    return served;
}

std::uint64_t digest_of(const ServiceNetwork& network, std::uint64_t replication) {
    NetworkRun run{network, {.study_seed = 7, .replication = replication}};
    Ear ear;
    run.set_listener(&ear);
    run.run_until(network.horizon);
    std::vector<EntityKey> keys;
    for (const auto& station : network.stations) {
        keys.push_back(station.key);
    }
    FactDigest digest{keys};
    for (const auto& fact : ear.facts) {
        digest.add(fact);
    }
    return digest.value();
}

/// A network that uses everything there is.
ServiceNetwork busy_network() {
    auto desk = station_of("desk",
                           {{Law{ExponentialLaw{2.0}}, Routing{{{AgencyId{1}, 0.6}}}},
                            {Law{UniformLaw{0.0, 9.0}, 0.3}, Routing{{{AgencyId{0}, 0.5}}}}});
    desk.servers = 3;
    desk.patience = Law{WeibullLaw{1.3, 4.0}};
    desk.reneged_to = Routing{{{AgencyId{1}, 0.5}}};
    auto ward = station_of("ward", {{Law{LogNormalLaw{5.0, 3.0}}, {}}});
    ward.servers = 4;
    ward.waiting_room = 2;
    ward.turned_away_to = Routing{{{AgencyId{2}, 1.0}}};
    auto home = station_of("home", {{lasting(7.0), Routing{{{AgencyId{0}, 0.2}}}}});
    auto network = network_of({desk, ward, home}, 5, 400.0);
    network.observe_from = network.start + 100 * one_day;
    network.arrivals.push_back({.key = key_of("urgent"),
                                .to = AgencyId{0},
                                .priority = 0,
                                .per_day = 0.6,
                                .amplitude = 0.5,
                                .period_days = 7.0});
    network.arrivals.front().per_day = 0.9;
    network.arrivals.front().priority = 1;
    return network;
}

} // namespace

TEST_CASE("network: one server takes one after another, and who waits is counted to the tick") {
    auto desk = station_of("desk", {{lasting(10.0), {}}});
    desk.servers = 1;
    const auto counts = counts_of(network_of({desk}, 3, 25.0));
    const auto& station = counts.stations.front();
    CHECK(counts.arrivals == 3);
    CHECK(counts.exits == 2);
    CHECK(station.entries() == 3);
    CHECK(station.immediate() == 1);
    CHECK(station.joined == 2);
    CHECK(station.admitted == 2);
    CHECK(station.starts == 3);
    CHECK(station.left == std::vector<std::int64_t>{2});
    CHECK(station.wait_ticks == (10 + 20) * day);
    CHECK(station.stay_ticks == 2 * 10 * day);
    CHECK(station.waiting_ticks == (2 * 10 + 1 * 10) * day);
    CHECK(station.serving_ticks == 25 * day);
    // 3 arrivals, 3 beginnings, 2 exits
    CHECK(counts.person_events() == 8);
}

TEST_CASE("network: at the end of patience people go where reneging leads") {
    auto desk = station_of("desk", {{lasting(100.0), {}}});
    desk.servers = 1;
    desk.patience = lasting(4.0);
    desk.reneged_to = Routing{{{AgencyId{1}, 1.0}}};
    const auto other = station_of("other", {{lasting(1.0), {}}});
    const auto counts = counts_of(network_of({desk, other}, 3, 50.0));
    CHECK(counts.stations[0].reneged == 2);
    CHECK(counts.stations[0].wait_ticks == 2 * 4 * day);
    CHECK(counts.stations[1].starts == 2);
    CHECK(counts.exits == 2);
}

TEST_CASE("network: a full waiting room turns away, a room of none makes a loss system") {
    auto desk = station_of("desk", {{lasting(10.0), {}}});
    desk.servers = 2;
    desk.waiting_room = 1;
    desk.turned_away_to = Routing{{{AgencyId{1}, 1.0}}};
    auto other = station_of("other", {{lasting(1.0), {}}});
    other.servers = 1;
    other.waiting_room = 0;
    const auto counts = counts_of(network_of({desk, other}, 6, 100.0));
    CHECK(counts.stations[0].turned_away == 3);
    CHECK(counts.stations[0].starts == 3);
    CHECK(counts.stations[1].entries() == 3);
    CHECK(counts.stations[1].starts == 1);
    CHECK(counts.stations[1].turned_away == 2);
    CHECK(counts.exits == 6);
}

TEST_CASE("network: the earliest cause ends a stay, of equal ones the first") {
    const auto desk = station_of("desk",
                                 {{lasting(5.0), {}},
                                  {lasting(3.0), Routing{{{AgencyId{1}, 1.0}}}},
                                  {lasting(3.0), {}},
                                  {Law{FixedLaw{1.0}, 0.0}, {}}});
    const auto other = station_of("other", {});
    const auto counts = counts_of(network_of({desk, other}, 4, 20.0));
    CHECK(counts.stations[0].left == std::vector<std::int64_t>{0, 4, 0, 0});
    // Nothing ends a stay at the other one.
    CHECK(counts.exits == 0);
    CHECK(counts.stations[1].serving_ticks == 4 * 17 * day);
}

TEST_CASE("network: who comes back joins the end of the queue") {
    auto desk = station_of("desk", {{lasting(1.0), Routing{{{AgencyId{0}, 1.0}}}}});
    desk.servers = 1;
    const auto network = network_of({desk}, 3, 9.5);
    const auto served = served_in(network);
    REQUIRE(served.size() == 9); // the first was served before anybody listened
    for (std::size_t i = 3; i < served.size(); ++i) {
        CHECK(served[i] == served[i - 3]);
    }
    CHECK(served[0] != served[1]);
}

TEST_CASE("network: lower classes are served first, without pre-emption") {
    auto desk = station_of("desk", {{lasting(1.0), {}}});
    desk.servers = 1;
    auto network = network_of({desk}, 3, 30.0);
    network.arrivals.front().priority = 2;
    network.arrivals.push_back(
        {.key = key_of("urgent"), .to = AgencyId{0}, .priority = 0, .at_start = 3});
    const auto served = served_in(network);
    // One of class 2 was served at once; then come the urgent ones.
    REQUIRE(served.size() == 5);
    for (std::size_t i = 0; i < 3; ++i) {
        const bool urgent = served[i] == child_key(key_of("urgent"), 0) ||
                            served[i] == child_key(key_of("urgent"), 1) ||
                            served[i] == child_key(key_of("urgent"), 2);
        CHECK(urgent);
    }
}

TEST_CASE("network: samples tell who is there at equal intervals, observation begins on its day") {
    auto network = network_of({station_of("desk", {{lasting(10.0), {}}})}, 5, 30.0);
    network.sample_every = 4 * one_day;
    network.observe_from = network.start + 6 * one_day;
    const auto result = run_network(network, {.study_seed = 7, .replication = 0});
    REQUIRE(result.counts.samples.size() == 8); // days 0, 4, ..., 28
    CHECK(result.counts.samples[1].front() == 5);
    CHECK(result.counts.samples[2].front() == 5);
    CHECK(result.counts.samples[3].front() == 0);
    CHECK(result.counts.before.stations[0].serving_ticks == 5 * 6 * day);
    CHECK(result.counts.after.stations[0].serving_ticks == 5 * 4 * day);
}

TEST_CASE("network: Little's law holds to the tick, station by station") {
    const auto network = busy_network();
    for (std::uint64_t replication = 0; replication < 5; ++replication) {
        NetworkRun run{network, {.study_seed = 7, .replication = replication}};
        Ear ear;
        run.set_listener(&ear);
        run.run_until(network.horizon);
        const auto result = run.finish();
        const auto counts = sum(result.counts.before, result.counts.after);
        for (std::size_t row = 0; row < network.stations.size(); ++row) {
            // What those still there have spent by the horizon, from the facts themselves.
            std::int64_t waits = 0;
            std::int64_t stays = 0;
            for (const auto& fact : ear.facts) {
                if (!fact.agency.has_value() || fact.agency.value().row() != row) {
                    continue;
                }
                const auto left = (network.horizon - fact.at).count();
                waits += fact.kind == FactKind::list_joined ? left : 0;
                waits -= fact.kind == FactKind::list_left ? left : 0;
                stays += fact.kind == FactKind::place_taken ? left : 0;
                stays -= fact.kind == FactKind::place_left ? left : 0;
            }
            const auto from_start = row == 0 ? (network.horizon - network.start).count() : 0;
            CHECK(counts.stations[row].waiting_ticks == waits + 2 * from_start);
            CHECK(counts.stations[row].serving_ticks == stays + 3 * from_start);
        }
    }
}

TEST_CASE("network: nobody is lost, and no place or room is overfull") {
    const auto network = busy_network();
    NetworkRun run{network, {.study_seed = 7, .replication = 3}};
    Ear ear;
    run.set_listener(&ear);
    run.run_until(network.horizon);
    const auto counts = [&] {
        const auto result = run.finish();
        return sum(result.counts.before, result.counts.after);
    }();
    CHECK(counts.arrivals - counts.exits == static_cast<std::int64_t>(run.present()));
    CHECK(counts.stations[1].turned_away > 0);
    CHECK(counts.stations[0].reneged > 0);
    std::int64_t serving = 0;
    std::int64_t waiting = 0;
    for (const auto& fact : ear.facts) {
        if (!fact.agency.has_value() || fact.agency.value().row() != 1) {
            continue;
        }
        serving += fact.kind == FactKind::place_taken ? 1 : 0;
        serving -= fact.kind == FactKind::place_left ? 1 : 0;
        waiting += fact.kind == FactKind::list_joined ? 1 : 0;
        waiting -= fact.kind == FactKind::list_left ? 1 : 0;
        REQUIRE((serving <= 4 && waiting <= 2 && waiting >= 0));
    }
}

TEST_CASE("network: the same seed and replication give the same facts, others do not") {
    const auto network = busy_network();
    CHECK(digest_of(network, 1) == digest_of(network, 1));
    CHECK(digest_of(network, 1) != digest_of(network, 2));
}

TEST_CASE("network: a copy of a run goes on as the run would") {
    const auto network = busy_network();
    NetworkRun run{network, {.study_seed = 7, .replication = 4}};
    run.run_until(network.start + 200 * one_day);
    auto copy = run;
    run.run_until(network.horizon);
    copy.run_until(network.horizon);
    const auto one = run.finish();
    const auto other = copy.finish();
    CHECK(one.events == other.events);
    CHECK(one.counts.after.person_events() == other.counts.after.person_events());
    CHECK(one.counts.after.stations[0].waiting_ticks ==
          other.counts.after.stations[0].waiting_ticks);
}

TEST_CASE("one who is turned away at every door of a long row of them ends at the last") {
    constexpr std::uint32_t many = 50'000;
    std::vector<Station> stations(many);
    for (std::uint32_t row = 0; row + 1 < many; ++row) {
        stations[row].servers = 0;
        stations[row].waiting_room = 0;
        stations[row].turned_away_to = Routing{{{AgencyId{row + 1}, 1.0}}};
    }
    const auto counts = counts_of(network_of(std::move(stations), 3, 30.0));
    CHECK(counts.stations.front().turned_away == 3);
    CHECK(counts.stations.at(many - 2).turned_away == 3);
    CHECK(counts.stations.back().starts == 3);
}

TEST_CASE("where hundreds of events fall on one instant the order of stations has no say") {
    // All times are equal: 300 come at the start, and all stays and all patience last a day.
    const auto network_in = [](AgencyId one, AgencyId other) {
        auto first = station_of("first", {{lasting(1.0), Routing{{{other, 0.5}}}}});
        first.servers = 50;
        first.patience = lasting(1.0);
        first.reneged_to = Routing{{{other, 1.0}}};
        auto second = station_of("second", {{lasting(1.0), Routing{{{one, 0.5}}}}});
        second.servers = 70;
        auto network = network_of({first, second}, 300, 30.0);
        if (other < one) {
            std::swap(network.stations[0], network.stations[1]);
        }
        network.arrivals.front().to = one;
        return network;
    };
    const auto counts = counts_of(network_in(AgencyId{0}, AgencyId{1}));
    auto swapped = counts_of(network_in(AgencyId{1}, AgencyId{0}));
    std::swap(swapped.stations[0], swapped.stations[1]);
    CHECK(counts.stations[0].reneged > 100);
    CHECK(counts == swapped);
}

TEST_CASE("a rate so low that its inverse is no number brings nobody") {
    auto network = network_of({station_of("desk", {})}, 0, 30.0);
    network.arrivals.front().per_day = 1e-320;
    CHECK(counts_of(network).arrivals == 0);
    network.arrivals.front().amplitude = 0.5;
    CHECK(counts_of(network).arrivals == 0);
}
