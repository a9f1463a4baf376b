#include "engine/calendar/detail/event_slots.hpp"

#include "engine/core/append.hpp"
#include "engine/core/contracts.hpp"

namespace tsunagi::detail {

CalendarEntry EventSlots::add(const Event& event) {
    if (first_free_ == none) [[unlikely]] {
        add_slot();
    }
    const auto row = first_free_;
    auto& slot = slots_[row];
    const auto& key = event.key;
    first_free_ = slot.row;
    // Field by field: a slot made elsewhere and copied would be read before it is written through.
    slot.entity = key.entity;
    slot.partner = key.partner;
    slot.occurrence = key.occurrence;
    slot.row = event.row;
    slot.kind = key.kind;
    slot.tie = key.tie;
    ++size_;
    return {key.at.time_since_epoch().count(), row, slot.generation};
}

[[gnu::noinline]] void EventSlots::add_slot() {
    expects(slots_.size() < none, "a calendar holds fewer than 2^32 events");
    first_free_ = static_cast<std::uint32_t>(slots_.size());
    append(slots_, Slot{.row = none});
}

bool EventSlots::later_by_key(const CalendarEntry& left, const CalendarEntry& right) const {
    if (left.slot == right.slot) {
        return false;
    }
    const auto order = event_of(left).key <=> event_of(right).key;
    expects(order != std::strong_ordering::equal, "two pending events share one key");
    return order == std::strong_ordering::greater;
}

} // namespace tsunagi::detail
