#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tsunagi {

/// Mechanisms of collaboration labels that are built. A new label of a built mechanism needs no
/// code; a new mechanism is one file of this folder, one line here, and one where the simulation
/// hands it its facts or occasions.
enum class Mechanism : std::uint8_t { referral, staff_participation, family_referral };

struct BuiltMechanism {
    std::string_view name; ///< as the catalogue of labels writes it
    Mechanism mechanism;
};

/// The registry. A label whose mechanism is missing here is refused at reading.
inline constexpr std::array built_mechanisms{
    BuiltMechanism{"referral", Mechanism::referral},
    BuiltMechanism{"staff_participation", Mechanism::staff_participation},
    BuiltMechanism{"family_referral", Mechanism::family_referral},
};

} // namespace tsunagi
