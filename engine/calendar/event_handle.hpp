#pragma once

#include <cstdint>

namespace tsunagi {

/// Names a pending event for cancellation. A handle whose event has fired or was cancelled is stale
/// and names nothing.
struct EventHandle {
    std::uint32_t slot = UINT32_MAX;
    std::uint32_t generation{};
    friend bool operator==(const EventHandle&, const EventHandle&) = default;
};

} // namespace tsunagi
