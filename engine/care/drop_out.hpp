#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Factor of a plan's fit on drop-out.
double fit_factor(const EpisodeParameters& parameters, Fit fit);

/// Starts the clock of drop-out of an episode that begins now.
void start_drop_out(const CareSetting& care, EpisodeId id);

/// Recomputes the factor on drop-out after supervision, the link or the number of programmes has
/// changed, and moves the event. An episode without a clock has none to move.
void refresh_drop_out(const CareSetting& care, EpisodeId id);

/// The same for all open episodes of a client.
void refresh_drop_outs(const CareSetting& care, ClientId client);

} // namespace tsunagi
