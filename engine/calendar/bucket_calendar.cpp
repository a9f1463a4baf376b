#include "engine/calendar/bucket_calendar.hpp"

#include "engine/calendar/detail/comparison_counting.hpp"
#include "engine/core/contracts.hpp"

#include <algorithm>
#include <bit>

namespace tsunagi {

using detail::CalendarEntry;

namespace {

constexpr std::size_t events_per_bucket = tiny_buffers ? 1 : 8; // on average, in the nearer half
constexpr std::size_t fewest_buckets = tiny_buffers ? 4 : 256;
constexpr std::ptrdiff_t most_passed = tiny_buffers ? 1 : 64; // in search of a place
constexpr std::size_t few = tiny_buffers ? 2 : 64; // events: no order of magnitude matters

} // namespace

EventHandle BucketCalendar::schedule(const Event& event) {
    const auto entry = slots_.add(event);
    ++entries_;
    if (entries_ > 2 * made_for_) [[unlikely]] {
        coarse_chains_.add(far_, entry);
        lay_out();
    } else {
        place(entry);
    }
    return {entry.slot, entry.generation};
}

void BucketCalendar::take_out(EventHandle handle) {
    slots_.free(handle.slot);
    if (entries_ > few && size() < entries_ / 2) {
        lay_out();
    }
}

void BucketCalendar::find_first() {
    expects(!empty(), "an empty calendar has no next event");
    for (drop_stale(); present_.empty() && late_.empty(); drop_stale()) {
        load_next_bucket();
    }
    if (!late_.empty() &&
        (present_.empty() || slots_.later(present_.back(), late_.front().entry))) {
        present_.push_back(late_.front().entry);
        take_from_late();
    }
}

// At the front of both, which is where they would be met next.
void BucketCalendar::drop_stale() {
    while (!present_.empty() && !slots_.holds(present_.back())) {
        present_.pop_back();
        --entries_;
    }
    while (!late_.empty() && !slots_.holds(late_.front().entry)) {
        take_from_late();
        --entries_;
    }
}

void BucketCalendar::take_from_late() {
    std::pop_heap(late_.begin(), late_.end());
    late_.pop_back();
}

void BucketCalendar::place(CalendarEntry entry) {
    if (entry.tick < start_tick_) {
        insert_in_order(entry);
        return;
    }
    const auto bucket = static_cast<std::uint64_t>(entry.tick - start_tick_) >> width_bits_;
    const auto coarse = bucket >> fine_bits;
    if (bucket < next_fine_) {
        insert_in_order(entry);
    } else if (bucket < fine_end_) {
        fine_chains_.add(fine_bucket(bucket), entry);
    } else {
        coarse_chains_.add(
            coarse < coarse_.size() ? coarse_[static_cast<std::size_t>(coarse)] : far_, entry);
    }
}

// Most often it is one of the next to come. Stale entries have no order among those of their tick
// and are passed by: wherever they stand, they are dropped when they come up.
void BucketCalendar::insert_in_order(CalendarEntry entry) {
    const auto comes_first = [&](const CalendarEntry& other) {
        return other.tick < entry.tick ||
               (other.tick == entry.tick && (!slots_.holds(other) || slots_.later(entry, other)));
    };
    auto place = present_.end();
    while (place != present_.begin() && comes_first(*(place - 1))) {
        if (present_.end() - place == most_passed) {
            return insert_late(entry);
        }
        --place;
    }
    present_.insert(place, entry);
}

void BucketCalendar::insert_late(CalendarEntry entry) {
    late_.push_back({slots_.key(entry), entry});
    std::push_heap(late_.begin(), late_.end());
}

void BucketCalendar::load_next_bucket() {
    while (next_fine_ < fine_end_ && fine_bucket(next_fine_).empty()) {
        ++next_fine_;
    }
    if (next_fine_ == fine_end_) {
        if (!open_next_coarse()) {
            lay_out();
        }
        return;
    }
    fine_chains_.drain(fine_bucket(next_fine_), [&](const CalendarEntry& entry) {
        if (slots_.holds(entry)) {
            present_.push_back(entry);
        } else {
            --entries_;
        }
    });
    ++next_fine_;
    fetch_events_of(next_fine_ + 1);
    foreseen_ = false;
    put_present_in_order();
}

void BucketCalendar::put_present_in_order() {
    const auto later = [&](const CalendarEntry& left, const CalendarEntry& right) {
        return slots_.later(left, right);
    };
    if (present_.size() > detail::most_counted || width_bits_ > detail::counted_bits) {
        std::sort(present_.begin(), present_.end(), later);
        return;
    }
    detail::order_by_counting(present_);
    const auto at_one_tick = [](const CalendarEntry& left, const CalendarEntry& right) {
        return left.tick == right.tick;
    };
    auto begin = std::adjacent_find(present_.begin(), present_.end(), at_one_tick);
    while (begin != present_.end()) {
        const auto end = std::find_if(begin, present_.end(), [&](const CalendarEntry& other) {
            return other.tick != begin->tick;
        });
        std::sort(begin, end, later);
        begin = std::adjacent_find(end, present_.end(), at_one_tick);
    }
}

bool BucketCalendar::open_next_coarse() {
    const auto begin = coarse_.begin() + static_cast<std::ptrdiff_t>(fine_end_ >> fine_bits);
    const auto filled =
        std::find_if(begin, coarse_.end(), [](const CoarseChain& chain) { return !chain.empty(); });
    if (filled == coarse_.end()) {
        return false;
    }
    next_fine_ = static_cast<std::uint64_t>(filled - coarse_.begin()) << fine_bits;
    fine_end_ = next_fine_ + fine_per_coarse;
    coarse_chains_.drain(*filled, [&](const CalendarEntry& entry) {
        fine_chains_.add(
            fine_bucket(static_cast<std::uint64_t>(entry.tick - start_tick_) >> width_bits_),
            entry);
    });
    fetch_events_of(next_fine_);
    fetch_events_of(next_fine_ + 1);
    return true;
}

void BucketCalendar::fetch_events_of(std::uint64_t fine) {
    if (fine < fine_end_) {
        fine_chains_.for_each(fine_bucket(fine),
                              [&](const CalendarEntry& entry) { slots_.prefetch(entry.slot); });
    }
}

std::vector<CalendarEntry> BucketCalendar::take_all() {
    std::vector<CalendarEntry> pending;
    pending.reserve(entries_);
    const auto keep = [&](const CalendarEntry& entry) {
        if (slots_.holds(entry)) {
            pending.push_back(entry);
        }
    };
    std::for_each(present_.begin(), present_.end(), keep);
    present_.clear();
    for (const auto& late : late_) {
        keep(late.entry);
    }
    late_.clear();
    for (auto& bucket : fine_) {
        fine_chains_.drain(bucket, keep);
    }
    for (auto& bucket : coarse_) {
        coarse_chains_.drain(bucket, keep);
    }
    coarse_chains_.drain(far_, keep);
    return pending;
}

void BucketCalendar::lay_out() {
    auto pending = take_all();
    entries_ = pending.size();
    made_for_ = std::max(pending.size(), few);
    const auto buckets = std::max(fewest_buckets, std::bit_ceil(2 * made_for_ / events_per_bucket));
    coarse_.assign(buckets >> fine_bits, {});
    next_fine_ = 0;
    fine_end_ = 0;
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
