#pragma once

#include "engine/calendar/detail/calendar_entry.hpp"
#include "engine/calendar/event.hpp"
#include "engine/calendar/event_handle.hpp"
#include "engine/core/prefetch.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Where a calendar's events lie until they fire or are cancelled. Their slots are given to others
/// at once; a slot's generation, which grows whenever it is freed, tells whose entry is whose.
class EventSlots {
public:
    CalendarEntry add(const Event& event);
    /// Whether the event of the entry has neither fired nor been cancelled.
    bool holds(const CalendarEntry& entry) const {
        return slots_[entry.slot].generation == entry.generation;
    }
    /// Whether the event of the handle has neither fired nor been cancelled; false of no event.
    bool holds(EventHandle handle) const {
        return handle.slot < slots_.size() && slots_[handle.slot].generation == handle.generation;
    }
    /// Removes the event of a slot. @pre it holds one
    void free(std::uint32_t slot) {
        // No handle has the new generation until the slot is given away again.
        ++slots_[slot].generation;
        slots_[slot].row = first_free_;
        first_free_ = slot;
        --size_;
    }
    /// Removes the event of an entry. @pre holds(entry)
    Event take(const CalendarEntry& entry) {
        const auto event = event_of(entry);
        free(entry.slot);
        return event;
    }
    /// @pre holds(entry)
    EventKey key(const CalendarEntry& entry) const { return event_of(entry).key; }
    /// Events in slots.
    std::size_t size() const { return size_; }

    /// Whether the event of one entry comes after that of the other. @pre both are held
    /// @throws ContractViolation if they have the same key
    bool later(const CalendarEntry& left, const CalendarEntry& right) const {
        return left.tick != right.tick ? left.tick > right.tick : later_by_key(left, right);
    }
    /// The row of an entry's event; of a stale entry, anything.
    std::uint32_t row(const CalendarEntry& entry) const { return slots_[entry.slot].row; }
    /// Has the memory of a slot fetched, if there is one.
    void prefetch(std::uint32_t slot) const {
        if (slot < slots_.size()) {
            prefetch_line(&slots_[slot]);
        }
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// An event without its instant, which its entry has, so small that two share a line of memory:
    /// of a million that are pending, most wait there.
    struct alignas(32) Slot {
        EntityKey entity{};
        PartnerKey partner{};
        std::uint32_t occurrence{};
        std::uint32_t row{}; ///< of a free slot: the next free one
        std::uint32_t generation{};
        EventKind kind{};
        Tie tie{};
    };
    static_assert(sizeof(Slot) == 32);

    Event event_of(const CalendarEntry& entry) const {
        const auto& slot = slots_[entry.slot];
        return {.key = {.at = SimTime{Duration{entry.tick}},
                        .tie = slot.tie,
                        .entity = slot.entity,
                        .kind = slot.kind,
                        .partner = slot.partner,
                        .occurrence = slot.occurrence},
                .row = slot.row};
    }
    void add_slot();
    bool later_by_key(const CalendarEntry& left, const CalendarEntry& right) const;

    std::vector<Slot> slots_;
    std::uint32_t first_free_ = none;
    std::size_t size_ = 0;
};

} // namespace tsunagi::detail
