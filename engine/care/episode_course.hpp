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

/// Factor of a plan's fit on drop-out.
double fit_factor(const EpisodeParameters& parameters, Fit fit);

/// In care: drop-out clock from today's first contact, sessions or a place in the group, silence
/// rule, review. Takes a place where the service has places.
/// @throws ContractViolation if no place is free
EpisodeId open_episode(const CareSetting& care, const Opening& opening);

/// Ends an open episode; its place goes to the next on the list of a group.
void end_episode(const CareSetting& care, EpisodeId id, EpisodeEnd end);

/// Ends all of a client's open episodes.
void end_episodes(const CareSetting& care, ClientId client, EpisodeEnd end);

/// Ends the episode if nothing was attended for too long, else looks again later.
void check_silence(const CareSetting& care, EpisodeId id);

/// A stay in a bed is over: silence counts from now.
void restart_silence(const CareSetting& care, ClientId client);

/// Care without a planned end is reviewed: it goes on, or ends in order.
void review(const CareSetting& care, EpisodeId id);

/// The dates of a set course are over: monthly aftercare, or discharge.
void finish_course(const CareSetting& care, EpisodeId id);

/// Recomputes the factor on drop-out after supervision, the link or the number of programmes has
/// changed, and moves the event.
void refresh_drop_out(const CareSetting& care, EpisodeId id);
/// The same for all open episodes of a client.
void refresh_drop_outs(const CareSetting& care, ClientId client);

} // namespace tsunagi
