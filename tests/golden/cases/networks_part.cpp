#include "tests/golden/cases/networks_part.hpp"

#include "engine/facts/fact_digest.hpp"
#include "engine/network/independent_lives.hpp"
#include "engine/network/network_run.hpp"

#include "tests/golden/cases/fingerprint.hpp"
#include "tests/golden/cases/lines.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace tsunagi::test {

namespace {

/// Digests facts as they are told.
class DigestingEar final : public FactListener {
public:
    explicit DigestingEar(const ServiceNetwork& network) : digest_{keys_of(network)} {}
    void hear(const Fact& fact) override { digest_.add(fact); }
    std::uint64_t value() const { return digest_.value(); }

private:
    static std::vector<EntityKey> keys_of(const ServiceNetwork& network) {
        std::vector<EntityKey> keys;
        for (const auto& station : network.stations) {
            keys.push_back(station.key);
        }
        return keys;
    }

    FactDigest digest_;
};

ServiceNetwork shortened(ServiceNetwork network) {
    network.horizon = network.start + 500 * one_day;
    network.observe_from = network.start + 200 * one_day;
    for (auto& arrivals : network.arrivals) {
        arrivals.at_start = std::min<std::uint64_t>(arrivals.at_start, 2'000);
    }
    return network;
}

/// Every number but the samples' instants.
std::uint64_t digest_of(const NetworkResult& result) {
    Fingerprint digest;
    for (const auto* counts : {&result.counts.before, &result.counts.after}) {
        digest.add(std::array{counts->arrivals, counts->exits});
        for (const auto& station : counts->stations) {
            digest.add(std::array{station.starts,
                                  station.joined,
                                  station.admitted,
                                  station.reneged,
                                  station.turned_away,
                                  station.wait_ticks,
                                  station.stay_ticks,
                                  station.waiting_ticks,
                                  station.serving_ticks});
            digest.add(station.left);
        }
    }
    digest.add(result.counts.samples);
    return digest.value();
}

/// One run on the calendar.
NetworkResult
run(const ServiceNetwork& network, std::uint64_t replication, FactListener& listener) {
    NetworkRun run{network, {.study_seed = 20'240'401, .replication = replication}};
    run.set_listener(&listener);
    run.run_until(network.horizon);
    return run.finish();
}

std::string summary(const ServiceNetwork& network, std::uint64_t replication) {
    DigestingEar ear{network};
    const auto result = run(network, replication, ear);
    const auto counts = sum(result.counts.before, result.counts.after);
    auto text =
        counts_line(
            "events arrivals exits person-events",
            std::array{result.events, counts.arrivals, counts.exits, counts.person_events()}) +
        digest_line("facts", ear.value()) + digest_line("counts", digest_of(result));
    if (lives_are_independent(network)) {
        text += digest_line("counts of one life after another",
                            digest_of(follow_independent_lives(
                                network, {.study_seed = 20'240'401, .replication = replication})));
    }
    return text;
}

Station station(std::string_view name, std::vector<Station::Cause> leave) {
    Station station;
    station.key = key_of(name);
    station.leave = std::move(leave);
    return station;
}

Station station_with_queue(std::string_view name,
                           std::uint32_t servers,
                           std::vector<Station::Cause> leave) {
    auto made = station(name, std::move(leave));
    made.servers = servers;
    made.patience = Law{ExponentialLaw{45.0}};
    return made;
}

Routing always_to(std::uint32_t row) {
    return Routing{{{AgencyId{row}, 1.0}}};
}

/// Servers of centre, facility and hospital.
ServiceNetwork reference_1(const std::array<std::uint32_t, 3>& servers) {
    const AgencyId center{1};
    const AgencyId facility{2};
    const AgencyId hospital{3};
    const Station::Cause relapse{Law{ExponentialLaw{200.0}}, Routing{{{hospital, 0.3}}}};
    ServiceNetwork network;
    network.stations = {
        station("probation",
                {{Law{FixedLaw{180.0}}, {}}, {Law{UniformLaw{0.0, 180.0}, 0.5}, always_to(1)}}),
        station_with_queue("center",
                           servers[0],
                           {{Law{ExponentialLaw{30.0}},
                             Routing{{{facility, 0.25}, {hospital, 0.15}, {center, 0.40}}}},
                            relapse}),
        station_with_queue("facility", servers[1], {{Law{ExponentialLaw{120.0}}, {}}, relapse}),
        station_with_queue("hospital", servers[2], {{Law{LogNormalLaw{60.0, 60.0}}, {}}})};
    network.arrivals = {{.key = key_of("arrivals.intake"), .to = AgencyId{0}, .per_day = 20.0}};
    return network;
}

ServiceNetwork reference_2() {
    const auto weibull = [](double shape, double scale_days, std::uint32_t to) {
        return Station::Cause{Law{WeibullLaw{shape, scale_days}}, always_to(to)};
    };
    const auto exponential = [](double mean_days, std::uint32_t to) {
        return Station::Cause{Law{ExponentialLaw{mean_days}}, always_to(to)};
    };
    ServiceNetwork network;
    network.stations = {station("community", {weibull(1.3, 547.875, 1), exponential(18262.5, 5)}),
                        station("center", {weibull(0.8, 730.5, 2), exponential(405.833333, 4)}),
                        station("facility", {weibull(1.5, 219.15, 4), exponential(1217.5, 3)}),
                        station("hospital", {weibull(2.0, 91.3125, 1)}),
                        station("stable", {weibull(0.7, 1461.0, 0)}),
                        station("dead", {})};
    network.arrivals = {
        {.key = key_of("arrivals.cohort"), .to = AgencyId{0}, .at_start = 1'000'000}};
    network.sample_every = sampled(30.4375);
    return network;
}

} // namespace

std::vector<NamedNetwork> reference_networks() {
    return {{"ref-1-base", reference_1({460, 285, 205})},
            {"ref-1-queue", reference_1({360, 225, 160})},
            {"ref-2", reference_2()}};
}

GoldenPart networks_part(const std::vector<NamedNetwork>& networks) {
    GoldenPart part{.name = "networks",
                    .about = "The reference networks of scenarios/networks, cut short: events, "
                             "arrivals, exits, person events;\ndigests of all facts, and of the "
                             "counts of every station.",
                    .cases = {}};
    for (const auto& [name, network] : networks) {
        const auto cut = std::make_shared<const ServiceNetwork>(shortened(network));
        for (const std::uint64_t replication : {0U, 1U}) {
            part.cases.push_back(
                {.name = name + " replication " + std::to_string(replication),
                 .summary = [cut, replication] { return summary(*cut, replication); },
                 .replay =
                     [cut, replication](const HearStep& hear) {
                         StepListener listener{hear};
                         run(*cut, replication, listener);
                     }});
        }
    }
    return part;
}

} // namespace tsunagi::test
