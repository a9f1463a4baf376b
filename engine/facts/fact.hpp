#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"

#include <cstdint>

namespace tsunagi {

/// The closed list of what can happen in a world. Numbers are frozen (they enter digests); append
/// only.
enum class FactKind : std::uint8_t {
    // persons and their supervision
    person_entered = 0,      ///< detail: ClientKind
    supervision_started = 1, ///< amount: 0, or the number of a return parole
    supervision_contact = 2, ///< officer contact held; amount: ordinal of the opportunity
    programme_session = 3, ///< core programme session attended; amount: ordinal of the opportunity
    supervision_ended = 4, ///< at S or at the end of a return parole
    person_left = 5,
    supervision_revoked = 6, ///< detail: CustodyCause
    family_contact = 7,      ///< officer and family; amount: ordinal of the opportunity
    // awareness
    became_aware = 10,
    lost_awareness = 11, ///< detail: Known
    // the referral chain; agency: receiver, but of recognition the sender
    need_recognised = 20,
    offered = 21, ///< other: sender; detail: Consent; amount: ordinal of the referral
    offer_refused = 22,
    offer_accepted = 23,
    self_referred = 24,
    booked = 25,         ///< detail: Route; amount: wait in ticks
    no_hours_found = 26, ///< no first appointment within the longest booking horizon
    first_contact =
        27, ///< first appointment kept; detail: Route; amount: wait in ticks since booking
    not_kept =
        28, ///< first appointment not kept; detail: Route; amount: wait in ticks since booking
    referral_lost = 29, ///< the referral is over without a second visit; detail: Loss
    second_visit = 30,  ///< in care; detail: Service
    appointment_due =
        31, ///< of an accepted offer; detail: BookingAttempt; amount: effective link in millionths
    slot_waited = 32, ///< a booking had to wait for a later month's slot
    turned_away = 33, ///< of a plain network: no place was free and no room to wait
    // episodes
    episode_opened = 40,   ///< detail: Service; amount: Route
    session_attended = 41, ///< detail: Service; amount: ordinal of the session
    session_missed = 42,   ///< detail: Service; amount: ordinal of the session
    session_not_offered =
        43, ///< no hours within a week of the due date; detail: Service; amount: ordinal
    episode_ended = 44, ///< detail: EpisodeEnd; amount: Service
    list_joined = 45,   ///< detail: Service; amount: claims ahead
    list_left = 46,     ///< detail: ListExit; amount: Service, of a plain network the wait in ticks
    place_taken = 47,   ///< detail: Service; amount: places then occupied
    place_left = 48,    ///< detail: Service, of a plain network the cause; amount: stay in ticks
    remote_contact = 49, ///< support of a person by telephone or online, of at least 15 minutes
    // agencies and links; about no client
    contact_held = 50, ///< in the scenario's schedule; amount: ordinal
    contact_cancelled = 51,
    contact_overtime = 52, ///< amount: ticks beyond the week's hours
    staff_rotated = 53,
    work_done = 55, ///< detail: Task; amount: ticks
    // use and its consequences
    lapsed = 60,           ///< abstinence ends
    regular_use = 61,      ///< a lapse has become regular use
    became_abstinent = 62, ///< a spell of abstinence begins
    arrested = 63,         ///< detail: ArrestCause
    custody_started = 64,  ///< detail: CustodyCause
    prison_entered = 65,
    custody_ended = 66,    ///< released
    admission_needed = 67, ///< detail: AdmissionBed, how the need was met
    danger_at_home = 68,
    died = 69,
    moved_away = 70,
    residence_changed = 71, ///< detail: Residence; amount: the Residence before
    benefit_granted = 72,
    readiness_raised = 73, ///< detail: Bump
    // residential admission
    track_opened = 80,  ///< detail: AdmissionRoute; agency: facility
    track_contact = 81, ///< joint contact; amount: willingness in millionths
    track_agreed = 82,
    track_closed = 83, ///< detail: TrackEnd; amount: ticks since it opened
    // families
    guarantor_attended = 90,  ///< a family at a guarantor meeting
    family_called = 91,       ///< on its own
    consultation_sought = 92, ///< a person with medical need
};

/// One thing that happened. A value; what the fields mean for a kind stands beside the kind.
struct Fact {
    SimTime at{};
    FactKind kind{};
    std::uint8_t detail{};
    OptionalId<ClientTag> client{}; ///< whom the fact is about, where it is about one
    EntityKey subject{};            ///< stable key of the client, agency or pair
    OptionalId<AgencyTag> agency{};
    OptionalId<AgencyTag> other{};
    std::int64_t amount{};
};

} // namespace tsunagi
