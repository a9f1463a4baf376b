#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

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
inline constexpr std::size_t claim_priorities = 3;

/// Claims in the order in which they are served: by priority class, then tick joined, then keyed
/// order, then subject key, a total order that no order of joining can change. Whoever holds the
/// place of a claim takes it off in O(1), wherever it stands; join is O(1 + claims of its class
/// that come after it), and those who join as time goes on have only ties before them.
class ClaimQueue {
public:
    /// Where a claim lies until it leaves.
    using Place = std::uint32_t;

    /// @throws ContractViolation if the order is not in (0, 1)
    Place join(const Claim& claim);
    /// Takes the claim off. @throws ContractViolation if there is none at the place
    Claim leave(Place place);
    const Claim& at(Place place) const { return slot(place).claim; }

    /// The place of the claim to be served next, O(1). @throws ContractViolation if nobody waits
    Place first() const;
    /// The next of the same class, if it is there.
    std::optional<Place> after(Place place) const;
    /// Has the memory of the next of the same class fetched.
    void prefetch_after(Place place) const;
    /// Claims to be served before this one, whether it is there or would join. O(claims of its
    /// class that come after it).
    std::size_t ahead_of(const Claim& claim) const;
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    static constexpr Place none = UINT32_MAX;
    struct Slot {
        Claim claim;
        Place before = none;
        Place after = none; ///< of a free slot: the next free one
        enum class State : std::uint8_t { free, taken } state{};
    };
    struct Class {
        Place first = none;
        Place last = none;
        std::size_t count = 0;
    };

    const Slot& slot(Place place) const;
    Class& class_of(const Claim& claim);
    Place new_slot(const Claim& claim);

    std::vector<Slot> slots_;
    Place first_free_ = none;
    std::array<Class, claim_priorities> classes_{};
    std::size_t size_ = 0;
};

} // namespace tsunagi
