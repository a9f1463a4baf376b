#pragma once

#include "engine/capacity/parameters.hpp"

/// Defaults of engine/capacity; include tests/support/default_parameters.hpp.
namespace tsunagi::test::detail {

inline HoursParameters default_hours() {
    return {.paid_hours_per_month = 155.0,
            .weeks_per_month = 4.35,
            .factor = 1.0,
            .first_appointment = 2.0,
            .later_session = 1.5,
            .programme_session = 2.5,
            .programme_staff = 2.0,
            .class_session = 3.0,
            .class_staff = 2.0,
            .guarantor_meeting = 2.0,
            .officer_contact = 1.0,
            .handover_written = 0.5,
            .joint_meeting = 1.5,
            .papers = 3.0,
            .visit = 2.0,
            .visit_travel = 2.0};
}

} // namespace tsunagi::test::detail
