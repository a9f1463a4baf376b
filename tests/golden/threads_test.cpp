// The same replications at any number of threads; where they differ, both runs are replayed up to
// the first fact that does.
#include "engine/execution/for_each_slot.hpp"
#include "engine/execution/run_block.hpp"

#include "tests/golden/cases/lines.hpp"
#include "tests/golden/parting.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/support/unwatched.hpp"
#include "tests/support/whole_runs.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace tsunagi;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> facts_of(const PreparedExperiment& prepared, const RunChoice& run) {
    std::vector<std::string> facts;
    test::StepListener listener{[&](const std::string& fact) { facts.push_back(fact); }};
    listen(prepared, run, listener);
    return facts;
}

/// The facts of a run while the other threads are at work on the same run of other replications.
std::vector<std::string>
facts_among_threads(const PreparedExperiment& prepared, const RunChoice& run, int threads) {
    const auto replications = prepared.experiment().replications;
    std::vector<std::vector<std::string>> facts(static_cast<std::size_t>(replications));
    for_each_slot(
        replications,
        [&](std::int64_t replication) {
            auto own = run;
            own.replication = replication;
            facts[static_cast<std::size_t>(replication)] = facts_of(prepared, own);
        },
        threads);
    return std::move(facts[static_cast<std::size_t>(run.replication)]);
}

} // namespace

TEST_CASE("every replication is the same in all its numbers at 1, 2 and 8 threads") {
    constexpr std::int64_t replications = 8; // so that there is work for the eighth thread
    const auto experiment = test::short_experiment(replications);
    const PreparedExperiment prepared{experiment};
    test::Unwatched monitor;
    const auto at = [&](int threads) {
        return run_replications(prepared, {0, replications}, threads, monitor);
    };
    const auto serial = at(1);
    REQUIRE(serial.size() == static_cast<std::size_t>(replications));
    for (const int threads : {2, 8}) {
        const auto parallel = at(threads);
        REQUIRE(parallel.size() == serial.size());
        for (std::size_t replication = 0; replication < serial.size(); ++replication) {
            const auto& one = serial[replication].result;
            const auto& other = parallel[replication].result;
            REQUIRE(one.size() == experiment.scenarios.size());
            REQUIRE(other.size() == one.size());
            for (std::size_t run = 0; run < one.size(); ++run) {
                if (test::same_counts(one[run], other[run]) &&
                    one[run].events == other[run].events) {
                    continue;
                }
                const RunChoice choice{.reading = 0,
                                       .scenario = run,
                                       .replication = static_cast<std::int64_t>(replication)};
                FAIL_CHECK("replication "
                           << replication << ", scenario " << run << ", 1 and " << threads
                           << " threads: "
                           << test::parting(facts_of(prepared, choice),
                                            facts_among_threads(prepared, choice, threads)));
            }
        }
    }
}

TEST_CASE("a replay tells the first fact in which two runs differ") {
    const auto experiment = test::short_experiment(2);
    const PreparedExperiment prepared{experiment};
    const RunChoice choice{.reading = 0, .scenario = test::today, .replication = 1};
    auto other_choice = choice;
    other_choice.scenario = test::regular_contact;
    const auto facts = facts_of(prepared, choice);
    CHECK(test::parting(facts, facts_among_threads(prepared, choice, 2)) ==
          "all " + std::to_string(facts.size()) + " steps are equal");
    // The policy start is the first of April 2023.
    CHECK_THAT(test::parting(facts, facts_of(prepared, other_choice)),
               Contains("is the first that differs\n  before: 2023-") && Contains("other:  2023-"));
}

TEST_CASE("listings part at the first step that differs, or where one ends") {
    const std::vector<std::string> whole{"a", "b", "c"};
    const std::vector<std::string> changed{"a", "x", "c"};
    const std::vector<std::string> none;
    CHECK(test::parting(whole, whole) == "all 3 steps are equal");
    CHECK(test::parting(whole, changed) ==
          "step 2 is the first that differs\n  before: a\n  one:    b\n  other:  x");
    CHECK(test::parting(whole, {whole.data(), 2}) ==
          "step 3 is the first that differs\n  before: b\n  one:    c\n  other:  nothing further");
    CHECK(test::parting(none, whole) ==
          "step 1 is the first that differs\n  before: nothing\n  one:    nothing further\n"
          "  other:  a");
}
