#pragma once

#include "engine/experiment/replicate.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tsunagi {

/// Hears of progress and may ask to stop. Called from several threads at once.
class RunMonitor {
public:
    RunMonitor() = default;
    RunMonitor(const RunMonitor&) = delete;
    RunMonitor& operator=(const RunMonitor&) = delete;
    RunMonitor(RunMonitor&&) = delete;
    RunMonitor& operator=(RunMonitor&&) = delete;
    virtual ~RunMonitor() = default;
    virtual void replication_done() = 0;
    virtual bool stop_requested() const = 0;
};

/// What became of one replication.
struct ReplicationOutcome {
    enum class State : std::uint8_t { done, failed, not_run } state = State::not_run;
    std::string failure;      ///< why it failed: a broken contract of the engine, or no memory left
    ReplicationResult result; ///< [reading][scenario]; empty unless done
};

/// Replications first .. first + count - 1.
struct ReplicationRange {
    std::int64_t first{};
    std::int64_t count{};
};

/// Hears which blocks are begun and which are over: from any thread, one call at a time. What it
/// throws ends the run and is thrown on.
class BlockListener {
public:
    BlockListener() = default;
    BlockListener(const BlockListener&) = delete;
    BlockListener& operator=(const BlockListener&) = delete;
    BlockListener(BlockListener&&) = delete;
    BlockListener& operator=(BlockListener&&) = delete;
    virtual ~BlockListener() = default;
    virtual void block_begun(std::size_t block) = 0;
    /// @param outcomes  of all replications of the block, in order; not_run where a stop was
    /// requested in the middle
    virtual void block_over(std::size_t block, std::vector<ReplicationOutcome> outcomes) = 0;
};

/// Runs blocks of replications on up to `threads` threads. A failing replication is a result, not a
/// reason to stop the others; replications not begun when a stop is requested are left out, and
/// blocks of which none was begun are not told. Replications begin in the order of the blocks, the
/// next block's while the last ones of a block are still at work: no thread waits for another, and
/// few blocks are unfinished at a time. Results do not depend on the number of threads: each
/// replication is run whole by one thread and lands in its own slot.
/// @param threads  0: one for every core
void run_blocks(const PreparedExperiment& prepared,
                std::span<const ReplicationRange> blocks,
                int threads,
                RunMonitor& monitor,
                BlockListener& listener);

/// The same for a single block, whose outcomes it returns.
std::vector<ReplicationOutcome> run_replications(const PreparedExperiment& prepared,
                                                 ReplicationRange range,
                                                 int threads,
                                                 RunMonitor& monitor);

} // namespace tsunagi
