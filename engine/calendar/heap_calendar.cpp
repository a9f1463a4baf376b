#include "engine/calendar/heap_calendar.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

using detail::CalendarEntry;

namespace {

auto by_order(const detail::EventSlots& slots) {
    return [&](const CalendarEntry& left, const CalendarEntry& right) {
        return slots.later(left, right);
    };
}

} // namespace

EventHandle HeapCalendar::schedule(const Event& event) {
    const auto entry = slots_.add(event);
    heap_.push_back(entry);
    std::push_heap(heap_.begin(), heap_.end(), by_order(slots_));
    return slots_.handle_of(entry);
}

void HeapCalendar::cancel(EventHandle handle) {
    if (slots_.cancel(handle) && heap_.size() > 64 && slots_.pending() < heap_.size() / 2) {
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
    const Event event = slots_.event(heap_.front().slot);
    remove_top();
    return event;
}

void HeapCalendar::drop_cancelled_top() {
    while (!heap_.empty() && !slots_.is_pending(heap_.front().slot)) {
        remove_top();
    }
}

void HeapCalendar::remove_top() {
    const auto slot = heap_.front().slot;
    std::pop_heap(heap_.begin(), heap_.end(), by_order(slots_));
    heap_.pop_back();
    slots_.free(slot);
}

void HeapCalendar::compact() {
    const auto cancelled = [&](const CalendarEntry& entry) {
        return !slots_.is_pending(entry.slot);
    };
    std::vector<CalendarEntry> kept;
    for (const auto& entry : heap_) {
        if (cancelled(entry)) {
            slots_.free(entry.slot);
        } else {
            kept.push_back(entry);
        }
    }
    heap_ = std::move(kept);
    std::make_heap(heap_.begin(), heap_.end(), by_order(slots_));
}

} // namespace tsunagi
