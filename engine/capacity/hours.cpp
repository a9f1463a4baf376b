#include "engine/capacity/hours.hpp"

namespace tsunagi {

Duration weekly_direct_hours(const HoursParameters& parameters, const Agency::Staffing& staffing) {
    return hours(staffing.posts * parameters.paid_hours_per_month / parameters.weeks_per_month *
                 staffing.direct_share);
}

} // namespace tsunagi
