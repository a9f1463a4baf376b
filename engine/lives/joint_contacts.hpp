#pragma once

#include "engine/lives/detail/providers.hpp"
#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// E of a track: of the centre and the facility, and where a hospital stay opened it the least of
/// the three pairs.
double track_link(const LivesSetting& lives, const AdmissionTrack& track, detail::Reader reader);

/// m_adm at an instant: halves every half-life since the last joint contact.
double
willingness_at(const AdmissionTrack& track, const AdmissionParameters& parameters, SimTime now);

/// Rate of joint contacts of a person on a track, per year: a share of it needs no link. 0 once the
/// person has agreed.
double joint_contacts_per_year(const LivesSetting& lives, ClientId person);

/// Staff of the centre and the facility meet the person, in prison or hospital where that is where
/// he is: willingness grows with the link.
void hold_joint_contact(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
