#pragma once

#include "engine/random/philox.hpp"

#include <cstddef>
#include <unordered_set>

namespace tsunagi {

/// Remembers every draw address of a run and refuses one that comes back: two decisions that share
/// an address share their chance, a fault that no result shows. A copy remembers what its original
/// knew, so a run that goes on from a copied warm-up is checked against the warm-up too. About 60
/// bytes per draw: for debug builds.
class KeyAudit {
public:
    /// @throws ContractViolation if the address was recorded before
    void record(const PhiloxCounter& address);
    std::size_t size() const { return seen_.size(); }

private:
    struct AddressHash {
        std::size_t operator()(const PhiloxCounter& address) const;
    };
    std::unordered_set<PhiloxCounter, AddressHash>
        seen_; // asked for membership only, never iterated
};

/// Stands in for KeyAudit where nobody audits; compiles to nothing.
class NoAudit {
public:
    void record(const PhiloxCounter&) {}
};

} // namespace tsunagi
