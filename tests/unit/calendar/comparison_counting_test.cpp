// How the handful of entries of a bucket is put in order.
#include "engine/calendar/detail/comparison_counting.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using namespace tsunagi;
using detail::CalendarEntry;

namespace {

std::vector<CalendarEntry> random_entries(std::size_t count, std::int64_t ticks) {
    std::mt19937_64 generator{count + 1};
    std::vector<CalendarEntry> entries;
    for (std::uint32_t slot = 0; slot < count; ++slot) {
        const auto tick =
            static_cast<std::int64_t>(generator() % static_cast<std::uint64_t>(ticks));
        entries.push_back({.tick = tick - ticks / 2, .slot = slot, .generation = slot % 3});
    }
    return entries;
}

bool later(const CalendarEntry& left, const CalendarEntry& right) {
    return left.tick > right.tick;
}

bool by_slot(const CalendarEntry& left, const CalendarEntry& right) {
    return left.slot < right.slot;
}

} // namespace

TEST_CASE("comparison counting puts any handful of entries in order of ticks and loses none",
          "[calendar]") {
    constexpr std::int64_t widest = std::int64_t{1} << detail::counted_bits;
    for (std::size_t count = 0; count <= detail::most_counted; ++count) {
        for (const auto ticks : {std::int64_t{1}, std::int64_t{5}, std::int64_t{3600}, widest}) {
            const auto unordered = random_entries(count, ticks);
            auto entries = unordered;
            detail::order_by_counting(entries);
            CHECK(std::is_sorted(entries.begin(), entries.end(), later));
            std::sort(entries.begin(), entries.end(), by_slot);
            CHECK(std::equal(entries.begin(),
                             entries.end(),
                             unordered.begin(),
                             unordered.end(),
                             [](const CalendarEntry& left, const CalendarEntry& right) {
                                 return left.tick == right.tick && left.slot == right.slot &&
                                        left.generation == right.generation;
                             }));
        }
    }
}

TEST_CASE("comparison counting tells apart the ends of its range", "[calendar]") {
    constexpr std::int64_t last = (std::int64_t{1} << detail::counted_bits) - 1;
    std::vector<CalendarEntry> entries(detail::most_counted, CalendarEntry{.tick = last});
    entries.back().tick = 0;
    detail::order_by_counting(entries);
    CHECK(entries.back().tick == 0);
    std::reverse(entries.begin(), entries.end());
    detail::order_by_counting(entries);
    CHECK(entries.back().tick == 0);
}
