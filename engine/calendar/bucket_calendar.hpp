#pragma once

#include "engine/calendar/detail/event_slots.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Pending events in the total order of EventKey, on two levels: the near future lies in buckets of
/// equal width, unordered, the far future in one list. A bucket is put in order when its time has
/// come. Once the last bucket is through, or the calendar holds twice as many events as the buckets
/// were made for, buckets are laid out anew so that one holds a handful of events and all of them
/// hold more than half. A value, as HeapCalendar is, with the same contracts; schedule and cancel
/// O(1), pop O(1), all amortised and with the events of a bucket taken for constant.
/// Source: R. Brown, Calendar queues, Communications of the ACM 31 (1988) 1220-1227; W. T. Tang,
/// R. S. M. Goh, I. L.-J. Thng, Ladder queue, ACM TOMACS 15 (2005) 175-204.
class BucketCalendar {
public:
    EventHandle schedule(const Event& event);
    /// Takes an event out. Cancelling by a stale handle does nothing, so an owner may cancel what
    /// has just fired.
    void cancel(EventHandle handle);
    bool empty() const { return slots_.pending() == 0; }
    std::size_t size() const { return slots_.pending(); }
    /// Instant of the next event; the calendar must not be empty.
    SimTime next_time();
    /// Removes and returns the next event; the calendar must not be empty.
    Event pop();

private:
    const detail::CalendarEntry& first();
    void place(const detail::CalendarEntry& entry);
    void insert_in_order(const detail::CalendarEntry& entry);
    void load_next_bucket();
    std::vector<detail::CalendarEntry> take_all();
    void lay_out();

    detail::EventSlots slots_;
    std::vector<detail::CalendarEntry> present_;   ///< up to the buckets, in order, the next last
    std::vector<std::uint32_t> buckets_;           ///< first slot of each bucket's list
    std::size_t next_bucket_ = 0;                  ///< the buckets before it have been loaded
    std::uint32_t far_ = detail::EventSlots::none; ///< first slot after the last bucket
    std::int64_t start_tick_ = 0;                  ///< of the first bucket
    unsigned width_bits_ = 0;                      ///< a bucket covers 2^width_bits ticks
    std::size_t made_for_ = 0;                     ///< events when buckets were laid out
};

} // namespace tsunagi
