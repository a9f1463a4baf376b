// Stands in for for_each_slot.cpp under the thread sanitizer, which sees every lock and every
// hand-over here and none inside Debian's oneTBB.
#include "engine/execution/for_each_slot.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tsunagi {

std::int64_t threads_at_work(std::int64_t n, int threads) {
    const std::int64_t cores = std::thread::hardware_concurrency();
    return std::max(std::min(threads > 0 ? threads : cores, n), std::int64_t{1});
}

void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads) {
    // Relaxed, so that the order in which slots are taken hides no race between their works.
    std::atomic<std::int64_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto take = [&] { return next.fetch_add(1, std::memory_order_relaxed); };
    const auto take_all = [&] {
        try {
            for (auto slot = take(); slot < count; slot = take()) {
                work(slot);
            }
        } catch (...) {
            next.store(count, std::memory_order_relaxed);
            const std::lock_guard lock{failing};
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others(static_cast<std::size_t>(threads_at_work(count, threads)) -
                                         1);
        for (auto& other : others) {
            other = std::jthread{take_all};
        }
        take_all();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace tsunagi
