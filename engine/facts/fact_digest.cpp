#include "engine/facts/fact_digest.hpp"

namespace tsunagi {

std::uint64_t FactDigest::code(OptionalId<AgencyTag> agency) const {
    return agency.has_value() ? agency_keys_.at(agency.value().row()).value : nobody.value;
}

void FactDigest::mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9e3779b97f4a7c15U;
    value_ ^= value_ >> 29U;
}

void FactDigest::add(const Fact& fact) {
    mix(static_cast<std::uint64_t>(fact.at.time_since_epoch().count()));
    mix(static_cast<std::uint64_t>(fact.kind) | std::uint64_t{fact.detail} << 8U);
    mix(code(fact.agency));
    mix(code(fact.other));
    mix(fact.subject.value);
    mix(static_cast<std::uint64_t>(fact.amount));
}

} // namespace tsunagi
