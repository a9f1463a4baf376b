#pragma once

#include <cstdint>
#include <functional>

namespace tsunagi {

/// Calls work(0) ... work(count - 1), each once and begun in this order, on up to `threads`
/// threads. For work that lands in slots of its own. What it throws is thrown on, once nobody is at
/// work any more.
/// @param threads  0: one for every core
void for_each_slot(std::int64_t count, const std::function<void(std::int64_t)>& work, int threads);

} // namespace tsunagi
