#pragma once

#include "engine/calendar/detail/entry_chains.hpp"
#include "engine/calendar/detail/event_slots.hpp"
#include "engine/core/append.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// Pending events in the total order of EventKey, in buckets of two levels and equal widths. The
/// near future lies in coarse buckets, unordered; the entries of the one whose time has come are
/// dealt out to its fine buckets, a handful each; a fine bucket is put in order when its time has
/// come. The far future lies in one bag. Once the last bucket is through, or far more or fewer
/// events are pending than the buckets were made for, they are laid out anew so that a fine one
/// holds a handful and all of them hold more than half. Who comes late, for a bucket that is in
/// order already, finds his place from the next on, or waits in a heap where many are before him.
/// Where many are pending, their entries are written and read along memory, and the events of a
/// bucket are fetched before its time. A value, as HeapCalendar is, with the same contracts;
/// schedule and cancel O(1), pop O(1), all amortised; of n events in one fine bucket, such as all
/// those of one instant, O(log n) each. Source: R. Brown, Calendar queues, Communications of the
/// ACM 31 (1988) 1220-1227; W. T. Tang, R. S. M. Goh, I. L.-J. Thng, Ladder queue, ACM TOMACS 15
/// (2005) 175-204.
class BucketCalendar {
public:
    EventHandle schedule(const Event& event);
    /// Takes an event out. Cancelling by a stale handle does nothing, so an owner may cancel what
    /// has just fired.
    void cancel(EventHandle handle) {
        if (slots_.holds(handle)) { // most often an owner cancels what has fired
            take_out(handle);
        }
    }
    bool empty() const { return slots_.size() == 0; }
    std::size_t size() const { return slots_.size(); }
    /// Instant of the next event; the calendar must not be empty.
    SimTime next_time() { return SimTime{Duration{first().tick}}; }
    /// Removes and returns the next event; the calendar must not be empty.
    Event pop() {
        const auto event = slots_.take(first());
        present_.pop_back();
        --entries_;
        return event;
    }
    /// Visits, now and then, the rows of events that are likely to come soon, so that what they act
    /// on can be fetched ahead. Which ones and when decides speed alone; a row may be of no event.
    template <class Visit> void foresee(Visit visit) {
        if (foreseen_) {
            return;
        }
        foreseen_ = true;
        if (next_fine_ < fine_end_) {
            fine_chains_.for_each(fine_bucket(next_fine_), [&](const detail::CalendarEntry& entry) {
                visit(slots_.row(entry));
            });
        }
    }
    /// Has the memory of an event fetched that may soon be cancelled.
    void prefetch(EventHandle handle) const { slots_.prefetch(handle.slot); }

private:
    using FineChains = detail::EntryChains<tiny_buffers ? 3 : 15>;
    using CoarseChains = detail::EntryChains<tiny_buffers ? 3 : 31>;
    using FineChain = FineChains::Chain;
    using CoarseChain = CoarseChains::Chain;
    static constexpr unsigned fine_bits = tiny_buffers ? 2 : 8;
    static constexpr std::uint64_t fine_per_coarse = std::uint64_t{1} << fine_bits;

    FineChain& fine_bucket(std::uint64_t bucket) {
        return fine_[static_cast<std::size_t>(bucket % fine_per_coarse)];
    }
    const detail::CalendarEntry& first() {
        if (present_.empty() || !late_.empty() || !slots_.holds(present_.back())) {
            find_first();
        }
        return present_.back();
    }
    void take_out(EventHandle handle);
    void find_first();
    void drop_stale();
    void take_from_late();
    void place(detail::CalendarEntry entry);
    [[gnu::noinline]] void insert_in_order(detail::CalendarEntry entry);
    void insert_late(detail::CalendarEntry entry);
    void load_next_bucket();
    void put_present_in_order();
    bool open_next_coarse();
    void fetch_events_of(std::uint64_t fine);
    std::vector<detail::CalendarEntry> take_all();
    void lay_out();

    /// An entry with its key, which stays what it is once the entry is stale.
    struct Late {
        EventKey key;
        detail::CalendarEntry entry;
        friend bool operator<(const Late& one, const Late& other) { return other.key < one.key; }
    };

    detail::EventSlots slots_;
    FineChains fine_chains_;
    CoarseChains coarse_chains_;
    std::vector<detail::CalendarEntry> present_; ///< up to the fine buckets, in order, next last
    std::vector<Late> late_;                     ///< a heap: too far behind the next for present_
    std::array<FineChain, fine_per_coarse> fine_{}; ///< of the coarse bucket opened last
    std::vector<CoarseChain> coarse_;
    CoarseChain far_;             ///< after the last coarse bucket
    std::uint64_t next_fine_ = 0; ///< the fine buckets before it have been loaded
    std::uint64_t fine_end_ = 0;  ///< the coarse buckets before it have been opened
    std::int64_t start_tick_ = 0; ///< of the first bucket
    unsigned width_bits_ = 0;     ///< a fine bucket covers 2^width_bits ticks
    std::size_t entries_ = 0;     ///< of pending events, and stale ones not yet come upon
    std::size_t made_for_ = 0;    ///< events when buckets were laid out
    bool foreseen_ = true;        ///< since a bucket was loaded
};

} // namespace tsunagi
