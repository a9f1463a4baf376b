#pragma once

#include "engine/relations/contact_setting.hpp"
#include "engine/relations/contact_streams.hpp"
#include "engine/relations/region_draw.hpp"

namespace tsunagi {

// The kinds of regular occasions there are, each without phase and validity, which its schedules
// give it.

/// A standing contact of a pair, charged to those who attend.
ContactStream standing_stream(const DrawnActivity& held, const ContactSetting& setting);

/// The probation office's own guarantor meetings.
/// @param per_year  > 0
ContactStream guarantor_stream(double per_year, const ContactSetting& setting);

/// The probation office's calendar of its core programme.
/// @param interval_days  > 0
ContactStream programme_stream(double interval_days, const ContactSetting& setting);

/// A group that an agency holds for clients on a fixed calendar.
struct GroupPlan {
    AgencyId agency;
    Service service{};
    double interval_days{}; ///< > 0
    double hours{};         ///< of all its staff, per session
};
ContactStream group_stream(const GroupPlan& plan, const ContactSetting& setting);

/// Contact of a pair that nobody plans and nobody is charged for.
ContactStream incidental_stream(PairId pair, const ContactSetting& setting);

} // namespace tsunagi
