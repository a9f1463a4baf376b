#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace tsunagi {

/// A wish for a place of one service, for which no date can be named.
struct Claim {
    /// Frozen order: who comes first.
    enum class Priority : std::uint8_t {
        crisis_or_discharge,
        supervised_or_handed_over,
        other
    } priority{};
    SimTime joined{};
    double order{};      ///< keyed uniform, in (0, 1): parts those who joined at one tick
    EntityKey subject{}; ///< whose claim; stable across scenarios
    std::uint32_t row{}; ///< of the subject's column; never looked at

    friend bool operator==(const Claim&, const Claim&) = default;
};

/// Undated claims on the places of one service of one agency. Served by priority class, then tick
/// joined, then keyed order, then subject key: a total order that no order of joining can change.
/// A subject holds at most one claim. Operations on n claims cost O(log n) but where they say
/// otherwise.
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
    /// Claims to be served before this one, whether it is on the list or would join it.
    /// O(log n + claims behind it in its class): cheap for a newcomer, who has none behind.
    std::size_t ahead_of(const Claim& claim) const;
    std::size_t size() const { return queue_.size(); }
    bool empty() const { return queue_.empty(); }

private:
    struct Sooner {
        bool operator()(const Claim& one, const Claim& other) const;
    };
    std::size_t& count_of(Claim::Priority priority);
    void erase(const Claim& claim);

    std::set<Claim, Sooner> queue_;
    std::map<EntityKey, Claim> by_subject_; ///< the same claims
    std::array<std::size_t, 3> counts_{};   ///< of the same claims, by priority class
};

} // namespace tsunagi
