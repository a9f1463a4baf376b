#include "engine/calendar/heap_calendar.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

bool HeapCalendar::later(const Entry& left, const Entry& right) const {
    if (left.tick != right.tick) {
        return left.tick > right.tick;
    }
    if (left.slot == right.slot) {
        return false;
    }
    const auto order = slots_[left.slot].event.key <=> slots_[right.slot].event.key;
    if (order == std::strong_ordering::equal) {
        // A cancelled twin still in the heap is no clash; it is dropped in whichever order it
        // surfaces.
        expects(slots_[left.slot].state != Slot::State::pending ||
                    slots_[right.slot].state != Slot::State::pending,
                "two pending events share one key");
        return left.slot > right.slot;
    }
    return order == std::strong_ordering::greater;
}

EventHandle HeapCalendar::schedule(const Event& event) {
    std::uint32_t slot = 0;
    if (free_.empty()) {
        expects(slots_.size() < UINT32_MAX, "a calendar holds fewer than 2^32 events");
        slot = static_cast<std::uint32_t>(slots_.size());
        slots_.push_back({});
    } else {
        slot = free_.back();
        free_.pop_back();
    }
    slots_[slot].event = event;
    slots_[slot].state = Slot::State::pending;
    heap_.push_back({event.key.at.time_since_epoch().count(), slot});
    std::push_heap(
        heap_.begin(), heap_.end(), [this](const Entry& a, const Entry& b) { return later(a, b); });
    ++pending_;
    return {slot, slots_[slot].generation};
}

void HeapCalendar::cancel(EventHandle handle) {
    if (handle.slot >= slots_.size()) {
        return;
    }
    auto& slot = slots_[handle.slot];
    if (slot.generation != handle.generation || slot.state != Slot::State::pending) {
        return;
    }
    // The slot keeps its key until its entry leaves the heap: the heap still orders by it.
    slot.state = Slot::State::cancelled;
    --pending_;
    if (heap_.size() > 64 && pending_ < heap_.size() / 2) {
        compact();
    }
}

SimTime HeapCalendar::next_time() {
    drop_cancelled_top();
    expects(!heap_.empty(), "an empty calendar has no next event");
    return SimTime{Duration{heap_.front().tick}};
}

Event HeapCalendar::pop() {
    drop_cancelled_top();
    expects(!heap_.empty(), "an empty calendar has no next event");
    const Event event = slots_[heap_.front().slot].event;
    remove_top();
    --pending_;
    return event;
}

void HeapCalendar::drop_cancelled_top() {
    while (!heap_.empty() && slots_[heap_.front().slot].state == Slot::State::cancelled) {
        remove_top();
    }
}

void HeapCalendar::remove_top() {
    const auto slot = heap_.front().slot;
    std::pop_heap(
        heap_.begin(), heap_.end(), [this](const Entry& a, const Entry& b) { return later(a, b); });
    heap_.pop_back();
    slots_[slot].state = Slot::State::free;
    ++slots_[slot].generation;
    free_.push_back(slot);
}

void HeapCalendar::compact() {
    const auto cancelled = [this](const Entry& entry) {
        return slots_[entry.slot].state == Slot::State::cancelled;
    };
    for (const auto& entry : heap_) {
        if (cancelled(entry)) {
            ++slots_[entry.slot].generation;
            free_.push_back(entry.slot);
        }
    }
    std::erase_if(heap_, cancelled);
    for (const auto slot : free_) {
        slots_[slot].state = Slot::State::free;
    }
    std::make_heap(
        heap_.begin(), heap_.end(), [this](const Entry& a, const Entry& b) { return later(a, b); });
}

} // namespace tsunagi
