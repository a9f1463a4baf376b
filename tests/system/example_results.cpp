// Writes a study of made-up runs into a results directory, and on standard output all their numbers
// as JSON, taken from the runs themselves and named as in outputs/FORMAT.md: what other programs
// must read in the files. The last run failed. Usage: example_results DIRECTORY BLOCK_SIZE
#include "outputs/store/results_directory.hpp"

#include "tests/support/numbered_run.hpp"
#include "tests/support/synthetic_study.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <vector>

using namespace tsunagi;

namespace {

constexpr std::int64_t replications = 8;

/// Rows of counts that an enumeration names.
template <class Rows> nlohmann::json values_of(const Rows& rows) {
    auto values = nlohmann::json::array();
    for (const auto& row : rows) {
        values.push_back(row.values);
    }
    return values;
}

/// Episodes by service, end and length in days up to the edges of the format.
nlohmann::json bins_of(const std::vector<FinishedEpisode>& episodes) {
    using Bins = std::array<int, episode_edges.size() + 1>;
    std::array<std::array<Bins, episode_outcomes>, services> binned{};
    for (const auto& [service, outcome, days] : episodes) {
        std::size_t bin = 0;
        while (bin < episode_edges.size() && days > episode_edges.at(bin)) {
            ++bin;
        }
        auto& bins =
            binned.at(static_cast<std::size_t>(service)).at(static_cast<std::size_t>(outcome));
        ++bins.at(bin);
    }
    return binned;
}

/// Adds the datasets of waits.
void add_waits(nlohmann::json& numbers, const RunResult& run) {
    for (const auto& route : run.waits) {
        numbers["/waits/due"].push_back(route.due);
        numbers["/waits/kept"].push_back(route.kept);
        numbers["/waits/wait"].push_back(route.wait_ticks);
        numbers["/waits/bins"].push_back(route.bins);
    }
}

/// @param years  as many as there are on the axis; NaN, null in JSON, where none was recorded
nlohmann::json numbers_of(const RunResult& run, std::size_t years) {
    auto understanding = run.understanding;
    understanding.resize(years, std::numeric_limits<double>::quiet_NaN());
    nlohmann::json numbers{{"/failed", 0},
                           {"/counts", run.by_group},
                           {"/counts_by_level", run.by_level},
                           {"/counts_by_municipality", run.by_municipality},
                           {"/counts_by_fiscal_year", run.by_fiscal_year},
                           {"/first_event_day", run.first_event_day},
                           {"/use/persons", run.use_course.persons},
                           {"/use/events", run.use_course.events},
                           {"/use/censored", run.use_course.censored},
                           {"/episodes", bins_of(run.episodes)},
                           {"/work", run.work},
                           {"/by_agency", values_of(run.agencies)},
                           {"/by_service", values_of(run.by_service)},
                           {"/tracks", values_of(run.tracks)},
                           {"/other_clients", values_of(run.others)},
                           {"/cancelled_contacts", run.cancelled_contacts},
                           {"/sessions_not_offered", run.sessions_not_offered},
                           {"/slots_waited", run.slots_waited},
                           {"/beds_not_found", run.beds_not_found},
                           {"/overtime", run.overtime_ticks},
                           {"/understanding", understanding},
                           {"/digest", run.digest},
                           {"/events", run.events}};
    add_waits(numbers, run);
    return numbers;
}

/// The made-up study with few readings, so that all its numbers can be printed.
StudyDescription described() {
    auto study = synthetic::description(replications);
    study.readings.resize(4);
    return study;
}

/// The runs of a block, every number in them another one.
BlockResults
runs_of(const ReplicationBlock& block, const RunShape& shape, nlohmann::json& expected) {
    BlockResults results{.block = block, .runs = {}, .states = {}};
    for (std::size_t n = 0; n < shape.runs(); ++n) {
        const auto index = run_at(shape, n);
        const auto replication = static_cast<std::int64_t>(index.replication);
        if (replication < block.first || replication >= block.first + block.count) {
            continue;
        }
        const bool fails = n + 1 == shape.runs();
        const auto start = 10'007 * static_cast<std::int64_t>(n);
        results.runs.push_back(test::numbered_run(shape, start));
        results.states.push_back(fails ? RunState::failed : RunState::completed);
        expected["runs"].push_back({{"index", {index.reading, index.scenario, index.replication}},
                                    {"numbers",
                                     fails ? nlohmann::json{{"/failed", 1}}
                                           : numbers_of(results.runs.back(), shape.years)}});
    }
    return results;
}

} // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        return 2;
    }
    const auto study = described();
    auto directory = ResultsDirectory::open_or_create(
        arguments[1], study, std::strtol(arguments[2], nullptr, 10));
    nlohmann::json expected;
    for (const auto& block :
         directory.missing_blocks([](const ReplicationBlock&) { return true; })) {
        directory.write_block(runs_of(block, shape_of(study), expected));
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
