#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace tsunagi {

/// Stable identity of a person, a family, an agency or a pair: the same in every scenario,
/// independent of row numbers and of the order of files. The null key (0) means "nobody" and never
/// names an entity.
struct EntityKey {
    std::uint64_t value{};
    friend constexpr auto operator<=>(EntityKey, EntityKey) = default;
};

/// Who or what else a draw or an event is about, folded to 48 bits so that it fits beside the
/// purpose of a draw.
struct PartnerKey {
    std::uint64_t value{};
    friend constexpr auto operator<=>(PartnerKey, PartnerKey) = default;
};

inline constexpr EntityKey nobody{};
inline constexpr PartnerKey no_partner{};

/// FNV-1a, 64 bit, of a declared id. Two declared ids of one region with equal keys are an input
/// error.
constexpr EntityKey key_of(std::string_view declared_id) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char letter : declared_id) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3U;
    }
    return {hash};
}

/// Key of the n-th thing that a parent brought forth: n-th arrival of a source, n-th member of a
/// household.
constexpr EntityKey child_key(EntityKey parent, std::uint64_t ordinal) {
    // Two rounds of the splitmix64 finaliser, so that neighbouring ordinals share no structure.
    std::uint64_t mixed = parent.value + 0x9e3779b97f4a7c15U * (ordinal + 1);
    for (int round = 0; round < 2; ++round) {
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        mixed ^= mixed >> 31U;
    }
    return {mixed};
}

/// Key of an unordered pair of agencies.
constexpr EntityKey pair_key(EntityKey one, EntityKey other) {
    const auto low = one < other ? one : other;
    const auto high = one < other ? other : one;
    return child_key(low, high.value);
}

constexpr PartnerKey partner(EntityKey entity) {
    return {(entity.value ^ (entity.value >> 48U)) & 0xffffffffffffU};
}

} // namespace tsunagi
