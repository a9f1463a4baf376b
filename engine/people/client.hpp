#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/people/bumps.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace tsunagi {

/// Who meets agencies: a person, or a family as an agent of its own. Both carry one kind of key and
/// one kind of row.
enum class ClientKind : std::uint8_t { justice, background_person, background_family, family };

/// Where a person of the justice system comes from. The last two are lanes outside the cohort.
enum class IntakeSource : std::uint8_t {
    parole_only,
    parole_partial,
    direct_partial,
    suspended,
    juvenile,
    full_term,
    suspended_without_probation
};
inline constexpr std::size_t intake_sources = 7;

enum class Sex : std::uint8_t { male, female };
enum class Need : std::uint8_t { none, true_need }; ///< true need of support beyond supervision
enum class History : std::uint8_t { first_timer, repeater }; ///< earlier imprisonment
enum class Severity : std::uint8_t { other, severe };
enum class Recognition : std::uint8_t { unrecognised, recognised };
enum class Liberty : std::uint8_t { pre_release, at_liberty, custody };
enum class Supervision : std::uint8_t { none, parole, probation };

/// Agency types that a person may know of, or not.
enum class Known : std::uint8_t { centre, hospital, facility, self_help };
inline constexpr std::size_t known_types = 4;

/// A quantity that moves at events and returns exponentially to a base in between.
struct Relaxing {
    double value{};
    SimTime at{};
};

/// The calendar of the volunteer probation officer: contacts at day (i + u) x interval of
/// supervision, of which no event is made.
struct VolunteerCalendar {
    double phase{};         ///< u
    double interval_days{}; ///< 0: no contacts
};

/// Sentence of a person, fixed at intake.
struct Sentence {
    SimTime start{};           ///< of supervision: release, or the judgement for a suspended one
    SimTime first_phase_end{}; ///< end of parole where probation follows, else equal to end
    SimTime end{};             ///< scheduled end S of the last phase
    double officer_phase{};    ///< u of the officer's calendar: contacts at day (i + u) x interval
    VolunteerCalendar volunteer;
};

/// What somebody is or has, yes or no; all but income and housing for good.
struct Traits {
    bool stable : 1; ///< hardly any risk of use
    bool car : 1;
    bool children : 1;     ///< in the household
    bool medical : 1;      ///< medical need
    bool work : 1;         ///< at the start of supervision
    bool known : 1;        ///< known to the centre from before prison
    bool medical_seen : 1; ///< the surroundings recognise the medical need
    bool no_income : 1;    ///< changes when a benefit is granted
    bool no_housing : 1;   ///< unstable; changes with a place or a benefit
};

/// One person or family. Fixed attributes first, then what changes.
struct Client {
    EntityKey key{};
    Sentence sentence;
    double age_years{}; ///< at entry
    SimTime entered{};
    double base_readiness{}; ///< r0
    double resistance{};     ///< to hospitals, in [0, 1]
    std::uint32_t municipality{};
    ClientKind kind{};
    IntakeSource source{};
    Sex sex{};
    Need need{};
    History history{};
    Severity severity{};
    Residence home{}; ///< where the person lives when in no bed, place or prison
    Traits traits{};

    OptionalId<ClientTag> relative; ///< a person's family, a family's person
    Relaxing readiness;             ///< b(t), returns to r0
    /// In a residence every day from the first on is an attended session; no value: not in one.
    std::optional<SimTime> daily_sessions_since{};
    Bumps bumps;
    SimTime supervised_until{}; ///< S, or the end of a return parole
    Liberty liberty{};
    Supervision supervision{};
    Residence residence{};
    Use use{};
    Recognition recognition{};
    std::array<std::uint8_t, known_types> aware{}; ///< 1: knows that type of agency
    std::uint32_t opportunities{}; ///< officer contacts and programme sessions so far
    /// Who has departed keeps the row until the last fact about him has been handed on.
    enum class Staying : std::uint8_t { stays, leaves_after_care, departed } staying{};
};

inline bool is_family(const Client& client) {
    return client.kind == ClientKind::background_family || client.kind == ClientKind::family;
}
inline bool is_background(const Client& client) {
    return client.kind == ClientKind::background_person ||
           client.kind == ClientKind::background_family;
}
/// Under supervision and at liberty: legal pressure acts.
inline bool is_supervised(const Client& client) {
    return client.supervision != Supervision::none && client.liberty == Liberty::at_liberty;
}
/// Dead, moved or gone: nothing may happen to this client any more.
inline bool has_departed(const Client& client) {
    return client.staying == Client::Staying::departed;
}
/// Whether somebody of this source is put under supervision at all.
inline bool is_supervised_intake(IntakeSource source) {
    return source != IntakeSource::full_term && source != IntakeSource::suspended_without_probation;
}

} // namespace tsunagi
