#pragma once

#include "engine/care/care_setting.hpp"

#include <optional>

namespace tsunagi {

/// How an episode came about.
struct Opening {
    ClientId client;
    AgencyId agency;
    Service service{};
    Route route{};
    double own_factor = 1.0;            ///< on drop-out: plan fit, or match with a residence
    OptionalId<PairTag> handover{};     ///< pair of a handover with consent
    std::optional<DropOutLaw> law{};    ///< of a residence; else the service's
    std::optional<SimTime> discharge{}; ///< planned; of a bed
};

/// In care: drop-out clock from today's first contact, sessions or a place in the group, silence
/// rule, review of individual care. Takes a place where the service has places.
/// @throws ContractViolation if no place is free
EpisodeId open_episode(const CareSetting& care, const Opening& opening);

/// Ends an open episode; its place goes to the next on the list of a group.
void end_episode(const CareSetting& care, EpisodeId id, EpisodeEnd end);

/// Ends all of a client's open episodes.
void end_episodes(const CareSetting& care, ClientId client, EpisodeEnd end);

/// Individual care is reviewed after a time: it goes on to the next review, or ends in order.
void review(const CareSetting& care, EpisodeId id);

/// The dates of a set course are over: monthly aftercare, or discharge.
void finish_course(const CareSetting& care, EpisodeId id);

} // namespace tsunagi
