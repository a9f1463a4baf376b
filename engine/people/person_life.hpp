#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/clocks/clock_set.hpp"
#include "engine/clocks/exposure_clock.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/people/consultation.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace tsunagi {

/// Exponential hazards of one person. The order decides ties; numbers are frozen.
enum class PersonHazard : std::uint8_t {
    arrest,
    other_arrest,
    admission,
    danger,
    death,
    move,
    technical_revocation,
    lapse_end,
    remission,
    self_referral,
    residence_wish,
    self_help,
    day_programme,
    family_entry,
    forget_centre,
    forget_hospital,
    forget_facility,
    forget_self_help,
    joint_contact,
    track_loss,
    residence_money,
    benefit_application,
};
inline constexpr std::size_t person_hazards = 22;

/// Exponential hazards of one family.
enum class FamilyHazard : std::uint8_t { call, join_class, forget_centre };
inline constexpr std::size_t family_hazards = 3;

/// Hazards of one client, of which the earliest stands in the calendar.
template <std::size_t causes> struct Hazards {
    ClockSet<causes> clocks;
    std::array<std::uint32_t, causes>
        fired{}; ///< thresholds used up, by firing or by the end of a spell
    EventHandle event;
    std::optional<typename ClockSet<causes>::Firing> scheduled; ///< what stands in the calendar
};

/// The way to a residential place; at most one per person.
struct AdmissionTrack {
    AdmissionRoute route{};
    std::uint32_t ordinal{}; ///< n-th track of this person
    AgencyId facility;
    OptionalId<AgencyTag> hospital{}; ///< where a stay opened the track
    SimTime opened{};
    double willingness{}; ///< m_adm just after the last joint contact
    SimTime willingness_at{};
    std::uint32_t decisions{};
    enum class Stage : std::uint8_t { deciding, papers, waiting, travelling } stage{};
    /// A place out of the area is asked for once.
    enum class FarPlace : std::uint8_t { not_asked, asked } far_place{};
    EventHandle decision_event{};
    EventHandle end_event{}; ///< of the stage
};

/// What happens to one person of the justice system beside care.
struct PersonLife {
    Hazards<person_hazards> hazards;
    std::optional<ExposureClock> relapse; ///< from abstinence to a lapse
    EventHandle relapse_event;
    std::uint32_t abstinent_spells{};
    SimTime next_birthday{SimTime::min()}; ///< age in completed years does not change before it
    /// Time alone does not change the protection from use before it.
    SimTime protection_holds_until{SimTime::max()};
    std::uint32_t lapses{};
    std::array<SimTime, 4> last_lapses{
        SimTime::min(), SimTime::min(), SimTime::min(), SimTime::min()}; ///< newest first
    /// The level of the bumps as clocks have seen it last: its mean over a step of their grid.
    struct BumpStep {
        SimTime until{SimTime::max()}; ///< the mean holds before this instant
        double mean{};
        EventHandle event; ///< a later step, while somebody waits for it
        SimTime announced; ///< its instant
    };
    BumpStep bump_step;
    double self_referral_per_year{};      ///< while its clock runs: without what bumps add
    SimTime last_release{SimTime::min()}; ///< from prison
    SimTime last_crisis{SimTime::min()};  ///< danger at home or arrest
    std::uint32_t arrests{};
    std::uint32_t custodies{};
    CustodyCause custody_cause{};
    EventHandle custody_event; ///< prison entry or release to come
    EventHandle prison_track_event;
    EventHandle officer_event;
    EventHandle programme_event;
    EventHandle phase_event; ///< end of the phase or of supervision
    EventHandle home_event;  ///< end of the stay in the rehabilitation facility
    /// Whether the person holds a place in that facility.
    enum class Home : std::uint8_t { own, rehabilitation_place } home{};
    EventHandle family_contact_event; ///< of officer and family
    EventHandle leave_event;          ///< out of the model
    SimTime officer_start{};          ///< where the officer's calendar begins
    std::uint32_t return_paroles{};
    std::uint32_t benefit_applications{};
    enum class Application : std::uint8_t { none, pending } application{};
    EventHandle benefit_event; ///< decision on it
    Consultation consultation;
    std::uint32_t bed_stays{};
    EventHandle bed_event;  ///< arrival at a bed out of the area
    std::uint32_t visits{}; ///< unannounced so far: numbers the choices of an agency
    std::uint32_t exits{};  ///< from residences and set programmes so far
    std::optional<AdmissionTrack> track;
    std::uint32_t tracks{};
    enum class FollowUp : std::uint8_t { none, re_imprisoned } follow_up{};
};

/// A family beside its episodes.
struct FamilyLife {
    Hazards<family_hazards> hazards;
    double start_understanding{}; ///< u_f at entry; u_f returns to it
    double understanding{};
    SimTime understanding_at{};
    double recognition{};   ///< rec_f: sees the need of residential care
    double call_per_year{}; ///< while its clock runs: without what the person's bumps add
};

} // namespace tsunagi
