#pragma once

#include "engine/calendar/detail/event_slots.hpp"

#include <cstddef>
#include <vector>

namespace tsunagi {

/// Pending events in the total order of EventKey: a binary heap with lazy cancellation. A value: a
/// copy holds the same events, and handles of the original are valid in it. schedule O(log n); pop
/// O(log n) amortised; cancel O(1) amortised. Two pending events with equal keys are a bug of the
/// caller and violate a contract when they meet.
class HeapCalendar {
public:
    EventHandle schedule(const Event& event);
    /// Takes an event out. Cancelling by a stale handle does nothing, so an owner may cancel what
    /// has just fired.
    void cancel(EventHandle handle);
    bool empty() const { return slots_.pending() == 0; }
    std::size_t size() const { return slots_.pending(); }
    /// Instant of the next event; the calendar must not be empty.
    SimTime next_time();
    /// Removes and returns the next event; the calendar must not be empty.
    Event pop();

private:
    void drop_cancelled_top();
    void remove_top();
    void compact();

    detail::EventSlots slots_;
    std::vector<detail::CalendarEntry> heap_;
};

} // namespace tsunagi
