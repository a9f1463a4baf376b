#include "engine/execution/run_block.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

using namespace tsunagi;
using test::same_counts;
using test::short_experiment;

namespace {

class CountingMonitor final : public RunMonitor {
public:
    explicit CountingMonitor(int stop_after = 1'000'000) : stop_after_{stop_after} {}
    void replication_done() override { ++done_; }
    bool stop_requested() const override { return done_ >= stop_after_; }
    int done() const { return done_; }

private:
    std::atomic<int> done_ = 0;
    int stop_after_;
};

using State = ReplicationOutcome::State;

bool same(const ReplicationOutcome& one, const ReplicationOutcome& other) {
    bool equal = one.state == State::done && other.state == State::done &&
                 one.result.size() == other.result.size();
    for (std::size_t run = 0; equal && run < one.result.size(); ++run) {
        equal = same_counts(one.result[run], other.result[run]) &&
                one.result[run].events == other.result[run].events;
    }
    return equal;
}

} // namespace

TEST_CASE("results are the same at 1, 2 and 8 threads, each replication in its own slot") {
    auto experiment = short_experiment(6);
    experiment.readings = {test::causal, test::selection};
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor;
    const auto serial = run_replications(prepared, {0, 6}, 1, monitor);
    REQUIRE(serial.size() == 6);
    for (const int threads : {2, 8, 0}) {
        const auto parallel = run_replications(prepared, {0, 6}, threads, monitor);
        REQUIRE(parallel.size() == 6);
        for (std::size_t slot = 0; slot < 6; ++slot) {
            CAPTURE(threads, slot);
            CHECK(same(serial[slot], parallel[slot]));
        }
    }
    CHECK(monitor.done() == 4 * 6);
}

TEST_CASE("a block holds its own range of replications, whatever the others are") {
    const auto experiment = short_experiment(5);
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor;
    const auto block = run_replications(prepared, {3, 2}, 2, monitor);
    REQUIRE(block.size() == 2);
    for (std::size_t slot = 0; slot < 2; ++slot) {
        ReplicationOutcome alone;
        alone.state = State::done;
        alone.result = replicate(prepared, 3 + static_cast<std::int64_t>(slot));
        CHECK(same(block[slot], alone));
    }
}

TEST_CASE("a failing replication is a result that says why and does not stop the others") {
    auto experiment = short_experiment(3);
    experiment.replications = 2; // the third is outside the study
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor;
    const auto outcomes = run_replications(prepared, {0, 3}, 1, monitor);
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].state == State::done);
    CHECK(outcomes[1].state == State::done);
    CHECK(outcomes[2].state == State::failed);
    CHECK(outcomes[2].failure.find("a replication is one of the study's") != std::string::npos);
    CHECK(outcomes[2].result.empty());
    CHECK(monitor.done() == 3);
}

TEST_CASE("replications not begun when a stop is requested are left out") {
    const auto experiment = short_experiment(4);
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor{2};
    const auto outcomes = run_replications(prepared, {0, 4}, 1, monitor);
    int done = 0;
    int not_run = 0;
    for (const auto& outcome : outcomes) {
        done += outcome.state == State::done ? 1 : 0;
        not_run += outcome.state == State::not_run ? 1 : 0;
    }
    CHECK(done == 2);
    CHECK(not_run == 2);
    CHECK(run_replications(prepared, {0, 0}, 1, monitor).empty());
}
