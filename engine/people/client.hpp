#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"

#include <cstdint>
#include <optional>

namespace tsunagi {

/// Who meets agencies: a person, or a family as an agent of its own. Both carry one kind of key and
/// one kind of row.
enum class ClientKind : std::uint8_t { supervised, background_person, background_family };

/// Where a person of the justice sources comes from.
enum class IntakeSource : std::uint8_t {
    parole_only,
    parole_partial,
    direct_partial,
    suspended,
    juvenile
};
inline constexpr std::size_t intake_sources = 5;

enum class Sex : std::uint8_t { male, female };
enum class Need : std::uint8_t { none, true_need }; ///< true need of support beyond supervision
enum class History : std::uint8_t { first_timer, repeater }; ///< earlier imprisonment
enum class Recognition : std::uint8_t { unrecognised, recognised };
enum class Liberty : std::uint8_t { pre_release, supervised, free };

/// A quantity that moves at events and returns exponentially to a base in between.
struct Relaxing {
    double value{};
    SimTime at{};
};

/// Sentence of a supervised person, fixed at intake.
struct Sentence {
    SimTime start{};        ///< of supervision: release, or the judgement for a suspended sentence
    SimTime end{};          ///< scheduled end S of the last phase
    double officer_phase{}; ///< u of the officer's calendar: contacts at day (i + u) x interval
};

/// One person or family. Fixed attributes first, then what changes.
struct Client {
    EntityKey key{};
    Sentence sentence;
    double age_years{};
    double base_readiness{};    ///< r0
    double minutes_to_centre{}; ///< one way, halved by a car of one's own
    std::uint32_t municipality{};
    ClientKind kind{};
    IntakeSource source{};
    Sex sex{};
    Need need{};
    History history{};

    Relaxing readiness; ///< b(t), returns to r0
    Liberty liberty{};
    Recognition recognition{};
    std::optional<Consent>
        consent; ///< to the probation office passing information on; drawn at the first offer
    std::uint32_t opportunities{}; ///< officer contacts and programme sessions so far
    enum class Staying : std::uint8_t { stays, leaves_after_care } staying{};
};

inline bool is_family(const Client& client) {
    return client.kind == ClientKind::background_family;
}

} // namespace tsunagi
