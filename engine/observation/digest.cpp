#include "engine/observation/digest.hpp"

namespace tsunagi {

namespace {
std::uint64_t code(OptionalId<AgencyTag> agency) {
    return agency.has_value() ? agency.value().row() + 1U : 0U;
}
} // namespace

void FactDigest::mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9e3779b97f4a7c15U;
    value_ ^= value_ >> 29U;
}

void FactDigest::add(const Fact& fact) {
    mix(static_cast<std::uint64_t>(fact.at.time_since_epoch().count()));
    mix(static_cast<std::uint64_t>(fact.kind) | std::uint64_t{fact.detail} << 8U |
        code(fact.agency) << 16U | code(fact.other) << 40U);
    mix(fact.subject.value);
    mix(static_cast<std::uint64_t>(fact.amount));
}

} // namespace tsunagi
