#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// The level of a person's bumps as clocks see it: the mean over the present step of its grid, in
/// [0, 1]. It depends on the bumps and on now alone, whoever has asked before. Asking announces the
/// next step, an event; where no clock asks, steps pass unseen and cost nothing.
double bump_in_clocks(const LivesSetting& lives, ClientId person);

/// Whether that level is above a threshold. Between bumps the level only falls, so the next step is
/// announced while it is above, and not any more once it is not.
bool bump_above(const LivesSetting& lives, ClientId person, double threshold);

/// A new bump has begun a new step.
void restart_bump_step(const LivesSetting& lives, ClientId person);

/// The announced step has come: whoever still depends on the level must ask again.
void end_bump_step(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
