#include "engine/calendar/detail/event_slots.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi::detail {

CalendarEntry EventSlots::add(const Event& event) {
    auto row = first_free_;
    if (row == none) {
        expects(slots_.size() < none, "a calendar holds fewer than 2^32 events");
        row = static_cast<std::uint32_t>(slots_.size());
        slots_.emplace_back();
    } else {
        first_free_ = slots_[row].row;
    }
    auto& slot = slots_[row];
    const auto& key = event.key;
    // Field by field: a slot made elsewhere and copied would be read before it is written through.
    slot.at = key.at;
    slot.entity = key.entity;
    slot.partner = key.partner;
    slot.occurrence = key.occurrence;
    slot.row = event.row;
    slot.kind = key.kind;
    slot.tie = key.tie;
    ++size_;
    return {key.at.time_since_epoch().count(), row, slot.generation};
}

bool EventSlots::cancel(EventHandle handle) {
    if (handle.slot >= slots_.size() || slots_[handle.slot].generation != handle.generation) {
        return false;
    }
    free(handle.slot);
    return true;
}

Event EventSlots::take(const CalendarEntry& entry) {
    const auto event = event_in(slots_[entry.slot]);
    free(entry.slot);
    return event;
}

// No handle has the new generation until the slot is given away again.
void EventSlots::free(std::uint32_t slot) {
    ++slots_[slot].generation;
    slots_[slot].row = first_free_;
    first_free_ = slot;
    --size_;
}

Event EventSlots::event_in(const Slot& slot) {
    return {.key = {.at = slot.at,
                    .tie = slot.tie,
                    .entity = slot.entity,
                    .kind = slot.kind,
                    .partner = slot.partner,
                    .occurrence = slot.occurrence},
            .row = slot.row};
}

bool EventSlots::later_by_key(const CalendarEntry& left, const CalendarEntry& right) const {
    if (left.slot == right.slot) {
        return false;
    }
    const auto order = event_in(slots_[left.slot]).key <=> event_in(slots_[right.slot]).key;
    expects(order != std::strong_ordering::equal, "two pending events share one key");
    return order == std::strong_ordering::greater;
}

} // namespace tsunagi::detail
