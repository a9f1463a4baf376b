#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/heap_calendar.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

/// Every calendar of events keeps the same laws; a new calendar joins this list and nothing else.
#define TSUNAGI_CALENDARS HeapCalendar, BucketCalendar

namespace tsunagi::test {

inline SimTime at(std::int64_t second) {
    return SimTime{Duration{second}};
}

inline Event event(std::int64_t second, std::uint32_t row, EntityKey entity = EntityKey{1}) {
    return {.key = {.at = at(second),
                    .tie = Tie::decide,
                    .entity = entity,
                    .kind = EventKind::session,
                    .partner = no_partner,
                    .occurrence = row},
            .row = row};
}

/// Events with many equal parts, no two keys the same; in no order. The row is the place in the
/// total order.
inline std::vector<Event> crowded_events() {
    std::vector<Event> events;
    for (const std::int64_t second : {-5, 0, 7, 8}) {
        for (const auto tie : {Tie::rotation, Tie::contact, Tie::observe}) {
            for (const std::uint64_t entity : {0U, 1U, 9U}) {
                for (const auto kind : {EventKind::contact, EventKind::intake, EventKind::review}) {
                    for (const std::uint64_t other : {0U, 4U}) {
                        for (const std::uint32_t occurrence : {0U, 1U, 2U}) {
                            events.push_back({.key = {.at = at(second),
                                                      .tie = tie,
                                                      .entity = EntityKey{entity},
                                                      .kind = kind,
                                                      .partner = PartnerKey{other},
                                                      .occurrence = occurrence},
                                              .row = static_cast<std::uint32_t>(events.size())});
                        }
                    }
                }
            }
        }
    }
    return events;
}

template <class Calendar> std::vector<std::uint32_t> drain(Calendar& calendar) {
    std::vector<std::uint32_t> rows;
    while (!calendar.empty()) {
        const auto next = calendar.next_time();
        const auto popped = calendar.pop();
        CHECK(popped.key.at == next);
        rows.push_back(popped.row);
    }
    return rows;
}

} // namespace tsunagi::test
