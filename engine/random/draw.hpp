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
    person_stable = 36,
    person_known = 37,
    person_housing = 38,
    person_work = 39,

    supervision_length = 40,
    supervision_second_phase = 41,
    officer_phase = 42,
    core_member = 43,
    return_parole = 44,
    return_parole_length = 45,
    technical_revocation = 46,
    revocation_at_arrest = 47,
    family_contact_phase = 48,
    guarantor_attendance = 49,
    volunteer_phase = 59,

    awareness_start = 50,
    self_referral = 53,
    self_help = 54,
    self_help_exit = 55,
    day_programme = 56,
    day_programme_exit = 57,
    residence_wish = 58,

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
    service_choice = 74,
    list_order = 75,
    patience = 76,
    agency_choice = 78,
    aftercare = 79,

    parameter = 90, ///< a model parameter drawn from its prior
    region_service = 91,

    relapse = 100,
    lapse_end = 101,
    escalation = 102,
    remission = 103,
    arrest = 104,
    other_arrest = 105,
    custody_after_arrest = 106,
    prison_term = 107,
    admission_need = 108,
    danger = 109,
    death = 110,
    move = 111,
    general_bed = 112,
    far_bed = 113,
    far_place = 118,
    bed_stay = 114,
    rehabilitation_stay = 115,
    benefit_application = 116,
    benefit_granted = 117,

    track_contact = 120,
    track_agreement = 121,
    track_papers = 122,
    track_loss = 123,
    residence_settles = 124,
    residence_match = 125,
    residence_money = 127,

    family_understanding = 130,
    family_call = 131,
    family_entry = 133,
    family_class_join = 134,

    consultation = 140,
    medical_recognised = 141,
    hospital_programme = 142,

    network_stay = 145, ///< times of all causes that may end a stay, and where it leads
    network_patience =
        146, ///< in a queue, the place among those who join at one tick, and where to
    network_turned_away = 147,

    forget_centre = 154,
    forget_hospital = 155,
    forget_facility = 156,
    forget_self_help = 157,
};

} // namespace tsunagi
