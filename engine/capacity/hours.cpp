#include "engine/capacity/hours.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"

namespace tsunagi {

Duration hours(double hours) {
    expects(hours >= 0.0 && hours < 1e9, "hours lie in [0, 1e9)");
    return Duration{nearest_whole(hours * ticks_per_hour)};
}

Duration weekly_direct_hours(const HoursParameters& parameters, const Agency::Staffing& staffing) {
    return hours(staffing.posts * parameters.paid_hours_per_month / parameters.weeks_per_month *
                 staffing.direct_share);
}

} // namespace tsunagi
