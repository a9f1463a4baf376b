#pragma once

#include <cstdint>

namespace tsunagi {

/// A span of time, [from, to), in ticks or any other whole unit: a stay, a wait, a window.
struct TickSpan {
    std::int64_t from{};
    std::int64_t to{};
};

} // namespace tsunagi
