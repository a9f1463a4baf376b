#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi {

/// The closed list of what can happen in a world. Numbers are frozen (they enter digests); append
/// only.
enum class FactKind : std::uint8_t {
    // persons and their supervision
    person_entered = 0, ///< detail: ClientKind
    supervision_started = 1,
    supervision_contact = 2, ///< officer contact held; amount: ordinal of the opportunity
    programme_session = 3, ///< core programme session attended; amount: ordinal of the opportunity
    supervision_ended = 4,
    person_left = 5,
    // awareness
    became_aware = 10,
    lost_awareness = 11,
    // the referral chain
    need_recognised = 20,
    offered = 21, ///< agency: receiver, other: sender; detail: Consent
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
    second_visit = 30,  ///< in care
    appointment_due =
        31, ///< of an accepted offer; detail: BookingAttempt; amount: effective link in millionths
    // episodes
    episode_opened = 40,
    session_attended = 41, ///< detail: Service
    session_missed = 42,
    session_not_offered = 43, ///< no hours within a week of the due date
    episode_ended = 44,       ///< detail: EpisodeEnd
    // agencies and links
    contact_held = 50, ///< in the scenario's schedule; amount: ordinal
    contact_cancelled = 51,
    contact_overtime = 52, ///< amount: ticks beyond the week's hours
    staff_rotated = 53,
    work_done = 55, ///< detail: Task; amount: ticks
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

/// The one stream of facts. Processes tell; the simulation hands each fact on, in the order told,
/// before the next event.
class FactStream {
public:
    void tell(const Fact& fact) { facts_.push_back(fact); }
    /// Facts told since the last clear; grows while they are handed on.
    std::size_t size() const { return facts_.size(); }
    Fact at(std::size_t index) const { return facts_[index]; }
    void clear() { facts_.clear(); }

private:
    std::vector<Fact> facts_;
};

} // namespace tsunagi
