#pragma once

#include <cstdint>

namespace tsunagi {

/// What a draw decides. Part of every draw's address, so two decisions never share a number.
///
/// The values are frozen: a new purpose takes a new number, a purpose that is no longer used leaves
/// a gap, and renumbering would change the results of every study. Below 2^16.
enum class Draw : std::uint16_t {
    region_trait = 1,
    region_partner_good = 2,
    region_activity = 3,
    contact_phase = 4,
    staff_rotation = 5,
    region_further_good = 6,
    region_facility_hospital = 7,

    arrival = 10, ///< n-th interval of an arrival source

    person_sex = 20,
    person_age = 21,
    person_municipality = 22,
    person_severity = 23,
    person_need = 24,
    person_repeat = 25,
    person_readiness = 26,
    person_family = 27,
    person_children = 28,
    person_home = 29,
    person_medical = 30,
    person_resistance = 31,
    person_income = 32,
    person_car = 33,
    person_in_care = 34,
    person_in_care_service = 35,

    supervision_length = 40,
    supervision_second_phase = 41,
    officer_phase = 42,
    core_member = 43,

    awareness_start = 50,
    awareness_gain = 51,
    awareness_loss = 52,
    self_referral = 53,

    recognition = 60,
    false_recognition = 61,
    offer = 62,
    consent = 63,
    acceptance = 64,
    plan_fit = 65,
    lead_time = 66,
    attendance_first = 67,
    rebook = 68,
    second_visit = 69,
    session_jitter = 70,
    session_attended = 71,
    drop_out = 72,
    review = 73,

    background_arrival = 80,

    parameter = 90, ///< a model parameter drawn from its prior
};

} // namespace tsunagi
