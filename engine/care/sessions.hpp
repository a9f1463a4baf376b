#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Days between two dates of an episode: of its service, or of aftercare.
double session_interval_days(const EpisodeParameters& parameters, const Episode& episode);

/// The marks of an attended contact: familiarity, a person's readiness, and that they have met.
void leave_marks(const CareSetting& care, ClientId client, AgencyId agency);

/// An attended contact leaves its marks, but none on background clients: most sessions are theirs,
/// and nobody would ask.
inline void attend(const CareSetting& care, ClientId client, AgencyId agency) {
    if (!is_background(care.clients[client])) {
        leave_marks(care, client, agency);
    }
}

/// Books the next session of individual care when the last one was due. It may slip by one week;
/// then it is not offered.
void book_next_session(const CareSetting& care, EpisodeId id);

/// Takes a booked session back: its hours are free again.
void give_back_session(const CareSetting& care, EpisodeId id);

/// The day of an individual session, offered or not; of a closed episode only the booked hours
/// pass.
void hold_session(const CareSetting& care, EpisodeId id);

/// Whether a group meets on a date of its calendar.
enum class GroupDate : std::uint8_t { held, cancelled };

/// A date of a group's calendar: members attend or not, and those whose set dates are over go on
/// to aftercare or leave.
void hold_group_session(const CareSetting& care, AgencyId agency, Service service, GroupDate date);

} // namespace tsunagi
