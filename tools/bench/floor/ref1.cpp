// The machine's limit on ref-1: hand-written event loops for that one network.
//
//   bench_floor_ref1 ladder|heap base|queue SCALE RUNS
#include "tools/bench/floor/heap_run.hpp"
#include "tools/bench/floor/ladder_run.hpp"
#include "tools/bench/measure.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>

namespace {

using namespace tsunagi::bench;

constexpr std::uint64_t first_seed = 1000;

struct Choice {
    Workload workload;
    std::uint64_t runs{};
};

/// Counts of several runs together.
struct Totals {
    double person_events = 0;
    double most_present = 0;
    double exits = 0;
    double relapses = 0;
    double center_starts = 0;
    double days_on_probation = 0;
    double days_waiting_for_center = 0;

    void add(const Ref1Counts& counts) {
        const auto row = row_of(Agency::center);
        person_events += static_cast<double>(counts.person_events());
        most_present = std::max(most_present, static_cast<double>(counts.most_present));
        exits += static_cast<double>(counts.exits);
        relapses += static_cast<double>(counts.relapses);
        center_starts += static_cast<double>(counts.starts[row]);
        days_on_probation += counts.days_in[static_cast<std::size_t>(on_probation)];
        days_waiting_for_center +=
            counts.days_in[static_cast<std::size_t>(waiting_at(Agency::center))];
    }
};

/// Runs several times, each run by its own seed.
template <class Run> void measure(const Choice& choice) {
    Totals totals;
    const Stretch stretch;
    for (std::uint64_t run = 0; run < choice.runs; ++run) {
        totals.add(Run{choice.workload, first_seed + run}.run());
    }
    const double user = stretch.user();
    const auto runs = static_cast<double>(choice.runs);
    const double days = runs * choice.workload.horizon;
    const double observed = runs * (choice.workload.horizon - choice.workload.observe_from);
    print_numbers({{"user_s", user},
                   {"person_events", totals.person_events},
                   {"grown_bytes", stretch.grown_bytes()},
                   {"most_present", totals.most_present},
                   {"exits_per_day", totals.exits / days},
                   {"relapses_per_day", totals.relapses / days},
                   {"center_starts_per_day", totals.center_starts / days},
                   {"mean_on_probation", totals.days_on_probation / observed},
                   {"mean_waiting_for_center", totals.days_waiting_for_center / observed}});
}

} // namespace

int main(int count, char** arguments) {
    try {
        const std::span given{arguments, static_cast<std::size_t>(count)};
        if (given.size() != 5) {
            throw std::invalid_argument{"bench_floor_ref1 ladder|heap base|queue SCALE RUNS"};
        }
        const Choice choice{workload(given[2], std::stod(given[3])), std::stoull(given[4])};
        if (std::string{"ladder"} == given[1]) {
            measure<LadderRun>(choice);
        } else {
            measure<HeapRun>(choice);
        }
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}
