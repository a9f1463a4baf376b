// Runs the policy years of a study's region under its reference scenario and first reading, and
// tells what they took. The warm-up before them is not counted.
//
//   bench_policy_years STUDY [--years N] [--runs N] [--listen]
#include "engine/experiment/replicate.hpp"
#include "tools/bench/command.hpp"
#include "tools/bench/counting_listener.hpp"
#include "tools/bench/inputs.hpp"
#include "tools/bench/measure.hpp"

#include <chrono>
#include <string>

namespace {

using namespace tsunagi;
using namespace tsunagi::bench;

struct Choice {
    std::string file;
    int years = 10;
    std::int64_t runs = 1;
    bool listen = false;
};

SimTime years_after(SimTime start, int years) {
    const std::chrono::year_month_day date{date_of(start)};
    return at_date(std::chrono::sys_days{date + std::chrono::years{years}});
}

struct Totals {
    double user_s = 0;
    double warm_up_s = 0;
    std::int64_t events = 0;
    CountingListener listener;
};

void run(const PreparedExperiment& prepared,
         std::int64_t replication,
         const Choice& choice,
         Totals& totals) {
    const auto& experiment = prepared.experiment();
    const auto setting = prepared.setting(
        experiment.parameters, prepared.effect(experiment.readings.front(), replication));
    const StreamKey key{experiment.seed, static_cast<std::uint64_t>(replication)};
    const Stretch warm_up;
    Simulation simulation{setting, Streams{key}};
    simulation.run_until(experiment.policy_start);
    totals.warm_up_s += warm_up.user();
    simulation.set_listener(choice.listen ? &totals.listener : nullptr);
    const Stretch stretch;
    simulation.adopt(setting, experiment.scenarios[experiment.reference].policy);
    simulation.run_until(experiment.horizon);
    const auto result = simulation.finish();
    totals.user_s += stretch.user();
    totals.events += result.events;
}

void measure(const Choice& choice) {
    auto study = study_at(choice.file);
    auto& experiment = study.experiment;
    experiment.horizon = years_after(experiment.policy_start, choice.years);
    const PreparedExperiment prepared{experiment};
    Totals totals;
    for (std::int64_t replication = 0; replication < choice.runs; ++replication) {
        run(prepared, replication, choice, totals);
    }
    print_numbers({{"user_s", totals.user_s},
                   {"warm_up_s", totals.warm_up_s},
                   {"runs", static_cast<double>(choice.runs)},
                   {"events", static_cast<double>(totals.events)},
                   {"facts", static_cast<double>(totals.listener.facts())}});
}

void describe(CLI::App& command, Choice& choice) {
    command.description("Runs the policy years of a study's region and tells what they took.");
    command.add_option("study", choice.file)->required();
    command.add_option("--years", choice.years);
    command.add_option("--runs", choice.runs);
    command.add_flag("--listen", choice.listen, "tell every fact to a listener");
}

} // namespace

int main(int count, char** arguments) {
    return run_command<Choice>(count, arguments, describe, measure);
}
