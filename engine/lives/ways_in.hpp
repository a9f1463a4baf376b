#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// A crisis or another event opens the person for a while: decisions see it at once, clocks see its
/// mean over the steps of a fixed grid. The hazards that it raises are set.
void raise(const LivesSetting& lives, ClientId person, Bump kind);

/// Sets the hazards of a person's own ways in after anything they depend on has changed:
/// self-referral to the centre, a self-help group, the day programme and the wish of a residential
/// place. They run for persons of the justice system with true need, at liberty, who know that kind
/// of agency, and have no open referral or episode there. Source: engine/README.md, own ways in.
void reconsider_ways_in(const LivesSetting& lives, ClientId person);

/// The clock of self-referral has fired: the person books an appointment at the centre.
void refer_self(const LivesSetting& lives, ClientId person);
/// The person goes to a self-help group, or to the facility's day programme.
void join_unannounced(const LivesSetting& lives, ClientId person, Service service);

/// A stay, or the set dates of a programme, are over at liberty: some join a self-help group, and
/// those who leave a residence its day programme.
void join_after(const LivesSetting& lives, ClientId person, AgencyId left, Service ended);

} // namespace tsunagi
