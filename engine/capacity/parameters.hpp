#pragma once

namespace tsunagi {

/// Staff hours. Hours of one unit of work; all are multiplied by one common factor.
struct HoursParameters {
    double paid_hours_per_month{}; ///< of one full-time post
    double weeks_per_month{};      ///< 4.35, the conversion used by the hours table
    double factor{};
    double first_appointment{};
    double later_session{};
    double programme_session{}; ///< per member of staff, preparation included
    double programme_staff{};
    double class_session{}; ///< family class, per member of staff
    double class_staff{};
    double guarantor_meeting{};
    double officer_contact{};
    double handover_written{};
    double joint_meeting{}; ///< staff of two agencies about one person
    double papers{};        ///< of an admission or a benefit
    double visit{};         ///< to a person in prison or in a hospital, each visitor
    double visit_travel{};  ///< factor on the travel of a visit: how many of the staff go
};

} // namespace tsunagi
