// Writes the synthetic study into a results directory, and on standard output some of its numbers
// as JSON, taken from the runs themselves: what other programs must read in the files. Usage:
// example_results DIRECTORY BLOCK_SIZE
#include "outputs/store/results_directory.hpp"

#include "tests/support/synthetic_study.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>

using namespace tsunagi;

namespace {

constexpr std::int64_t replications = 8;

nlohmann::json numbers_of(const RunResult& run) {
    nlohmann::json waits;
    for (const auto& route : run.waits) {
        waits.push_back({route.due, route.kept, route.wait_ticks, route.bins});
    }
    nlohmann::json others;
    for (const auto& who : run.others) {
        others.push_back(who.values);
    }
    return {{"counts", run.by_group},
            {"other_clients", others},
            {"first_event_day", run.first_event_day},
            {"waits", waits},
            {"work", run.work},
            {"understanding", run.understanding},
            {"digest", run.digest},
            {"events", run.events},
            {"slots_waited", run.slots_waited},
            {"beds_not_found", run.beds_not_found},
            {"overtime", run.overtime_ticks}};
}

} // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        return 2;
    }
    const auto study = synthetic::description(replications);
    auto directory = ResultsDirectory::open_or_create(
        arguments[1], study, std::strtol(arguments[2], nullptr, 10));
    nlohmann::json expected;
    for (const auto& block : directory.missing_blocks()) {
        BlockResults results{.block = block, .runs = {}, .states = {}};
        for (std::size_t reading = 0; reading < study.readings.size(); ++reading) {
            for (std::size_t scenario = 0; scenario < study.scenarios.size(); ++scenario) {
                for (auto number = block.first; number < block.first + block.count; ++number) {
                    const RunIndex index{reading, scenario, static_cast<std::size_t>(number)};
                    results.runs.push_back(synthetic::run(study, index));
                    results.states.push_back(RunState::completed);
                    expected["runs"].push_back({{"index", {reading, scenario, number}},
                                                {"numbers", numbers_of(results.runs.back())}});
                }
            }
        }
        directory.write_block(results);
        directory.log({.event = "done", .block = block, .details = {}});
    }
    directory.merge();
    for (const auto& scenario : study.scenarios) {
        expected["scenario_labels"].push_back({scenario.label.en, scenario.label.ja});
    }
    for (const auto& draw : study.draws) {
        expected["offers"].push_back(draw.offers);
    }
    expected["seed"] = study.facts.seed;
    std::cout << expected.dump() << '\n';
    return std::cout.good() ? 0 : 1;
}
