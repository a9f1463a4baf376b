#pragma once

#include <utility>
#include <vector>

namespace tsunagi {

/// Whether nothing has room to spare, so that everything moves as it grows, and rows are handed out
/// in another order. Results must not change (tools/test --full).
#ifdef TSUNAGI_TINY_BUFFERS
inline constexpr bool tiny_buffers = true;
#else
inline constexpr bool tiny_buffers = false;
#endif

/// Appends to what grows while a run goes on; amortised O(1), with tiny buffers O(n).
template <class Value> void append(std::vector<Value>& values, Value value) {
    if constexpr (tiny_buffers) {
        values.shrink_to_fit(); // so that what stands there has to move
    }
    values.push_back(std::move(value));
}

} // namespace tsunagi
