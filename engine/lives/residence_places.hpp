#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Looks for the place of a person whose papers are ready: a free one of the track's facility, else
/// one asked for once out of the area, else the facility's list, which no patience ends. Whoever is
/// in prison or in a bed looks on the way out. Nothing happens to all others.
void seek_place(const LivesSetting& lives, ClientId person);

/// One of the agencies' other clients comes for a place, and waits for one with the patience of an
/// undated list.
void enter_background_residence(const LivesSetting& lives, ClientId client);

/// Lets a person on a track in: the track is closed, the stay begins.
void take_place(const LivesSetting& lives, ClientId person);

/// Places free at a recovery facility go to those who wait, in the order of the list. Nothing
/// happens at agencies of another type.
void offer_places(const LivesSetting& lives, AgencyId facility);

/// Takes a person on a track off the list of its facility, if he is on it.
void step_off_list(const LivesSetting& lives, ClientId person, ListExit reason);

} // namespace tsunagi
