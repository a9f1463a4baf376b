#include "engine/execution/for_each_slot.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>

namespace tsunagi {

std::int64_t threads_at_work(std::int64_t n, int threads) {
    // oneTBB starts no more than cores, however many an arena asks for.
    const auto most = static_cast<std::int64_t>(
        tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
    const auto wanted = threads > 0 ? std::min(std::int64_t{threads}, most) : most;
    return std::max(std::min(wanted, n), std::int64_t{1});
}

void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads) {
    // The partitioner deals halves of the range; whoever comes takes the next number instead.
    std::atomic<std::int64_t> next{0};
    const auto take_next = [&](std::int64_t) { work(next++); };
    tbb::task_arena arena{static_cast<int>(threads_at_work(count, threads))};
    arena.execute(
        [&] { tbb::parallel_for(std::int64_t{0}, count, take_next, tbb::simple_partitioner{}); });
}

} // namespace tsunagi
