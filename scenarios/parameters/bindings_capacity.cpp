#include "scenarios/parameters/detail/domains.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& hours(Parameters& parameters) {
    return parameters.hours.*number;
}
using Hours = HoursParameters;

} // namespace

std::vector<ParameterBinding> capacity_bindings() {
    return {
        {"cap.fte_hours", "h/month", paid_hours, hours<&Hours::paid_hours_per_month>},
        {"cap.centre.fte", "FTE", amount_or_none},
        {"cap.direct_share", "1", in_share},
        {"cap.centre.programme_p", "1", in_share},
        {"cap.centre.class_p", "1", in_share},
        {"cap.centre.group_seats", "places", places},
        {"cap.centre.class_seats", "places", places},
        {"cap.po.officers", "FTE", amount_or_none},
        {"cap.po.direct_share", "1", in_share},
        {"cap.facility.places", "places", places},
        {"cap.facility.day_users", "places", places},
        {"cap.facility.hours", "h/month", amount_or_none},
        {"cap.hosp_spec.new_slots", "1/month", amount},
        {"cap.hosp_spec.beds", "places", places},
        {"cap.hosp_gen.new_slots", "1/month", amount},
        {"cap.health.hours", "h/month", amount_or_none},
        {"cap.orf.places", "places", places},
        {"hours.factor", "1", ratio, hours<&Hours::factor>},
        {"hours.weeks_per_month", "wk/month", weeks, hours<&Hours::weeks_per_month>},
        {"hours.session_first", "h", work_hours, hours<&Hours::first_appointment>},
        {"hours.session_later", "h", work_hours, hours<&Hours::later_session>},
        {"hours.programme_session", "h", work_hours, hours<&Hours::programme_session>},
        {"hours.programme_staff", "persons", count, hours<&Hours::programme_staff>},
        {"hours.class_session", "h", work_hours, hours<&Hours::class_session>},
        {"hours.class_staff", "persons", count, hours<&Hours::class_staff>},
        {"hours.guarantor_meeting", "h", work_hours, hours<&Hours::guarantor_meeting>},
        {"hours.officer_contact", "h", work_hours, hours<&Hours::officer_contact>},
        {"hours.handover", "h", work_hours, hours<&Hours::handover_written>},
        {"hours.joint_meeting", "h", work_hours, hours<&Hours::joint_meeting>},
        {"hours.papers", "h", work_hours, hours<&Hours::papers>},
        {"hours.visit", "h", work_hours, hours<&Hours::visit>},
        {"hours.visit_travel", "1", ratio, hours<&Hours::visit_travel>},
        {"hours.liaison", "h", work_hours},
    };
}

} // namespace tsunagi::detail
