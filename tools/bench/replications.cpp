// Runs replications of a study, all readings and scenarios of each, and tells what they took.
//
//   bench_replications STUDY [--runs N] [--threads N]
#include "engine/execution/for_each_slot.hpp"
#include "engine/experiment/replicate.hpp"
#include "tools/bench/command.hpp"
#include "tools/bench/inputs.hpp"
#include "tools/bench/measure.hpp"

#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace tsunagi;
using namespace tsunagi::bench;

struct Choice {
    std::string file;
    std::int64_t runs = 1;
    int threads = 1;
};

std::int64_t events_of(const ReplicationResult& result) {
    std::int64_t events = 0;
    for (const auto& run : result) {
        events += run.events;
    }
    return events;
}

void measure(const Choice& choice) {
    const auto study = study_at(choice.file);
    const PreparedExperiment prepared{study.experiment};
    std::vector<std::int64_t> events(static_cast<std::size_t>(choice.runs));
    const Stretch stretch;
    for_each_slot(
        choice.runs,
        [&](std::int64_t replication) {
            events[static_cast<std::size_t>(replication)] =
                events_of(replicate(prepared, replication));
        },
        choice.threads);
    print_numbers(
        {{"user_s", stretch.user()},
         {"wall_s", stretch.wall()},
         {"runs", static_cast<double>(choice.runs)},
         {"events",
          static_cast<double>(std::accumulate(events.begin(), events.end(), std::int64_t{0}))},
         {"grown_bytes", stretch.grown_bytes()}});
}

void describe(CLI::App& command, Choice& choice) {
    command.description("Runs replications of a study and tells what they took.");
    command.add_option("study", choice.file)->required();
    command.add_option("--runs", choice.runs);
    command.add_option("--threads", choice.threads);
}

} // namespace

int main(int count, char** arguments) {
    return run_command<Choice>(count, arguments, describe, measure);
}
