#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Where a person lives from now on. Whoever leaves the offender rehabilitation facility gives the
/// place back. Tells residence_changed, with the residence before as the amount; nothing changes
/// for one who lives there already.
void move_to(const LivesSetting& lives, ClientId person, Residence residence);

/// Out of a bed, a residential place or the offender rehabilitation facility: to the family, or to
/// a home alone for those who had none to be released to.
void go_home(const LivesSetting& lives, ClientId person);

/// At release, or when convicted without prison: those without a home take a free place of the
/// offender rehabilitation facility for a log-normal stay, or live alone where it is full; all
/// others go home. A region without such a facility has one elsewhere, without limit of places.
/// Source: engine/README.md, supervision.
void settle_home(const LivesSetting& lives, ClientId person);

/// The place in the rehabilitation facility is free for somebody else, if the person holds one.
void give_back_rehabilitation_place(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
