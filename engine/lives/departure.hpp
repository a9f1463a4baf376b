#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Puts the day on which a person leaves the model into the calendar, in place of an earlier one.
void schedule_leave(const LivesSetting& lives, ClientId person, SimTime at);

/// That day: who was imprisoned again and is followed no longer goes whatever happens; everybody
/// else goes once in no care.
void leave(const LivesSetting& lives, ClientId person);
/// Care or a referral of a client has ended: who waited for that to leave does so.
void leave_after_care(const LivesSetting& lives, ClientId client);

/// Death, and a move out of the region; both take the family along.
void die(const LivesSetting& lives, ClientId person);
void move_away(const LivesSetting& lives, ClientId person);
/// Out of the model, with the family.
void depart(const LivesSetting& lives, ClientId client);

/// The last fact about a client (died, moved_away or person_left) has been handed on: the rows of
/// the client and, of a person, the family may be given to others. Until then they are readable,
/// and has_departed tells that nothing may happen to them. A family goes with its person.
void forget(const LivesSetting& lives, ClientId client);

} // namespace tsunagi
