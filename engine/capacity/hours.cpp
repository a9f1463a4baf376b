#include "engine/capacity/hours.hpp"

namespace tsunagi {

WorkHours work_hours(const HoursParameters& parameters) {
    return {.first_appointment = work_hours(parameters, parameters.first_appointment),
            .later_session = work_hours(parameters, parameters.later_session),
            .officer_contact = work_hours(parameters, parameters.officer_contact),
            .handover_written = work_hours(parameters, parameters.handover_written)};
}

Duration weekly_direct_hours(const HoursParameters& parameters, const Agency::Staffing& staffing) {
    return hours(staffing.posts * parameters.paid_hours_per_month / parameters.weeks_per_month *
                 staffing.direct_share);
}

} // namespace tsunagi
