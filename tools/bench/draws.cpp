// What a draw costs: keyed by its address as in the engine, or the next of one sequence.
//
//   bench_draws keyed|keyed-exponential|sequence|sequence-exponential [--draws N]
#include "engine/random/streams.hpp"
#include "tools/bench/command.hpp"
#include "tools/bench/floor/xoshiro.hpp"
#include "tools/bench/measure.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace tsunagi;
using namespace tsunagi::bench;

struct Choice {
    std::string kind;
    std::uint64_t draws = 1'000'000;
};

/// Sums draws, so that none can be left out.
template <class Draw> void measure_draws(std::uint64_t draws, Draw draw) {
    double sum = 0;
    const Stretch stretch;
    for (std::uint64_t number = 0; number < draws; ++number) {
        sum += draw(number);
    }
    print_numbers({{"user_s", stretch.user()},
                   {"draws", static_cast<double>(draws)},
                   {"mean", sum / static_cast<double>(draws)}});
}

DrawAddress address(std::uint64_t number) {
    return {.purpose = Draw::network_stay, .entity = EntityKey{number}, .occurrence = 1};
}

void measure(const Choice& choice) {
    Streams streams{{.study_seed = 1, .replication = 0}};
    Xoshiro sequence{1};
    if (choice.kind == "keyed") {
        measure_draws(choice.draws, [&](std::uint64_t n) { return streams.uniform(address(n)); });
    } else if (choice.kind == "keyed-exponential") {
        measure_draws(choice.draws,
                      [&](std::uint64_t n) { return streams.exponential(address(n)); });
    } else if (choice.kind == "sequence") {
        measure_draws(choice.draws, [&](std::uint64_t /*n*/) { return sequence.uniform(); });
    } else {
        measure_draws(choice.draws, [&](std::uint64_t /*n*/) { return sequence.exponential(); });
    }
}

void describe(CLI::App& command, Choice& choice) {
    command.description("Tells what a draw costs.");
    command.add_option("kind", choice.kind)
        ->required()
        ->check(CLI::IsMember{{"keyed", "keyed-exponential", "sequence", "sequence-exponential"}});
    command.add_option("--draws", choice.draws);
}

} // namespace

int main(int count, char** arguments) {
    return run_command<Choice>(count, arguments, describe, measure);
}
