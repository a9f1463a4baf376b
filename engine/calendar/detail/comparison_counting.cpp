#include "engine/calendar/detail/comparison_counting.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tsunagi::detail {

void order_by_counting(std::span<CalendarEntry> entries) {
    // The tick, from the first entry's on, and the row, so that no two are equal: in 32 bits, of
    // which a processor compares four pairs at once.
    static_assert(most_counted << counted_bits <= std::size_t{1} << 31U);
    std::array<std::int32_t, most_counted> keys;
    std::array<CalendarEntry, most_counted> unordered;
    std::copy(entries.begin(), entries.end(), unordered.begin());
    for (std::size_t row = 0; row < entries.size(); ++row) {
        const auto tick = unordered[row].tick - unordered.front().tick;
        keys[row] = static_cast<std::int32_t>(tick * std::int64_t{most_counted} +
                                              static_cast<std::int64_t>(row));
    }
    for (std::size_t row = 0; row < entries.size(); ++row) {
        const auto key = keys[row];
        std::int32_t later = 0;
        for (std::size_t other = 0; other < entries.size(); ++other) {
            later += keys[other] > key ? 1 : 0;
        }
        entries[static_cast<std::size_t>(later)] = unordered[row];
    }
}

} // namespace tsunagi::detail
