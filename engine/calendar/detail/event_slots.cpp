#include "engine/calendar/detail/event_slots.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi::detail {

CalendarEntry EventSlots::add(const Event& event) {
    auto slot = first_free_;
    if (slot == none) {
        expects(slots_.size() < none, "a calendar holds fewer than 2^32 events");
        slot = static_cast<std::uint32_t>(slots_.size());
        slots_.push_back({});
    } else {
        first_free_ = slots_[slot].next;
    }
    slots_[slot].event = event;
    slots_[slot].state = State::pending;
    ++pending_;
    ++taken_;
    return entry(slot);
}

bool EventSlots::cancel(EventHandle handle) {
    if (handle.slot >= slots_.size()) {
        return false;
    }
    auto& slot = slots_[handle.slot];
    if (slot.generation != handle.generation || slot.state != State::pending) {
        return false;
    }
    slot.state = State::cancelled;
    --pending_;
    return true;
}

void EventSlots::free(std::uint32_t slot) {
    auto& freed = slots_[slot];
    pending_ -= freed.state == State::pending ? 1 : 0;
    --taken_;
    freed.state = State::free;
    ++freed.generation;
    freed.next = first_free_;
    first_free_ = slot;
}

bool EventSlots::later_by_key(const CalendarEntry& left, const CalendarEntry& right) const {
    if (left.slot == right.slot) {
        return false;
    }
    const auto order = slots_[left.slot].event.key <=> slots_[right.slot].event.key;
    if (order == std::strong_ordering::equal) {
        // A cancelled twin that still stands in the order is no clash; it is dropped in whichever
        // order it surfaces.
        expects(!is_pending(left.slot) || !is_pending(right.slot),
                "two pending events share one key");
        return left.slot > right.slot;
    }
    return order == std::strong_ordering::greater;
}

} // namespace tsunagi::detail
