#pragma once

#include "engine/lives/lives_setting.hpp"

#include <optional>

namespace tsunagi {

/// The hazards of all groups follow the links.
/// @param per_month  of the plain group
void set_consultations(const LivesSetting& lives, double per_month);

/// Moves a person to a group; no value: the clock stands still. A clock gets its threshold when it
/// first runs, and keeps it from group to group until it fires.
void run_consultations(const LivesSetting& lives,
                       ClientId person,
                       std::optional<ConsultationGroup> group);

/// The clock of a person has fired: it stands still until the person is moved to a group again.
void take_consultation(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
