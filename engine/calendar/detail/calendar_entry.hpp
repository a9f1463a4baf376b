#pragma once

#include <cstdint>

namespace tsunagi::detail {

/// What a calendar keeps of an event where it is put in order: an instant and a handle in 16 bytes.
/// It is stale, and means nothing, once its slot has another generation.
struct CalendarEntry {
    std::int64_t tick{};
    std::uint32_t slot{};
    std::uint32_t generation{};
};
static_assert(sizeof(CalendarEntry) == 16);

} // namespace tsunagi::detail
