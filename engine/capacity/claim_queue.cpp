#include "engine/capacity/claim_queue.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/prefetch.hpp"

#include <tuple>

namespace tsunagi {

namespace {

// Within one class.
bool sooner(const Claim& one, const Claim& other) {
    return std::tie(one.joined, one.order, one.subject) <
           std::tie(other.joined, other.order, other.subject);
}

} // namespace

const ClaimQueue::Slot& ClaimQueue::slot(Place place) const {
    expects(place < slots_.size() && slots_[place].state == Slot::State::taken,
            "a claim lies at its place until it leaves");
    return slots_[place];
}

ClaimQueue::Class& ClaimQueue::class_of(const Claim& claim) {
    return classes_.at(static_cast<std::size_t>(claim.priority));
}

ClaimQueue::Place ClaimQueue::new_slot(const Claim& claim) {
    auto place = first_free_;
    if (place == none) {
        place = static_cast<Place>(slots_.size());
        slots_.push_back({});
    } else {
        first_free_ = slots_[place].after;
    }
    slots_[place] = {.claim = claim, .before = none, .after = none, .state = Slot::State::taken};
    return place;
}

ClaimQueue::Place ClaimQueue::join(const Claim& claim) {
    expects(claim.order > 0.0 && claim.order < 1.0, "the keyed order of a claim lies in (0, 1)");
    const auto place = new_slot(claim);
    auto& own = class_of(claim);
    auto before = own.last;
    while (before != none && sooner(claim, slots_[before].claim)) {
        before = slots_[before].before;
    }
    const auto after = before == none ? own.first : slots_[before].after;
    slots_[place].before = before;
    slots_[place].after = after;
    (before == none ? own.first : slots_[before].after) = place;
    (after == none ? own.last : slots_[after].before) = place;
    ++own.count;
    ++size_;
    return place;
}

Claim ClaimQueue::leave(Place place) {
    const auto leaving = slot(place);
    auto& own = class_of(leaving.claim);
    (leaving.before == none ? own.first : slots_[leaving.before].after) = leaving.after;
    (leaving.after == none ? own.last : slots_[leaving.after].before) = leaving.before;
    --own.count;
    --size_;
    slots_[place].state = Slot::State::free;
    slots_[place].after = first_free_;
    first_free_ = place;
    return leaving.claim;
}

ClaimQueue::Place ClaimQueue::first() const {
    expects(!empty(), "an empty list has no first claim");
    std::size_t row = 0;
    while (classes_.at(row).first == none) {
        ++row;
    }
    return classes_.at(row).first;
}

std::optional<ClaimQueue::Place> ClaimQueue::after(Place place) const {
    const auto after = slot(place).after;
    return after == none ? std::nullopt : std::optional{after};
}

void ClaimQueue::prefetch_after(Place place) const {
    if (const auto next = after(place)) {
        prefetch(&slots_[*next]);
    }
}

std::size_t ClaimQueue::ahead_of(const Claim& claim) const {
    // All of the classes up to its own, less those of its own that do not come before it.
    std::size_t ahead = 0;
    const auto own = static_cast<std::size_t>(claim.priority);
    for (std::size_t row = 0; row <= own; ++row) {
        ahead += classes_.at(row).count;
    }
    for (auto place = classes_.at(own).last; place != none && !sooner(slots_[place].claim, claim);
         place = slots_[place].before) {
        --ahead;
    }
    return ahead;
}

} // namespace tsunagi
