#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/clocks/shared_hazard.hpp"
#include "engine/core/id.hpp"
#include "engine/people/person_life.hpp"

#include <array>
#include <optional>

namespace tsunagi {

struct LivesSetting;

/// The clocks of all persons who may seek a consultation: links change their hazards all at once.
struct ConsultationClocks {
    double per_month{}; ///< of a person of the plain group, by the links
    std::array<SharedHazard<ClientId>, consultation_groups> groups;
    std::optional<SharedHazard<ClientId>::Firing> scheduled; ///< what stands in the calendar
    EventHandle event;
};

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
