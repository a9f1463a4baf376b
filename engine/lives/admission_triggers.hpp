#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

// What opens the way to a residential place: four routes that staff of the centre walk with the
// person, and the person's own wish. None opens for one who lives in a residence or is on a track.
// Source: engine/README.md, residential admission.

/// t3.01: something that shows that the centre's programme alone is not enough.
enum class ProgrammeFailure : std::uint8_t {
    standing, ///< lapses close together, or no income or housing
    arrest    ///< for something else than drugs, at liberty since
};
/// Opens a track for a person in the centre's programme.
void consider_programme_track(const LivesSetting& lives, ClientId person, ProgrammeFailure failure);

/// t3.02: a family that, at a contact, sees the need of residential care and trusts a facility's
/// staff takes a step towards its person at liberty.
void consider_family_track(const LivesSetting& lives, ClientId family);

/// t3.03: somebody the centre knew before goes to prison; staff visit from adm.prison_days before
/// the release on, or from now on if that is later.
void schedule_prison_track(const LivesSetting& lives, ClientId person, SimTime released);
/// That day has come.
void consider_prison_track(const LivesSetting& lives, ClientId person);

/// t3.04 = t4.07: somebody the centre has met or expects has been admitted to a hospital.
void consider_hospital_track(const LivesSetting& lives, ClientId person, AgencyId hospital);

/// The clock of the person's own wish has fired.
void wish_for_place(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
