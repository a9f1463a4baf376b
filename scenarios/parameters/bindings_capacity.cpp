#include "scenarios/parameters/bindings.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& hours(Parameters& parameters) {
    return parameters.hours.*number;
}
using Hours = HoursParameters;

} // namespace

std::vector<ParameterBinding> capacity_bindings() {
    return {
        {"cap.fte_hours", "h/month", above_zero, hours<&Hours::paid_hours_per_month>},
        {"cap.centre.fte", "FTE", at_least_zero},
        {"cap.direct_share", "1", in_share},
        {"cap.centre.programme_p", "1", in_share},
        {"cap.centre.class_p", "1", in_share},
        {"cap.centre.group_seats", "places", above_zero},
        {"cap.centre.class_seats", "places", above_zero},
        {"cap.po.officers", "FTE", at_least_zero},
        {"cap.po.direct_share", "1", in_share},
        {"cap.facility.places", "places", above_zero},
        {"cap.facility.day_users", "places", above_zero},
        {"cap.facility.hours", "h/month", at_least_zero},
        {"cap.hosp_spec.new_slots", "1/month", above_zero},
        {"cap.hosp_spec.beds", "places", above_zero},
        {"cap.hosp_gen.new_slots", "1/month", above_zero},
        {"cap.health.hours", "h/month", at_least_zero},
        {"cap.orf.places", "places", above_zero},
        {"hours.factor", "1", above_zero, hours<&Hours::factor>},
        {"hours.weeks_per_month", "wk/month", above_zero, hours<&Hours::weeks_per_month>},
        {"hours.session_first", "h", at_least_zero, hours<&Hours::first_appointment>},
        {"hours.session_later", "h", at_least_zero, hours<&Hours::later_session>},
        {"hours.programme_session", "h", at_least_zero, hours<&Hours::programme_session>},
        {"hours.programme_staff", "persons", whole_number, hours<&Hours::programme_staff>},
        {"hours.class_session", "h", at_least_zero, hours<&Hours::class_session>},
        {"hours.class_staff", "persons", whole_number, hours<&Hours::class_staff>},
        {"hours.guarantor_meeting", "h", at_least_zero, hours<&Hours::guarantor_meeting>},
        {"hours.officer_contact", "h", at_least_zero, hours<&Hours::officer_contact>},
        {"hours.handover", "h", at_least_zero, hours<&Hours::handover_written>},
        {"hours.joint_meeting", "h", at_least_zero, hours<&Hours::joint_meeting>},
        {"hours.papers", "h", at_least_zero, hours<&Hours::papers>},
        {"hours.liaison", "h", at_least_zero},
    };
}

} // namespace tsunagi::detail
