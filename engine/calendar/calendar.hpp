#pragma once

#include "engine/calendar/bucket_calendar.hpp"
#include "engine/calendar/heap_calendar.hpp"

#include <concepts>
#include <cstdint>

namespace tsunagi {

/// What the engine asks of a calendar of events.
template <class Candidate>
concept EventCalendar = std::copyable<Candidate> &&
    requires(Candidate calendar, const Event& event, EventHandle handle) {
    { calendar.schedule(event) } -> std::same_as<EventHandle>;
    calendar.cancel(handle);
    { calendar.empty() } -> std::same_as<bool>;
    { calendar.next_time() } -> std::same_as<SimTime>;
    { calendar.pop() } -> std::same_as<Event>;
    calendar.foresee([](std::uint32_t) {});
    calendar.prefetch(handle);
};

/// The calendar in use. HeapCalendar is the simple one, which stays as its oracle: a build with it
/// gives the same bytes.
#ifdef TSUNAGI_SIMPLE_CALENDAR
using Calendar = HeapCalendar;
#else
using Calendar = BucketCalendar;
#endif
static_assert(EventCalendar<Calendar>);

} // namespace tsunagi
