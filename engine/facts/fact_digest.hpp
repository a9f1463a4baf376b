#pragma once

#include "engine/facts/fact.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace tsunagi {

/// Order-dependent 64-bit digest of facts: equal for equal streams of facts, different for
/// practically all others. Rows are left out, and agencies enter by their keys: rows are places in
/// memory and depend on the order of files.
class FactDigest {
public:
    /// @param agency_keys  by agency row
    explicit FactDigest(std::vector<EntityKey> agency_keys)
        : agency_keys_{std::move(agency_keys)} {}

    void add(const Fact& fact);
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t code(OptionalId<AgencyTag> agency) const;
    void mix(std::uint64_t word);
    std::vector<EntityKey> agency_keys_;
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace tsunagi
