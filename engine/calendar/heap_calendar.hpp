#pragma once

#include "engine/calendar/event.hpp"
#include "engine/calendar/event_handle.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Pending events in the total order of EventKey: a binary heap of whole events with lazy
/// cancellation, the simple calendar. A value: a copy holds the same events, and handles of the
/// original are valid in it. schedule O(log n); pop O(log n) amortised; cancel O(1) amortised. Two
/// pending events with equal keys are a bug of the caller and violate a contract when they meet.
class HeapCalendar {
public:
    EventHandle schedule(const Event& event);
    /// Takes an event out. Cancelling by a stale handle does nothing, so an owner may cancel what
    /// has just fired.
    void cancel(EventHandle handle);
    bool empty() const { return pending_ == 0; }
    std::size_t size() const { return pending_; }
    /// Instant of the next event; the calendar must not be empty.
    SimTime next_time();
    /// Removes and returns the next event; the calendar must not be empty.
    Event pop();
    /// Foresees nothing: it visits no row.
    template <class Visit> void foresee(Visit) {}
    void prefetch(EventHandle) const {}

private:
    struct Entry {
        Event event;
        EventHandle handle;
    };

    bool holds(EventHandle handle) const;
    bool later(const Entry& left, const Entry& right) const;
    auto by_order() const {
        return [this](const Entry& left, const Entry& right) { return later(left, right); };
    }
    void free(EventHandle handle);
    void drop_cancelled_top();
    void remove_top();
    void compact();

    std::vector<Entry> heap_;
    std::vector<std::uint32_t> generations_; ///< by slot; one more whenever the slot is freed
    std::vector<std::uint32_t> free_;        ///< slots
    std::size_t pending_ = 0;
};

} // namespace tsunagi
