// Runs a plain network of scenarios/networks and tells what it took.
//
//   bench_network FILE [--runs N] [--people FACTOR] [--patience DAYS] [--listen]
#include "engine/network/independent_lives.hpp"
#include "tools/bench/command.hpp"
#include "tools/bench/counting_listener.hpp"
#include "tools/bench/inputs.hpp"
#include "tools/bench/measure.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace {

using namespace tsunagi;
using namespace tsunagi::bench;

struct Choice {
    std::string file;
    std::uint64_t runs = 1;
    double people = 1.0;
    std::optional<double> patience_days;
    bool listen = false;
};

ServiceNetwork chosen(ServiceNetwork network, const Choice& choice) {
    for (auto& arrivals : network.arrivals) {
        arrivals.per_day *= choice.people;
        arrivals.at_start = static_cast<std::uint64_t>(
            std::llround(static_cast<double>(arrivals.at_start) * choice.people));
    }
    for (auto& station : network.stations) {
        if (station.servers) {
            station.servers =
                static_cast<std::uint32_t>(std::llround(*station.servers * choice.people));
        }
        if (station.patience && choice.patience_days) {
            station.patience = Law{ExponentialLaw{*choice.patience_days}};
        }
    }
    return network;
}

/// As ref-1 counts them: stations without limit, where nobody is served, have entries only.
std::int64_t person_events(const ServiceNetwork& network, const NetworkCounts& counts) {
    std::int64_t events = counts.arrivals + counts.exits;
    for (std::size_t row = 0; row < counts.stations.size(); ++row) {
        const auto& station = counts.stations[row];
        if (network.stations[row].servers) {
            events += station.entries() + station.starts + station.reneged;
            for (std::size_t cause = 1; cause < station.left.size(); ++cause) {
                events += station.left[cause];
            }
        }
    }
    return events;
}

/// Stays that ended, whatever ended them.
std::int64_t ended_stays(const NetworkCounts& counts) {
    std::int64_t ended = 0;
    for (const auto& station : counts.stations) {
        for (const auto left : station.left) {
            ended += left;
        }
    }
    return ended;
}

struct Totals {
    std::int64_t events = 0;
    std::int64_t transitions = 0;
    std::int64_t calendar_events = 0;
    std::int64_t most_present = 0;

    void add(const ServiceNetwork& network, const NetworkResult& result) {
        const auto counts = sum(result.counts.before, result.counts.after);
        events += person_events(network, counts);
        transitions += ended_stays(counts);
        calendar_events += result.events;
    }
};

/// One run, by the calendar or, where nobody can wait for anybody, one person after another.
void run(const ServiceNetwork& network, StreamKey key, const Choice& choice, Totals& totals) {
    if (lives_are_independent(network) && !choice.listen) {
        totals.add(network, follow_independent_lives(network, key));
        return;
    }
    CountingListener listener;
    NetworkRun run{network, key};
    run.set_listener(choice.listen ? &listener : nullptr);
    run.run_until(network.horizon);
    totals.add(network, run.finish());
    totals.most_present = std::max(totals.most_present, run.most_present());
}

void measure(const Choice& choice) {
    const auto file = network_at(choice.file);
    const auto network = chosen(file.network, choice);
    Totals totals;
    const Stretch stretch;
    for (std::uint64_t replication = 0; replication < choice.runs; ++replication) {
        run(network, {file.seed, replication}, choice, totals);
    }
    print_numbers({{"user_s", stretch.user()},
                   {"person_events", static_cast<double>(totals.events)},
                   {"transitions", static_cast<double>(totals.transitions)},
                   {"calendar_events", static_cast<double>(totals.calendar_events)},
                   {"most_present", static_cast<double>(totals.most_present)},
                   {"grown_bytes", stretch.grown_bytes()}});
}

void describe(CLI::App& command, Choice& choice) {
    command.description("Runs a plain network and tells what it took.");
    command.add_option("file", choice.file)->required();
    command.add_option("--runs", choice.runs);
    command.add_option("--people", choice.people, "factor of arrivals and servers");
    command.add_option("--patience", choice.patience_days, "mean patience in days");
    command.add_flag("--listen", choice.listen, "tell every fact to a listener");
}

} // namespace

int main(int count, char** arguments) {
    return run_command<Choice>(count, arguments, describe, measure);
}
