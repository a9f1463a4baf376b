// In which order every calendar gives its events back.
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/calendar/calendars.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <vector>

using namespace tsunagi;
using test::at;
using test::crowded_events;
using test::drain;
using test::event;

TEMPLATE_TEST_CASE("each part of the key decides where all parts before it are equal",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    // In every neighbouring pair the first differs in one part and is the larger in all parts after
    // it.
    const std::array<EventKey, 7> ascending{
        EventKey{at(1), Tie::observe, EntityKey{9}, EventKind::review, PartnerKey{9}, 9},
        EventKey{at(2), Tie::arrive, EntityKey{9}, EventKind::review, PartnerKey{9}, 9},
        EventKey{at(2), Tie::decide, EntityKey{3}, EventKind::review, PartnerKey{9}, 9},
        EventKey{at(2), Tie::decide, EntityKey{4}, EventKind::contact, PartnerKey{9}, 9},
        EventKey{at(2), Tie::decide, EntityKey{4}, EventKind::session, PartnerKey{5}, 9},
        EventKey{at(2), Tie::decide, EntityKey{4}, EventKind::session, PartnerKey{6}, 1},
        EventKey{at(2), Tie::decide, EntityKey{4}, EventKind::session, PartnerKey{6}, 2}};
    TestType calendar;
    for (auto row = ascending.size(); row-- > 0;) {
        calendar.schedule({ascending.at(row), static_cast<std::uint32_t>(row)});
    }
    CHECK(drain(calendar) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
}

TEMPLATE_TEST_CASE("no order of insertion changes the order of events",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    auto events = crowded_events();
    std::mt19937_64 generator{20240401};
    for (int shuffle = 0; shuffle < 50; ++shuffle) {
        std::shuffle(events.begin(), events.end(), generator);
        TestType calendar;
        for (const auto& one : events) {
            calendar.schedule(one);
        }
        const auto rows = drain(calendar);
        CHECK(rows.size() == events.size());
        CHECK(std::is_sorted(rows.begin(), rows.end()));
    }
}

TEMPLATE_TEST_CASE("any mixture of scheduling, cancelling and firing agrees with a sorted map",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    struct Pending {
        std::uint32_t row;
        EventHandle handle;
    };
    std::mt19937_64 generator{7};
    const auto below = [&](std::uint64_t bound) { return generator() % bound; };
    TestType calendar;
    std::map<EventKey, Pending> oracle;
    std::vector<EventHandle> stale;
    std::int64_t now = 0;
    for (std::uint32_t row = 0; row < 30'000; ++row) {
        const auto action = below(10);
        if (action < 5) {
            const auto next =
                event(now + static_cast<std::int64_t>(below(40)), row, EntityKey{below(4)});
            oracle.emplace(next.key, Pending{row, calendar.schedule(next)});
        } else if (action < 7 && !oracle.empty()) {
            const auto victim =
                std::next(oracle.begin(), static_cast<std::ptrdiff_t>(below(oracle.size())));
            calendar.cancel(victim->second.handle);
            stale.push_back(victim->second.handle);
            oracle.erase(victim);
        } else if (action < 8 && !stale.empty()) {
            calendar.cancel(stale[below(stale.size())]);
        } else if (!oracle.empty()) {
            const auto first = oracle.begin();
            REQUIRE(calendar.next_time() == first->first.at);
            const auto popped = calendar.pop();
            REQUIRE(popped.key == first->first);
            REQUIRE(popped.row == first->second.row);
            now = popped.key.at.time_since_epoch().count();
            stale.push_back(first->second.handle);
            oracle.erase(first);
        }
        REQUIRE(calendar.size() == oracle.size());
        REQUIRE(calendar.empty() == oracle.empty());
    }
}

TEMPLATE_TEST_CASE("bursts, lulls of centuries and long memories agree with a sorted map",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    // Delays of 0 to 2^40 seconds, all orders of magnitude alike; at times thousands at once. What
    // is pending grows to ten thousand and shrinks to nothing, twice.
    std::mt19937_64 generator{1988};
    const auto below = [&](std::uint64_t bound) { return generator() % bound; };
    TestType calendar;
    std::map<EventKey, EventHandle> oracle;
    std::int64_t now = 0;
    std::uint32_t row = 0;
    const auto schedule_one = [&] {
        const auto delay = static_cast<std::int64_t>(below(std::uint64_t{1} << below(41)));
        const auto next = event(now + delay, row++, EntityKey{below(3)});
        oracle.emplace(next.key, calendar.schedule(next));
    };
    const auto fire_one = [&] {
        const auto popped = calendar.pop();
        REQUIRE(popped.key == oracle.begin()->first);
        now = popped.key.at.time_since_epoch().count();
        oracle.erase(oracle.begin());
    };
    for (int tide = 0; tide < 2; ++tide) {
        while (oracle.size() < 10'000) {
            for (auto burst = below(2) == 0 ? below(2'000) : below(4); burst > 0; --burst) {
                schedule_one();
            }
            for (auto fired = below(4); fired > 0 && !oracle.empty(); --fired) {
                fire_one();
            }
            if (!oracle.empty()) {
                const auto latest = std::prev(oracle.end());
                calendar.cancel(latest->second);
                oracle.erase(latest);
            }
        }
        while (!oracle.empty()) {
            fire_one();
        }
        REQUIRE(calendar.empty());
    }
}

TEMPLATE_TEST_CASE("a hundred thousand events of one instant fire in order, with what they cause",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    // Each causes one at the same instant and one four seconds later; every second of these is
    // taken out. That none costs more for there being many is not asked here; it shows: otherwise
    // this takes half a minute.
    constexpr std::uint32_t many = 100'000;
    TestType calendar;
    for (std::uint32_t row = 0; row < many; ++row) {
        calendar.schedule(event(100, row));
        calendar.schedule(event(100'000 + row, 10 * many + row)); // so that buckets are wide
    }
    std::vector<EventHandle> later;
    const auto fire = [&](std::int64_t second, std::uint32_t row) {
        const auto fired = calendar.pop();
        REQUIRE(fired.key.at == at(second));
        REQUIRE(fired.row == row);
    };
    for (std::uint32_t row = 0; row < many; ++row) {
        fire(100, row);
        calendar.schedule(event(100, many + row));
        later.push_back(calendar.schedule(event(104, 2 * many + row)));
    }
    for (std::uint32_t row = 0; row < many; ++row) {
        fire(100, many + row);
    }
    for (std::uint32_t row = 0; row < many; row += 2) {
        calendar.cancel(later[row]);
    }
    for (std::uint32_t row = 1; row < many; row += 2) {
        fire(104, 2 * many + row);
    }
    CHECK(calendar.size() == many);
}

TEMPLATE_TEST_CASE("a copy holds the same events and goes its own way",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    TestType original;
    std::vector<EventHandle> handles;
    for (const auto& one : crowded_events()) {
        handles.push_back(original.schedule(one));
    }
    original.cancel(handles[5]);
    for (int fired = 0; fired < 3; ++fired) {
        original.pop();
    }
    TestType copy = original;
    TestType untouched = original;
    CHECK(copy.size() == original.size());

    copy.cancel(handles[6]); // handles of the original are valid in the copy
    copy.schedule(event(-9, 900));
    CHECK(copy.next_time() == at(-9));
    CHECK(original.next_time() == at(-5));

    const auto rows = drain(original);
    CHECK(drain(untouched) == rows);
    auto rows_of_copy = drain(copy);
    CHECK(rows_of_copy.front() == 900);
    rows_of_copy.front() = 6;
    std::sort(rows_of_copy.begin(), rows_of_copy.end());
    CHECK(rows_of_copy == rows);
}

TEMPLATE_TEST_CASE("two pending events with one key break a contract before either is lost",
                   "[calendar]",
                   TSUNAGI_CALENDARS) {
    auto events = crowded_events();
    std::mt19937_64 generator{11};
    for (int shuffle = 0; shuffle < 50; ++shuffle) {
        std::shuffle(events.begin(), events.end(), generator);
        auto with_twin = events;
        with_twin.push_back(events[static_cast<std::size_t>(shuffle)]);
        std::shuffle(with_twin.begin(), with_twin.end(), generator);
        const auto fill_and_drain = [&] {
            TestType calendar;
            for (const auto& one : with_twin) {
                calendar.schedule(one);
            }
            while (!calendar.empty()) {
                calendar.pop();
            }
        };
        CHECK_THROWS_AS(fill_and_drain(), ContractViolation);
    }
}

TEMPLATE_TEST_CASE("an empty calendar has no next event", "[calendar]", TSUNAGI_CALENDARS) {
    TestType calendar;
    CHECK(calendar.empty());
    CHECK_THROWS_AS(calendar.next_time(), ContractViolation);
    CHECK_THROWS_AS(calendar.pop(), ContractViolation);
    calendar.cancel(calendar.schedule(event(1, 1)));
    CHECK(calendar.empty());
    CHECK_THROWS_AS(calendar.next_time(), ContractViolation);
    CHECK_THROWS_AS(calendar.pop(), ContractViolation);
}
