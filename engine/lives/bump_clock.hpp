#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// What clocks see of a person's bumps is their mean over the present step of a grid, in [0, 1]. It
/// depends on the bumps and on now alone, whoever has asked before.

/// The hazards that a bump raises: self-referral of the person and the call of the family. Between
/// bumps they only fall, so the instant at which their clocks fire under what was seen last is
/// never too late: steps pass without an event, and are made up for, as the integral of the level,
/// before the bumps or the hazards change and when such a clock seems to fire.
/// @param per_year  without what bumps add; 0: the clock stands still
void set_self_referral(const LivesSetting& lives, ClientId person, double per_year);
void set_call(const LivesSetting& lives, ClientId family, double per_year);

/// Makes up for the steps that have passed, where such a hazard runs.
void follow_bumps(const LivesSetting& lives, ClientId person);

/// The level for who has to learn of every later step: asking announces the next one, an event.
double bump_in_clocks(const LivesSetting& lives, ClientId person);

/// Whether that level is above a threshold. Between bumps the level only falls, so the step at
/// which it may have fallen below is announced while it is above, and none any more once it is not.
bool bump_above(const LivesSetting& lives, ClientId person, double threshold);

/// A new bump, added at this instant to bumps that had been followed, has begun a new step.
void restart_bump_step(const LivesSetting& lives, ClientId person);

/// The announced step has come: whoever still waits for the next must ask again.
void end_bump_step(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
