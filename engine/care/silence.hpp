#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Watches from now on how long nothing has been attended in an episode, by the rule of the phase
/// it is in.
void watch_silence(const CareSetting& care, EpisodeId id);

/// Ends the episode if nothing was attended for too long, else looks again later.
void check_silence(const CareSetting& care, EpisodeId id);

/// A stay in a bed is over: silence counts from now.
void restart_silence(const CareSetting& care, ClientId client);

} // namespace tsunagi
