#include "engine/execution/run_block.hpp"

#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <exception>

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

} // namespace

std::vector<ReplicationOutcome> run_replications(const PreparedExperiment& prepared,
                                                 ReplicationRange range,
                                                 int threads,
                                                 RunMonitor& monitor) {
    std::vector<ReplicationOutcome> outcomes(static_cast<std::size_t>(range.count));
    const auto run_slot = [&](std::int64_t slot) {
        if (!monitor.stop_requested()) {
            outcomes[static_cast<std::size_t>(slot)] = run_one(prepared, range.first + slot);
            monitor.replication_done();
        }
    };
    for_each_slot(range.count, run_slot, threads);
    return outcomes;
}

void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads) {
    tbb::task_arena arena{threads > 0 ? threads : tbb::task_arena::automatic};
    arena.execute(
        [&] { tbb::parallel_for(std::int64_t{0}, count, work, tbb::simple_partitioner{}); });
}

} // namespace tsunagi
