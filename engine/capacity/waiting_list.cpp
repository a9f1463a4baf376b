#include "engine/capacity/waiting_list.hpp"

#include "engine/core/contracts.hpp"

#include <tuple>

namespace tsunagi {

bool WaitingList::Sooner::operator()(const Claim& one, const Claim& other) const {
    return std::tie(one.priority, one.joined, one.order, one.subject) <
           std::tie(other.priority, other.joined, other.order, other.subject);
}

std::size_t& WaitingList::count_of(Claim::Priority priority) {
    return counts_.at(static_cast<std::size_t>(priority));
}

void WaitingList::erase(const Claim& claim) {
    --count_of(claim.priority);
    by_subject_.erase(claim.subject);
    queue_.erase(claim);
}

void WaitingList::join(const Claim& claim) {
    expects(claim.order > 0.0 && claim.order < 1.0, "the keyed order of a claim lies in (0, 1)");
    const bool is_new = by_subject_.emplace(claim.subject, claim).second;
    expects(is_new, "a subject holds at most one claim on a list");
    queue_.insert(claim);
    ++count_of(claim.priority);
}

std::optional<Claim> WaitingList::leave(EntityKey subject) {
    const auto claim = find(subject);
    if (claim) {
        erase(*claim);
    }
    return claim;
}

void WaitingList::reprioritise(EntityKey subject, Claim::Priority priority) {
    if (auto claim = leave(subject)) {
        claim->priority = priority;
        join(*claim);
    }
}

const Claim& WaitingList::first() const {
    expects(!empty(), "an empty list has no first claim");
    return *queue_.begin();
}

Claim WaitingList::pop_first() {
    const auto claim = first();
    erase(claim);
    return claim;
}

std::optional<Claim> WaitingList::find(EntityKey subject) const {
    const auto found = by_subject_.find(subject);
    return found == by_subject_.end() ? std::nullopt : std::optional{found->second};
}

std::size_t WaitingList::ahead_of(const Claim& claim) const {
    // All of the classes up to its own, less those of its own that do not come before it.
    std::size_t ahead = 0;
    for (std::size_t row = 0; row <= static_cast<std::size_t>(claim.priority); ++row) {
        ahead += counts_.at(row);
    }
    auto behind = queue_.lower_bound(claim);
    while (behind != queue_.end() && behind->priority == claim.priority) {
        --ahead;
        ++behind;
    }
    return ahead;
}

} // namespace tsunagi
