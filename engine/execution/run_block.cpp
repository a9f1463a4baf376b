#include "engine/execution/run_block.hpp"

#include "engine/execution/for_each_slot.hpp"

#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <utility>

namespace tsunagi {

namespace {

ReplicationOutcome run_one(const PreparedExperiment& prepared, std::int64_t replication) {
    ReplicationOutcome outcome;
    try {
        outcome.result = replicate(prepared, replication);
        outcome.state = ReplicationOutcome::State::done;
    } catch (const std::exception& failure) {
        outcome.failure = failure.what();
        outcome.state = ReplicationOutcome::State::failed;
    }
    return outcome;
}

/// A block at work: its outcomes, each written by one thread.
struct BlockAtWork {
    explicit BlockAtWork(std::int64_t count)
        : outcomes(static_cast<std::size_t>(count)), left{count} {}

    std::vector<ReplicationOutcome> outcomes;
    std::atomic<bool> begun{false};
    std::atomic<std::int64_t> left; ///< replications neither run nor left out
};

/// Where a replication belongs.
struct Place {
    std::size_t block{};
    std::int64_t slot{};
};

class BlockRunner {
public:
    BlockRunner(const PreparedExperiment& prepared,
                std::span<const ReplicationRange> blocks,
                RunMonitor& monitor,
                BlockListener& listener)
        : prepared_{prepared}, ranges_{blocks}, monitor_{monitor}, listener_{listener} {
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            blocks_.emplace_back(blocks[block].count);
            for (std::int64_t slot = 0; slot < blocks[block].count; ++slot) {
                places_.push_back({block, slot});
            }
        }
    }

    void run(int threads) {
        for_each_slot(
            static_cast<std::int64_t>(places_.size()),
            [&](std::int64_t number) { run(places_[static_cast<std::size_t>(number)]); },
            threads);
    }

private:
    void run(const Place& place) {
        auto& block = blocks_[place.block];
        if (!monitor_.stop_requested()) {
            begin(place.block);
            block.outcomes[static_cast<std::size_t>(place.slot)] =
                run_one(prepared_, ranges_[place.block].first + place.slot);
            monitor_.replication_done();
        }
        if (--block.left == 0 && block.begun) {
            const std::lock_guard lock{telling_};
            listener_.block_over(place.block, std::move(block.outcomes));
        }
    }

    void begin(std::size_t number) {
        auto& block = blocks_[number];
        if (!block.begun.exchange(true)) {
            const std::lock_guard lock{telling_};
            listener_.block_begun(number);
        }
    }

    const PreparedExperiment& prepared_;
    std::span<const ReplicationRange> ranges_;
    RunMonitor& monitor_;
    BlockListener& listener_;
    std::mutex telling_;
    std::deque<BlockAtWork> blocks_;
    std::vector<Place> places_;
};

class SingleBlock final : public BlockListener {
public:
    explicit SingleBlock(std::int64_t count) : outcomes_(static_cast<std::size_t>(count)) {}
    void block_begun(std::size_t) override {}
    void block_over(std::size_t, std::vector<ReplicationOutcome> outcomes) override {
        outcomes_ = std::move(outcomes);
    }
    std::vector<ReplicationOutcome> take() { return std::move(outcomes_); }

private:
    std::vector<ReplicationOutcome> outcomes_;
};

} // namespace

void run_blocks(const PreparedExperiment& prepared,
                std::span<const ReplicationRange> blocks,
                int threads,
                RunMonitor& monitor,
                BlockListener& listener) {
    BlockRunner{prepared, blocks, monitor, listener}.run(threads);
}

std::vector<ReplicationOutcome> run_replications(const PreparedExperiment& prepared,
                                                 ReplicationRange range,
                                                 int threads,
                                                 RunMonitor& monitor) {
    SingleBlock block{range.count};
    run_blocks(prepared, {&range, 1}, threads, monitor, block);
    return block.take();
}

} // namespace tsunagi
