#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Row of the episode table for a client: counselling for persons, family counselling for families.
const ServiceParameters& service_of(const CareSetting& care, ClientId client);

/// An attended session leaves its marks: familiarity, readiness, and that they have met.
void attend(const CareSetting& care, ClientId client, AgencyId agency);

/// How an episode came about.
struct Opening {
    OpenReferral::Fit fit{};
    OptionalId<PairTag> handover{}; ///< pair of a handover with consent
};

/// In care: drop-out clock from today's first contact, sessions, silence rule, review.
void open_episode(const CareSetting& care, ClientId client, AgencyId agency, Opening opening);

/// The day of a session, offered or not; of a closed episode only the booked hours pass.
void hold_session(const CareSetting& care, EpisodeId id);

/// The drop-out clock has fired.
void drop_out(const CareSetting& care, EpisodeId id);

/// Ends the episode if nothing was attended for too long, else looks again later.
void check_silence(const CareSetting& care, EpisodeId id);

/// Counselling is reviewed: it goes on, or ends in order.
void review(const CareSetting& care, EpisodeId id);

/// Recomputes the factor on drop-out after supervision or the link has changed, and moves the
/// event.
void refresh_drop_out(const CareSetting& care, EpisodeId id);

} // namespace tsunagi
