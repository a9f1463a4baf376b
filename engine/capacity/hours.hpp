#pragma once

#include "engine/capacity/parameters.hpp"
#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"
#include "engine/core/time.hpp"
#include "engine/region/region.hpp"

namespace tsunagi {

/// Hours as whole ticks, rounded to the nearest second.
/// @param hours  [0, 1e9)
inline Duration hours(double hours) {
    expects(hours >= 0.0 && hours < 1e9, "hours lie in [0, 1e9)");
    return Duration{nearest_whole(hours * ticks_per_hour)};
}

/// Hours of one unit of work under the common factor of the hours table.
inline Duration work_hours(const HoursParameters& parameters, double stated) {
    return hours(parameters.factor * stated);
}

/// Both ways, one way given in minutes, under the common factor.
inline Duration travel_hours(const HoursParameters& parameters, double minutes_one_way) {
    return hours(parameters.factor * 2.0 * minutes_one_way / 60.0);
}

/// The hours of the units of work that are spent time and again, worked out once.
struct WorkHours {
    Duration first_appointment{};
    Duration later_session{};
    Duration officer_contact{};
    Duration handover_written{};
};
WorkHours work_hours(const HoursParameters& parameters);

/// Direct hours of a week: posts x paid hours of a month / weeks of a month x usable share.
Duration weekly_direct_hours(const HoursParameters& parameters, const Agency::Staffing& staffing);

} // namespace tsunagi
