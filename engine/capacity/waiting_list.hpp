#pragma once

#include "engine/capacity/claim_queue.hpp"

#include <cstddef>
#include <map>
#include <optional>

namespace tsunagi {

/// Undated claims on the places of one service of one agency, served in the order of ClaimQueue and
/// found by their subject, who holds at most one. Finding one of n costs O(log n).
class WaitingList {
public:
    /// @throws ContractViolation if the subject is on the list, or if the order is not in (0, 1)
    void join(const Claim& claim);
    /// Takes the subject's claim off the list, wherever it stands.
    /// @return the claim, or no value if the subject has none
    std::optional<Claim> leave(EntityKey subject);
    /// Moves the subject's claim to another class, where it stands as if it had joined that class
    /// when it joined the list. Does nothing if the subject has no claim.
    void reprioritise(EntityKey subject, Claim::Priority priority);

    /// The claim to be served next, O(1). @throws ContractViolation if nobody waits
    const Claim& first() const;
    /// Takes that claim off the list. @throws ContractViolation if nobody waits
    Claim pop_first();

    /// The subject's claim, or no value.
    std::optional<Claim> find(EntityKey subject) const;
    /// Claims to be served before this one, whether it is on the list or would join it: cheap for a
    /// newcomer, who has none behind.
    std::size_t ahead_of(const Claim& claim) const { return queue_.ahead_of(claim); }
    std::size_t size() const { return queue_.size(); }
    bool empty() const { return queue_.empty(); }

private:
    ClaimQueue queue_;
    std::map<EntityKey, ClaimQueue::Place> by_subject_; ///< of the same claims
};

} // namespace tsunagi
