// What a calendar foresees and fetches ahead decides speed alone.
#include "engine/calendar/bucket_calendar.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/calendar/calendars.hpp"

#include <cstdint>
#include <random>
#include <vector>

using namespace tsunagi;
using test::event;

namespace {

constexpr std::uint32_t pending = 100'000;
constexpr std::uint32_t holds = 200'000;

struct Held {
    std::vector<std::uint32_t> rows; ///< in the order they fired
    std::uint32_t foreseen = 0;      ///< of them, before they fired
};

/// The hold model, in which some events are also put off before they fire.
template <class Calendar> Held hold(bool foresees) {
    std::mt19937_64 generator{5};
    Calendar calendar;
    std::vector<EventHandle> handles(pending);
    std::vector<bool> seen(pending);
    std::uint32_t number = 0;
    const auto schedule = [&](std::int64_t now, std::uint32_t row) {
        auto next = event(now + static_cast<std::int64_t>(generator() % 4'000'000), row);
        next.key.occurrence = number++;
        handles[row] = calendar.schedule(next);
    };
    for (std::uint32_t row = 0; row < pending; ++row) {
        schedule(0, row);
    }
    Held held;
    for (std::uint32_t turn = 0; turn < holds; ++turn) {
        const auto now = calendar.next_time().time_since_epoch().count();
        const auto put_off = static_cast<std::uint32_t>(generator() % pending);
        calendar.prefetch(handles[put_off]);
        calendar.cancel(handles[put_off]);
        schedule(now, put_off);
        calendar.next_time();
        if (foresees) {
            calendar.foresee([&](std::uint32_t row) {
                if (row < pending) {
                    seen[row] = true;
                }
            });
        }
        const auto fired = calendar.pop();
        held.rows.push_back(fired.row);
        held.foreseen += seen[fired.row] ? 1U : 0U;
        seen[fired.row] = false;
        schedule(fired.key.at.time_since_epoch().count(), fired.row);
    }
    return held;
}

} // namespace

TEST_CASE("a calendar that looks ahead keeps the order of the simple one", "[calendar]") {
    const auto simple = hold<HeapCalendar>(true);
    const auto fast = hold<BucketCalendar>(true);
    CHECK(fast.rows == simple.rows);
    CHECK(hold<BucketCalendar>(false).rows == simple.rows);
    CHECK(simple.foreseen == 0);
    // Not those scheduled a moment before they fire, nor those of the first of 64 buckets.
    CHECK(fast.foreseen > holds * 9 / 10);
}
