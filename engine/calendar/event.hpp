#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/time.hpp"

#include <compare>
#include <cstdint>

namespace tsunagi {

/// Order of what happens at one instant. Frozen: a new class is a change of the model.
enum class Tie : std::uint8_t {
    rotation = 0,
    policy_change = 1,
    contact = 2,
    refresh = 3,
    release = 4,
    arrive = 5,
    decide = 6,
    observe = 7,
};

/// What happens. Numbers are part of the order of events and therefore frozen; append only.
enum class EventKind : std::uint16_t {
    staff_rotation = 0,
    policy_change = 1,
    contact = 2,
    refresh = 3,
    supervision_start = 10,
    supervision_end = 11,
    leave = 12,
    phase_change = 13,
    prison_entry = 14,
    custody_end = 15,
    discharge = 16,
    home_again = 17,
    intake = 20,
    officer_contact = 21,
    programme_session = 22,
    appointment = 23,
    session = 24,
    family_contact = 27,
    admission = 28,
    benefit_decision = 29,
    drop_out = 32,
    silence = 33,
    review = 34,
    hazard = 35,
    relapse = 36,
    bump_step = 37,
    patience = 38,
    track_decision = 40,
    track_end = 41,
    prison_track = 42,
    consultation = 43,
};

/// A total order that no order of insertion can change. The whole key is compared only among equal
/// ticks.
struct EventKey {
    SimTime at{};
    Tie tie{};
    EntityKey entity{}; ///< stable across scenarios
    EventKind kind{};
    PartnerKey partner{};
    std::uint32_t occurrence{};
    friend constexpr auto operator<=>(const EventKey&, const EventKey&) = default;
};

/// An event and the row of the column it acts on (which column follows from its kind).
struct Event {
    EventKey key;
    std::uint32_t row{};
};

} // namespace tsunagi
