#include "engine/execution/run_block.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

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

/// Writes down what it hears; no call comes during another.
class WrittenDown : public BlockListener {
public:
    void block_begun(std::size_t block) override {
        const Alone alone{*this};
        begun.push_back(block);
    }
    void block_over(std::size_t block, std::vector<ReplicationOutcome> outcomes) override {
        const Alone alone{*this};
        over.emplace_back(block, std::move(outcomes));
    }

    std::vector<std::size_t> begun;
    std::vector<std::pair<std::size_t, std::vector<ReplicationOutcome>>> over;
    bool interrupted = false;

private:
    struct Alone {
        explicit Alone(WrittenDown& listener) : told{listener} {
            told.interrupted = told.interrupted || told.calls_++ != 0;
        }
        Alone(const Alone&) = delete;
        Alone& operator=(const Alone&) = delete;
        ~Alone() { --told.calls_; }
        WrittenDown& told;
    };
    std::atomic<int> calls_ = 0;
};

constexpr std::array<ReplicationRange, 3> three_blocks{{{0, 3}, {5, 1}, {3, 2}}};

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

TEST_CASE("every block is begun and over once, with the outcomes of its own replications") {
    const auto experiment = short_experiment(6);
    const PreparedExperiment prepared{experiment};
    CountingMonitor alone;
    const auto expected = run_replications(prepared, {0, 6}, 1, alone);
    for (const int threads : {2, 8}) {
        CAPTURE(threads);
        CountingMonitor monitor;
        WrittenDown told;
        run_blocks(prepared, three_blocks, threads, monitor, told);
        CHECK_FALSE(told.interrupted);
        CHECK(told.begun.size() == 3);
        REQUIRE(told.over.size() == 3);
        CHECK(monitor.done() == 6);
        for (const auto& [block, outcomes] : told.over) {
            const auto& range = three_blocks.at(block);
            REQUIRE(outcomes.size() == static_cast<std::size_t>(range.count));
            for (std::size_t slot = 0; slot < outcomes.size(); ++slot) {
                CHECK(same(outcomes[slot], expected[static_cast<std::size_t>(range.first) + slot]));
            }
        }
    }
}

TEST_CASE("one thread begins blocks in their order and ends each before the next") {
    const auto experiment = short_experiment(6);
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor;
    struct InOrder final : WrittenDown {
        void block_begun(std::size_t block) override {
            CHECK(over.size() == block);
            WrittenDown::block_begun(block);
        }
    } told;
    run_blocks(prepared, three_blocks, 1, monitor, told);
    CHECK(told.begun == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("a stop tells the block in the middle of which it comes and no block after it") {
    const auto experiment = short_experiment(6);
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor{2};
    WrittenDown told;
    run_blocks(prepared, three_blocks, 1, monitor, told);
    CHECK(told.begun == std::vector<std::size_t>{0});
    REQUIRE(told.over.size() == 1);
    const auto& outcomes = told.over.front().second;
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].state == State::done);
    CHECK(outcomes[1].state == State::done);
    CHECK(outcomes[2].state == State::not_run);
}

TEST_CASE("what the listener throws ends the run and is thrown on") {
    const auto experiment = short_experiment(6);
    const PreparedExperiment prepared{experiment};
    CountingMonitor monitor;
    struct FullDisk final : WrittenDown {
        void block_over(std::size_t, std::vector<ReplicationOutcome>) override {
            throw std::runtime_error{"no space left"};
        }
    } told;
    CHECK_THROWS_WITH(run_blocks(prepared, three_blocks, 1, monitor, told), "no space left");
    CHECK(monitor.done() == 3);
}
