// The machine's limit on ref-1: hand-written event loops for that one network.
//
//   bench_floor_ref1 ladder|heap base|queue SCALE RUNS
#include "tools/bench/floor/heap_run.hpp"
#include "tools/bench/floor/ladder_run.hpp"
#include "tools/bench/measure.hpp"

#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>

namespace {

using namespace tsunagi::bench;

struct Choice {
    Workload workload;
    std::uint64_t runs{};
};

/// Runs several times, each run by its own seed, and prints their sums.
template <class Run> void measure(const Choice& choice) {
    Ref1Counts sum;
    double events = 0;
    const Stretch stretch;
    for (std::uint64_t run = 0; run < choice.runs; ++run) {
        const auto counts = Run{choice.workload, 1000 + run}.run();
        events += static_cast<double>(counts.person_events());
        sum = counts;
    }
    const auto last = [](std::uint64_t count) { return static_cast<double>(count); };
    print_numbers({{"user_s", stretch.user()},
                   {"events", events},
                   {"grown_bytes", stretch.grown_bytes()},
                   {"most_present", last(sum.most_present)},
                   {"arrivals", last(sum.arrivals)},
                   {"moves", last(sum.moves)},
                   {"relapses", last(sum.relapses)},
                   {"exits", last(sum.exits)},
                   {"center_starts", last(sum.starts[0])},
                   {"center_reneges", last(sum.reneges[0])}});
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
