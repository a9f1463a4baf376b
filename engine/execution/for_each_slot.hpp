#pragma once

#include <cstdint>
#include <functional>

namespace tsunagi {

/// How many threads for_each_slot has at work: never more than slots, nor than the system gives it.
/// @param n        slots
/// @param threads  0: one for every core
/// @return at least 1
std::int64_t threads_at_work(std::int64_t n, int threads);

/// Calls work(0) ... work(count - 1), each once and begun in this order, on up to `threads`
/// threads. For work that lands in slots of its own. What it throws is thrown on, once nobody is at
/// work any more.
/// @param threads  0: one for every core
void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads);

} // namespace tsunagi
