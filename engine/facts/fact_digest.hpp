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

    void add(const Fact& fact) {
        mix(static_cast<std::uint64_t>(fact.at.time_since_epoch().count()));
        mix(static_cast<std::uint64_t>(fact.kind) | std::uint64_t{fact.detail} << 8U);
        mix(code(fact.agency));
        mix(code(fact.other));
        mix(fact.subject.value);
        mix(static_cast<std::uint64_t>(fact.amount));
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t code(OptionalId<AgencyTag> agency) const {
        return agency.has_value() ? agency_keys_.at(agency.value().row()).value : nobody.value;
    }
    void mix(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9e3779b97f4a7c15U;
        value_ ^= value_ >> 29U;
    }

    std::vector<EntityKey> agency_keys_;
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace tsunagi
