#pragma once

#include "engine/calendar/event.hpp"
#include "engine/calendar/event_handle.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// What a calendar keeps of an event where it is put in order.
struct CalendarEntry {
    std::int64_t tick;
    std::uint32_t slot;
};

/// Where a calendar's events lie until they have fired. A cancelled event keeps its slot, and with
/// it its place in the order, until the calendar has come upon its entry and frees it.
class EventSlots {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    CalendarEntry add(const Event& event);
    EventHandle handle_of(const CalendarEntry& entry) const {
        return {entry.slot, slots_[entry.slot].generation};
    }
    /// @return whether the handle named a pending event, which is cancelled now
    bool cancel(EventHandle handle);
    /// The slot may be given to another event; handles of this one are stale.
    void free(std::uint32_t slot);

    bool is_pending(std::uint32_t slot) const { return slots_[slot].state == State::pending; }
    const Event& event(std::uint32_t slot) const { return slots_[slot].event; }
    CalendarEntry entry(std::uint32_t slot) const {
        return {slots_[slot].event.key.at.time_since_epoch().count(), slot};
    }
    /// The next slot of the same list: the calendar's as long as the slot is taken.
    std::uint32_t& next(std::uint32_t slot) { return slots_[slot].next; }
    /// Events pending.
    std::size_t pending() const { return pending_; }
    /// Events pending, or cancelled and not yet freed.
    std::size_t taken() const { return taken_; }
    /// Visits every taken slot; it may be freed.
    template <class Visit> void for_each_taken(Visit visit) {
        for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
            if (slots_[slot].state != State::free) {
                visit(slot);
            }
        }
    }

    /// Whether the event of one entry comes after that of the other.
    /// @throws ContractViolation if both are pending and have the same key
    bool later(const CalendarEntry& left, const CalendarEntry& right) const {
        return left.tick != right.tick ? left.tick > right.tick : later_by_key(left, right);
    }

private:
    bool later_by_key(const CalendarEntry& left, const CalendarEntry& right) const;

    enum class State : std::uint8_t { free, pending, cancelled };
    struct Slot {
        Event event;
        std::uint32_t next = none;
        std::uint32_t generation{};
        State state{};
    };

    std::vector<Slot> slots_;
    std::uint32_t first_free_ = none;
    std::size_t pending_ = 0;
    std::size_t taken_ = 0;
};

} // namespace tsunagi::detail
