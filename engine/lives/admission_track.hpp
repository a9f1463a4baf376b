#pragma once

#include "engine/lives/lives_setting.hpp"

#include <span>

namespace tsunagi {

/// What a week's agreement to enter a residence depends on.
struct AgreementCase {
    double willingness{}; ///< m_adm in [0, 1]
    double readiness{};   ///< r(t) in [0, 1]
    double trust{};       ///< tr_f of an engaged family in the facility's staff; else 0
};
/// Chance that a person on a track agrees within one week.
double agreement_probability(const AdmissionParameters& parameters, const AgreementCase& week);

/// How a way to a residential place begins.
struct TrackOpening {
    AdmissionRoute route{};
    std::span<const AgencyId> facilities; ///< of the region, to choose from
    OptionalId<AgencyTag> hospital{};     ///< where the person is in a bed
};
/// Opens a track: joint contacts with staff of a facility begin, agreement is asked week by week,
/// and the track closes if none is reached in time. Nothing happens to one who is on a track.
/// Source: engine/README.md, residential admission.
void open_track(const LivesSetting& lives, ClientId person, const TrackOpening& opening);

/// The track's stage from now on, for some days.
void begin_stage(const LivesSetting& lives,
                 ClientId person,
                 AdmissionTrack::Stage stage,
                 double days);

/// Sets the rates of joint contacts and of being lost while waiting, after the link, the bumps or
/// the person's liberty has changed.
void refresh_track(const LivesSetting& lives, ClientId person);
/// The same of everybody on a track.
void refresh_tracks(const LivesSetting& lives);

/// The end of a week: the person agrees to enter, or the next week begins.
void decide_on_place(const LivesSetting& lives, ClientId person);

/// The time of the track's stage is over: no agreement was reached, the papers are ready, or the
/// way to a place out of the area is behind.
void end_track_stage(const LivesSetting& lives, ClientId person);

/// The clock of being lost while waiting has fired.
void lose_track(const LivesSetting& lives, ClientId person);

/// How a track ends that leads to a place: in the window after a crisis, or later.
TrackEnd entry_of(const LivesSetting& lives, ClientId person);

/// Ends the track and takes the person off the facility's list. Nothing happens to one who is on
/// none.
void close_track(const LivesSetting& lives, ClientId person, TrackEnd end);

} // namespace tsunagi
