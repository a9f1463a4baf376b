#include "engine/capacity/waiting_list.hpp"

#include "engine/core/contracts.hpp"

namespace tsunagi {

void WaitingList::join(const Claim& claim) {
    expects(!by_subject_.contains(claim.subject), "a subject holds at most one claim on a list");
    by_subject_.emplace(claim.subject, queue_.join(claim));
}

std::optional<Claim> WaitingList::leave(EntityKey subject) {
    const auto found = by_subject_.find(subject);
    if (found == by_subject_.end()) {
        return std::nullopt;
    }
    const auto claim = queue_.leave(found->second);
    by_subject_.erase(found);
    return claim;
}

void WaitingList::reprioritise(EntityKey subject, Claim::Priority priority) {
    if (auto claim = leave(subject)) {
        claim->priority = priority;
        join(*claim);
    }
}

const Claim& WaitingList::first() const {
    return queue_.at(queue_.first());
}

Claim WaitingList::pop_first() {
    const auto claim = queue_.leave(queue_.first());
    by_subject_.erase(claim.subject);
    return claim;
}

std::optional<Claim> WaitingList::find(EntityKey subject) const {
    const auto found = by_subject_.find(subject);
    return found == by_subject_.end() ? std::nullopt : std::optional{queue_.at(found->second)};
}

} // namespace tsunagi
