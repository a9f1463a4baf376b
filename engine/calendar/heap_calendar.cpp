#include "engine/calendar/heap_calendar.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

EventHandle HeapCalendar::schedule(const Event& event) {
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(generations_.size()));
        generations_.push_back(0);
    }
    const auto slot = free_.back();
    free_.pop_back();
    const EventHandle handle{slot, generations_[slot]};
    heap_.push_back({event, handle});
    std::push_heap(heap_.begin(), heap_.end(), by_order());
    ++pending_;
    return handle;
}

void HeapCalendar::cancel(EventHandle handle) {
    if (!holds(handle)) {
        return;
    }
    free(handle);
    if (heap_.size() > 64 && pending_ < heap_.size() / 2) {
        compact();
    }
}

SimTime HeapCalendar::next_time() {
    drop_cancelled_top();
    expects(!heap_.empty(), "an empty calendar has no next event");
    return heap_.front().event.key.at;
}

Event HeapCalendar::pop() {
    drop_cancelled_top();
    expects(!heap_.empty(), "an empty calendar has no next event");
    const auto entry = heap_.front();
    remove_top();
    free(entry.handle);
    return entry.event;
}

bool HeapCalendar::holds(EventHandle handle) const {
    return handle.slot < generations_.size() && generations_[handle.slot] == handle.generation;
}

bool HeapCalendar::later(const Entry& left, const Entry& right) const {
    const auto order = left.event.key <=> right.event.key;
    if (order == std::strong_ordering::equal && left.handle != right.handle) {
        // A cancelled twin that still stands in the order is no clash; it is dropped in whichever
        // order it surfaces.
        expects(!holds(left.handle) || !holds(right.handle), "two pending events share one key");
    }
    return order == std::strong_ordering::greater;
}

void HeapCalendar::free(EventHandle handle) {
    ++generations_[handle.slot];
    free_.push_back(handle.slot);
    --pending_;
}

void HeapCalendar::drop_cancelled_top() {
    while (!heap_.empty() && !holds(heap_.front().handle)) {
        remove_top();
    }
}

void HeapCalendar::remove_top() {
    std::pop_heap(heap_.begin(), heap_.end(), by_order());
    heap_.pop_back();
}

void HeapCalendar::compact() {
    std::erase_if(heap_, [&](const Entry& entry) { return !holds(entry.handle); });
    std::make_heap(heap_.begin(), heap_.end(), by_order());
}

} // namespace tsunagi
