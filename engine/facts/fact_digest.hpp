#pragma once

#include "engine/core/column.hpp"
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
        auto value = value_;
        mix(value, static_cast<std::uint64_t>(fact.at.time_since_epoch().count()));
        mix(value, static_cast<std::uint64_t>(fact.kind) | std::uint64_t{fact.detail} << 8U);
        mix(value, code(fact.agency));
        mix(value, code(fact.other));
        mix(value, fact.subject.value);
        mix(value, static_cast<std::uint64_t>(fact.amount));
        value_ = value;
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t code(OptionalId<AgencyTag> agency) const {
        return agency.has_value() ? agency_keys_[agency.value()].value : nobody.value;
    }
    static void mix(std::uint64_t& value, std::uint64_t word) {
        value = (value ^ word) * 0x9e3779b97f4a7c15U;
        value ^= value >> 29U;
    }

    Column<AgencyId, EntityKey> agency_keys_;
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace tsunagi
