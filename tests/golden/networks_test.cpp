// Digests of all facts of the shipped networks, cut short, kept in networks.txt: whatever changes
// them is a change of the engine or a fault. To renew after a change that is meant:
// TSUNAGI_GOLDEN_NETWORKS_OUT=tests/golden/networks.txt build/release/bin/golden; read the
// difference and give the reason in the commit.
#include "engine/facts/fact_digest.hpp"
#include "engine/network/network_run.hpp"
#include "scenarios/networks/network_file.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <string>

using namespace tsunagi;

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

ServiceNetwork short_network(const std::string& name) {
    auto network =
        load_network(std::string{TSUNAGI_SCENARIOS} + "/networks/" + name + ".toml").value->network;
    network.horizon = network.start + 500 * one_day;
    network.observe_from = network.start + 200 * one_day;
    for (auto& arrivals : network.arrivals) {
        arrivals.at_start = std::min<std::uint64_t>(arrivals.at_start, 2'000);
    }
    return network;
}

std::string golden_of(const std::string& name, std::uint64_t replication) {
    const auto network = short_network(name);
    NetworkRun run{network, {.study_seed = 20'240'401, .replication = replication}};
    DigestingEar ear{network};
    run.set_listener(&ear);
    run.run_until(network.horizon);
    const auto result = run.finish();
    const auto counts = sum(result.counts.before, result.counts.after);
    std::ostringstream out;
    out << name << " replication " << replication << " events " << result.events << " arrivals "
        << counts.arrivals << " exits " << counts.exits << " person events "
        << counts.person_events() << " digest " << std::hex << std::setw(16) << std::setfill('0')
        << ear.value() << '\n';
    return out.str();
}

std::string golden_networks() {
    std::string all;
    for (const char* name : {"ref-1-base", "ref-1-queue", "ref-2"}) {
        for (const std::uint64_t replication : {0U, 1U}) {
            all += golden_of(name, replication);
        }
    }
    return all;
}

} // namespace

TEST_CASE("the shipped networks tell the facts that were kept") {
    const auto text = golden_networks();
    if (const char* path = std::getenv("TSUNAGI_GOLDEN_NETWORKS_OUT"); path != nullptr) {
        std::ofstream{path} << text;
    }
    std::ostringstream kept;
    kept << std::ifstream{TSUNAGI_GOLDEN "/networks.txt"}.rdbuf();
    CHECK(text == kept.str());
}
