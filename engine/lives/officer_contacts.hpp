#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Supervision starts now: the calendar of officer contacts, at day (i + u) of the interval, and
/// that of officer and family, where there is one. Dates in custody are not held.
void begin_contacts(const LivesSetting& lives, ClientId person);

/// The core programme, on the office's fixed calendar from the first session on or after a set day,
/// for those under programme condition whose supervision is long enough; no juveniles.
void join_core_programme(const LivesSetting& lives, ClientId person);

/// Supervision is over: no further dates.
void end_contacts(const LivesSetting& lives, ClientId person);

/// A date of the officer, an opportunity for a referral. Statutory: its hours are counted, never
/// refused.
void hold_officer_contact(const LivesSetting& lives, ClientId person, std::uint32_t occurrence);

/// A date of officer and family: told about the family, whose opportunity it is.
void hold_family_contact(const LivesSetting& lives, ClientId person, std::uint32_t occurrence);

/// A date of the core programme, an opportunity as well. Its hours are those of the office's
/// calendar. One that falls into custody is made good later.
/// @param attended  sessions so far
void hold_programme_session(const LivesSetting& lives, ClientId person, std::uint32_t attended);

} // namespace tsunagi
