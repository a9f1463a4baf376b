#pragma once

#include <cstddef>
#include <cstdint>

namespace tsunagi {

// The numbers of all lists below enter digests and results files: frozen, append only.

/// How somebody came to a first contact.
enum class Route : std::uint8_t {
    handover,
    referral_without_consent,
    self,
    background_person,
    background_family,
    family,    ///< brought by an engaged family
    admission, ///< an admission track, or a bed
    discharge, ///< the hospital's own appointment after a stay in its bed
    unannounced,
};
inline constexpr std::size_t routes = 9;

/// What staff hours are spent on.
enum class Task : std::uint8_t {
    first_appointment,
    counselling_session,
    family_session,
    standing_contact,
    liaison,
    guarantor_meeting,
    probation_programme,
    officer_contact,
    handover,
    group_session,
    outpatient_session,
    admission_work, ///< joint contacts and papers on the way to a place
    benefit_application,
};
inline constexpr std::size_t tasks = 13;

/// What an agency offers to persons and families, with episodes of their own.
enum class Service : std::uint8_t {
    counselling,
    family_counselling,
    programme,
    family_class,
    outpatient,
    hospital_programme,
    bed,
    residence,
    day_programme,
    family_meeting,
    self_help,
};
inline constexpr std::size_t services = 11;

enum class EpisodeEnd : std::uint8_t {
    drop_out,
    review,
    silence,
    completed,      ///< planned end or discharge
    custody,        ///< of the person
    death,          ///< of the person
    moved,          ///< out of the region, or out of the model
    money,          ///< a place given up for want of money
    other_residence ///< a bed or place elsewhere
};
inline constexpr std::size_t episode_ends = 9;

/// Where a referral is lost.
enum class Loss : std::uint8_t {
    refused,
    no_hours,
    not_kept,
    second_visit,
    person_gone ///< custody, death, a move or leaving came between
};
inline constexpr std::size_t losses = 5;

/// A first appointment, or the one re-booking after it was not kept.
enum class BookingAttempt : std::uint8_t { first, rebooked };

enum class Consent : std::uint8_t { refused, given };

/// State of use of somebody at liberty.
enum class Use : std::uint8_t { abstinent, lapse, regular };
inline constexpr std::size_t use_states = 3;

/// What raises readiness for a while.
enum class Bump : std::uint8_t {
    arrest,
    release,
    admission,
    first_lapse,
    regular_use,
    family_step,
    danger,
    conference,
};
inline constexpr std::size_t bump_kinds = 8;

enum class ArrestCause : std::uint8_t { drug, other };

/// Why somebody is in custody.
enum class CustodyCause : std::uint8_t { arrest, technical_revocation };

/// Where a person lives.
enum class Residence : std::uint8_t {
    family_home,
    alone,
    rehabilitation_facility,
    recovery_facility,
    hospital,
    prison,
};

/// Why somebody left an undated list.
enum class ListExit : std::uint8_t { admitted, patience, person_gone, elsewhere };

/// What opens the way to a residential place.
enum class AdmissionRoute : std::uint8_t { failed_programme, family, prison, hospital, own_wish };
inline constexpr std::size_t admission_routes = 5;

enum class TrackEnd : std::uint8_t {
    entered,
    no_agreement,
    lost_waiting,
    person_gone,
    entered_in_window ///< while bump > 0.1
};

/// How a need of admission was met.
enum class AdmissionBed : std::uint8_t { specialist, general, out_of_area, none };

} // namespace tsunagi
