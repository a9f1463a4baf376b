// What was cancelled in a calendar, and its handle, name nothing any more.
#include "tests/support/catch.hpp"
#include "tests/unit/calendar/calendars.hpp"

#include <algorithm>
#include <vector>

using namespace tsunagi;
using test::at;
using test::drain;
using test::event;

TEMPLATE_TEST_CASE("a cancelled event never fires", "[calendar]", TSUNAGI_CALENDARS) {
    TestType calendar;
    const auto first = calendar.schedule(event(1, 1));
    calendar.schedule(event(2, 2));
    calendar.cancel(first);
    CHECK(calendar.size() == 1);
    CHECK(calendar.next_time() == at(2));
    CHECK(drain(calendar) == std::vector<std::uint32_t>{2});
}

TEMPLATE_TEST_CASE("a stale handle names nothing, even after its slot serves another event",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    TestType calendar;
    SECTION("the event has fired") {
        const auto fired = calendar.schedule(event(1, 1));
        calendar.pop();
        calendar.cancel(fired);
        CHECK(calendar.empty());
        calendar.schedule(event(2, 2));
        calendar.cancel(fired);
        CHECK(drain(calendar) == std::vector<std::uint32_t>{2});
    }
    SECTION("the event was cancelled, and is cancelled again") {
        const auto cancelled = calendar.schedule(event(1, 1));
        calendar.cancel(cancelled);
        calendar.cancel(cancelled);
        CHECK(calendar.empty());
        calendar.schedule(event(1, 1));
        calendar.schedule(event(2, 2));
        calendar.cancel(cancelled);
        CHECK(drain(calendar) == std::vector<std::uint32_t>{1, 2});
    }
    SECTION("a handle that never named anything") {
        calendar.schedule(event(1, 1));
        calendar.cancel({});
        CHECK(calendar.size() == 1);
    }
}

TEMPLATE_TEST_CASE("after mass cancellation order, handles and freed slots stay right",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    constexpr std::uint32_t many = 10'000;
    TestType calendar;
    std::vector<EventHandle> handles;
    for (std::uint32_t row = 0; row < many; ++row) {
        handles.push_back(calendar.schedule(event((row * 7919) % many, row)));
    }
    const auto survives = [](std::uint32_t row) { return row % 1000 == 3; };
    for (std::uint32_t row = 0; row < many; ++row) {
        if (!survives(row)) {
            calendar.cancel(handles[row]);
        }
    }
    CHECK(calendar.size() == 10);
    calendar.cancel(handles[3003]);
    CHECK(calendar.size() == 9);
    // What was cancelled may be scheduled anew, and old handles do not touch the newcomers.
    for (std::uint32_t row = 0; row < many; row += 2) {
        calendar.schedule(event((row * 7919) % many, row));
    }
    for (std::uint32_t row = 0; row < many; ++row) {
        if (!survives(row)) {
            calendar.cancel(handles[row]);
        }
    }
    CHECK(calendar.size() == 9 + many / 2);
    const auto rows = drain(calendar);
    CHECK(std::is_sorted(rows.begin(), rows.end(), [](std::uint32_t one, std::uint32_t other) {
        return (one * 7919) % many < (other * 7919) % many;
    }));
}

TEMPLATE_TEST_CASE("a key is free again once its event was cancelled or has fired",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    TestType calendar;
    calendar.cancel(calendar.schedule(event(1, 1)));
    calendar.cancel(calendar.schedule(event(1, 1)));
    calendar.schedule(event(1, 1));
    CHECK(calendar.pop().row == 1);
    calendar.schedule(event(1, 1));
    CHECK(drain(calendar) == std::vector<std::uint32_t>{1});
}
