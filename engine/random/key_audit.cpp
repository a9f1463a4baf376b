#include "engine/random/key_audit.hpp"

#include "engine/core/contracts.hpp"

#include <cstdint>

namespace tsunagi {

void KeyAudit::record(const PhiloxCounter& address) {
    const bool is_new = seen_.insert(address).second;
    expects(is_new, "a draw address is used once in a run");
}

std::size_t KeyAudit::AddressHash::operator()(const PhiloxCounter& address) const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : address) {
        hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 32U;
    }
    return static_cast<std::size_t>(hash);
}

} // namespace tsunagi
