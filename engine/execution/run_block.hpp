#pragma once

#include "engine/experiment/replicate.hpp"

#include <cstdint>
#include <functional>
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

/// Runs replications on up to `threads` threads. A failing replication is a result, not a reason to
/// stop the others; replications not begun when a stop is requested are left out. Results do not
/// depend on the number of threads: each replication is run whole by one thread and lands in its
/// own slot.
/// @param threads  0: one for every core
std::vector<ReplicationOutcome> run_replications(const PreparedExperiment& prepared,
                                                 ReplicationRange range,
                                                 int threads,
                                                 RunMonitor& monitor);

/// Calls work(0) ... work(count - 1), each once, on up to `threads` threads; the order is not
/// defined. For work that lands in slots of its own. What it throws is thrown on.
/// @param threads  0: one for every core
void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads);

} // namespace tsunagi
