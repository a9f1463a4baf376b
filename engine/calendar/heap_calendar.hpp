#pragma once

#include "engine/calendar/event.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Names a pending event for cancellation. A handle whose event has fired or was cancelled is stale
/// and names nothing.
struct EventHandle {
    std::uint32_t slot = UINT32_MAX;
    std::uint32_t generation{};
    friend bool operator==(const EventHandle&, const EventHandle&) = default;
};

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
    bool empty() const { return pending_ == 0; }
    std::size_t size() const { return pending_; }
    /// Instant of the next event; the calendar must not be empty.
    SimTime next_time();
    /// Removes and returns the next event; the calendar must not be empty.
    Event pop();

private:
    struct Entry {
        std::int64_t tick;
        std::uint32_t slot;
    };
    struct Slot {
        Event event;
        std::uint32_t generation{};
        enum class State : std::uint8_t { free, pending, cancelled } state{};
    };
    bool later(const Entry& left, const Entry& right) const;
    void drop_cancelled_top();
    void remove_top();
    void compact();

    std::vector<Entry> heap_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
    std::size_t pending_ = 0;
};

} // namespace tsunagi
