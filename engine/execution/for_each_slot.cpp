#include "engine/execution/for_each_slot.hpp"

#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <atomic>

namespace tsunagi {

void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads) {
    // The partitioner deals halves of the range; whoever comes takes the next number instead.
    std::atomic<std::int64_t> next{0};
    const auto take_next = [&](std::int64_t) { work(next++); };
    tbb::task_arena arena{threads > 0 ? threads : tbb::task_arena::automatic};
    arena.execute(
        [&] { tbb::parallel_for(std::int64_t{0}, count, take_next, tbb::simple_partitioner{}); });
}

} // namespace tsunagi
