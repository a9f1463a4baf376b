#include "engine/calendar/bucket_calendar.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <bit>

namespace tsunagi {

using detail::CalendarEntry;
using detail::EventSlots;

namespace {

constexpr std::size_t events_per_bucket = 8; // on average, in the nearer half
constexpr std::size_t fewest_buckets = 256;
constexpr std::size_t few = 64; // events, for which no order of magnitude matters

} // namespace

EventHandle BucketCalendar::schedule(const Event& event) {
    const auto entry = slots_.add(event);
    if (slots_.taken() > 2 * made_for_) {
        lay_out();
    } else {
        place(entry);
    }
    return slots_.handle_of(entry);
}

void BucketCalendar::cancel(EventHandle handle) {
    if (slots_.cancel(handle) && slots_.taken() > few && slots_.pending() < slots_.taken() / 2) {
        lay_out();
    }
}

SimTime BucketCalendar::next_time() {
    return SimTime{Duration{first().tick}};
}

Event BucketCalendar::pop() {
    const auto slot = first().slot;
    const Event event = slots_.event(slot);
    present_.pop_back();
    slots_.free(slot);
    return event;
}

const CalendarEntry& BucketCalendar::first() {
    expects(!empty(), "an empty calendar has no next event");
    while (present_.empty() || !slots_.is_pending(present_.back().slot)) {
        if (present_.empty()) {
            load_next_bucket();
        } else {
            slots_.free(present_.back().slot);
            present_.pop_back();
        }
    }
    return present_.back();
}

void BucketCalendar::place(const CalendarEntry& entry) {
    if (entry.tick < start_tick_) {
        insert_in_order(entry);
        return;
    }
    const auto bucket = static_cast<std::uint64_t>(entry.tick - start_tick_) >> width_bits_;
    if (bucket < next_bucket_) {
        insert_in_order(entry);
        return;
    }
    auto& first_of_list = bucket < buckets_.size() ? buckets_[bucket] : far_;
    slots_.next(entry.slot) = first_of_list;
    first_of_list = entry.slot;
}

// Most often it is one of the next to come.
void BucketCalendar::insert_in_order(const CalendarEntry& entry) {
    auto place = present_.end();
    while (place != present_.begin() && slots_.later(entry, *(place - 1))) {
        --place;
    }
    present_.insert(place, entry);
}

void BucketCalendar::load_next_bucket() {
    const auto begin = buckets_.begin() + static_cast<std::ptrdiff_t>(next_bucket_);
    const auto filled = std::find_if(
        begin, buckets_.end(), [](std::uint32_t slot) { return slot != EventSlots::none; });
    if (filled == buckets_.end()) {
        lay_out();
        return;
    }
    next_bucket_ = static_cast<std::size_t>(filled - buckets_.begin()) + 1;
    for (auto slot = *filled; slot != EventSlots::none;) {
        const auto next = slots_.next(slot);
        if (slots_.is_pending(slot)) {
            present_.push_back(slots_.entry(slot));
        } else {
            slots_.free(slot);
        }
        slot = next;
    }
    *filled = EventSlots::none;
    std::sort(present_.begin(),
              present_.end(),
              [&](const CalendarEntry& left, const CalendarEntry& right) {
                  return slots_.later(left, right);
              });
}

std::vector<CalendarEntry> BucketCalendar::take_all() {
    std::vector<CalendarEntry> pending;
    pending.reserve(slots_.pending());
    slots_.for_each_taken([&](std::uint32_t slot) {
        if (slots_.is_pending(slot)) {
            pending.push_back(slots_.entry(slot));
        } else {
            slots_.free(slot);
        }
    });
    present_.clear();
    far_ = EventSlots::none;
    return pending;
}

void BucketCalendar::lay_out() {
    auto pending = take_all();
    made_for_ = std::max(pending.size(), few);
    buckets_.assign(std::max(fewest_buckets, std::bit_ceil(2 * made_for_ / events_per_bucket)),
                    EventSlots::none);
    next_bucket_ = 0;
    if (pending.empty()) {
        return;
    }
    const auto by_tick = [](const CalendarEntry& left, const CalendarEntry& right) {
        return left.tick < right.tick;
    };
    const auto middle = pending.begin() + static_cast<std::ptrdiff_t>(pending.size() / 2);
    std::nth_element(pending.begin(), middle, pending.end(), by_tick);
    start_tick_ = std::min_element(pending.begin(), middle + 1, by_tick)->tick;
    const auto nearer_half = static_cast<std::uint64_t>(middle->tick - start_tick_);
    const auto width = 2 * events_per_bucket * nearer_half / made_for_;
    width_bits_ = static_cast<unsigned>(std::bit_width(std::max<std::uint64_t>(width, 1)) - 1);
    for (const auto& entry : pending) {
        place(entry);
    }
}

} // namespace tsunagi
