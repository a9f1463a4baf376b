#pragma once

#include "engine/simulation/parameters.hpp"

/// The default parameters as C++ values, for tests that use no files. A test of the scenarios keeps
/// them equal to the parameter files.
namespace tsunagi::test {

namespace detail {

// Services that are tied to legal pressure have no scale of their own.
inline std::array<ServiceParameters, services> service_rows() {
    std::array<ServiceParameters, services> rows{};
    const auto row = [&](Service service) -> ServiceParameters& {
        return rows.at(static_cast<std::size_t>(service));
    };
    row(Service::counselling) = {.second_visit = 0.65,
                                 .shape = 0.6,
                                 .scale_days = 0.0,
                                 .interval_days = 28.0,
                                 .attendance = 0.85};
    row(Service::family_counselling) = {.second_visit = 0.75,
                                        .shape = 0.7,
                                        .scale_days = 540.0,
                                        .interval_days = 28.0,
                                        .attendance = 0.85};
    row(Service::programme) = {.second_visit = 0.65,
                               .shape = 0.6,
                               .scale_days = 0.0,
                               .interval_days = 7.0,
                               .attendance = 0.8};
    row(Service::family_class) = {.second_visit = 0.75,
                                  .shape = 0.7,
                                  .scale_days = 540.0,
                                  .interval_days = 30.0,
                                  .attendance = 0.75};
    row(Service::outpatient) = {.second_visit = 0.55,
                                .shape = 0.45,
                                .scale_days = 60.0,
                                .interval_days = 14.0,
                                .attendance = 0.85};
    row(Service::hospital_programme) = {.second_visit = 0.65,
                                        .shape = 0.6,
                                        .scale_days = 0.0,
                                        .interval_days = 7.0,
                                        .attendance = 0.8};
    row(Service::day_programme) = {.second_visit = 0.6,
                                   .shape = 0.6,
                                   .scale_days = 300.0,
                                   .interval_days = 3.0,
                                   .attendance = 0.7};
    row(Service::family_meeting) = {.second_visit = 0.75,
                                    .shape = 0.7,
                                    .scale_days = 540.0,
                                    .interval_days = 30.0,
                                    .attendance = 0.75};
    row(Service::self_help) = {.second_visit = 0.5,
                               .shape = 0.5,
                               .scale_days = 120.0,
                               .interval_days = 7.0,
                               .attendance = 0.6};
    return rows;
}

inline std::array<double, services> protection_factors() {
    std::array<double, services> factors{};
    const auto factor = [&](Service service) -> double& {
        return factors.at(static_cast<std::size_t>(service));
    };
    factor(Service::counselling) = 0.8;
    factor(Service::family_counselling) = 1.0;
    factor(Service::programme) = 0.6;
    factor(Service::family_class) = 1.0;
    factor(Service::outpatient) = 0.8;
    factor(Service::hospital_programme) = 0.6;
    factor(Service::bed) = 0.05;
    factor(Service::residence) = 0.25;
    factor(Service::day_programme) = 1.0;
    factor(Service::family_meeting) = 1.0;
    factor(Service::self_help) = 0.5;
    return factors;
}

inline IntakeParameters default_intake() {
    return {.parole_only_per_year = 48.6,
            .parole_partial_per_year = 22.2,
            .direct_partial_per_year = 5.2,
            .suspended_per_year = 5.6,
            .juvenile_per_year = 1.5,
            .full_term_per_year = 36.6,
            .suspended_without_probation_per_year = 60.0,
            .outside_lanes = 0.0,
            .volume = 1.0,
            .pre_release_days = 180.0,
            .background_persons_per_year = 20.0,
            .background_families_per_year = 35.0,
            .background_outpatients_per_year = 40.0,
            .background_residents_per_year = 17.0};
}

inline AttributeParameters default_attributes() {
    return {.female = 0.136,
            .age_mean_years = 43.5,
            .age_sd_years = 10.5,
            .youngest_years = 20.0,
            .oldest_years = 78.0,
            .juvenile_youngest_years = 17.0,
            .juvenile_oldest_years = 19.0,
            .severe = 0.5,
            .need_if_severe = 0.95,
            .need_if_other = 0.4,
            .repeat_from_prison = 0.74,
            .repeat_suspended = 0.3,
            .car = 0.5,
            .car_travel = 0.5,
            .home_rehabilitation = 0.25,
            .home_alone = 0.2,
            .family_elsewhere = 0.111,
            .children = 0.15,
            .medical = 0.35,
            .medical_recognised = 0.5,
            .unstable_housing = 0.15,
            .no_income = 0.35,
            .work = 0.25,
            .known = 0.05,
            .in_care = 0.02,
            .in_care_hospital = 0.7,
            .in_care_facility = 0.1,
            .in_care_centre = 0.2};
}

inline ReadinessParameters default_readiness() {
    return {.start_alpha = 2.0,
            .start_beta = 3.0,
            .gain_per_session = 0.02,
            .return_half_life_days = 365.0,
            .bumps = {0.35, 0.2, 0.35, 0.15, 0.2, 0.25, 0.3, 0.15},
            .bump_factor = 1.0,
            .bump_days = 14.0,
            .bump_window_days = 120.0,
            .in_window = 0.1};
}

inline AwarenessParameters default_awareness() {
    return {.health_first_timer = 0.45,
            .health_repeater = 0.7,
            .self_help_first_timer = 0.6,
            .self_help_repeater = 0.8,
            .family = 0.15,
            .half_life_days = 365.0,
            .familiarity_gain = 0.3,
            .familiarity_half_life_days = 180.0};
}

inline SupervisionParameters default_supervision() {
    return {.parole_median_days = 120.0,
            .parole_log_sd = 0.55,
            .parole_shortest_days = 15.0,
            .parole_longest_days = 900.0,
            .partial_shares = {0.05, 0.05, 0.7, 0.17, 0.03},
            .suspended_shares = {0.05, 0.55, 0.25, 0.15},
            .juvenile_shortest_days = 180.0,
            .juvenile_longest_days = 540.0,
            .officer_interval_days = 30.0,
            .volunteer_interval_days = 12.0,
            .core_share = 0.75,
            .core_shortest_days = 70.0,
            .core_sessions = 5.0,
            .core_interval_days = 14.0,
            .core_first_day = 14.0,
            .family_interval_days = 60.0,
            .guarantor_meetings_per_year = 6.0,
            .guarantor_attendance = 0.4,
            .technical_revocation_per_year = 0.04,
            .revoked_at_arrest = 0.95,
            .return_parole = 0.66,
            .follow_up_days = 365.0,
            .stay_years = 5.0};
}

inline RelationParameters default_relations() {
    return {.gain_per_contact = 0.2,
            .half_life_days = 365.0,
            .tenure_years = {2.5, 4.0, 5.0, 6.0},
            .rotation_loss = 1.0,
            .routine = 0.3,
            .rotation_mode = RotationMode::share,
            .good_at = 0.5,
            .incidental_per_year = 2.0,
            .incidental_weight = 0.5,
            .agreement_effect = 0.0};
}

inline LinkParameters default_link() {
    return {
        .structure_weight = 1.0, .switch_on = 1.0, .offers = 1.0, .arrival = 0.5, .drop_out = -0.1};
}

inline RecognitionParameters default_recognition() {
    return {.per_opportunity = 0.25,
            .reference_quality = 0.4,
            .false_per_opportunity = 0.01,
            .fit_at_zero_quality = 0.4,
            .fit_per_quality = 0.5};
}

inline ReferralParameters default_referral() {
    return {.window_days = 180.0,
            .consent = 0.8,
            .refractory_days = 45.0,
            .max_offers = 3.0,
            .rebook = 0.3,
            .accept_base = 0.35,
            .accept_readiness = 2.0,
            .accept_familiarity = 0.405,
            .accept_travel = 0.35,
            .accept_no_need = -2.0,
            .accept_first_timer = 0.3,
            .accept_misfit = 0.5,
            .accept_family = 1.5,
            .accept_resistance = 3.0,
            .family_accept_base = 0.2,
            .family_accept_crisis = 1.0,
            .family_accept_familiarity = 0.4,
            .family_crisis_days = 30.0,
            .lead_cold_days = 30.0,
            .lead_warm_days = 8.0,
            .lead_hospital_cold_days = 45.0,
            .lead_hospital_warm_days = 14.0,
            .lead_log_sd = 0.6,
            .arrive_level = -0.4387,
            .arrive_fast = 1.3905,
            .arrive_fast_days = 0.7504,
            .arrive_slow = 0.0513,
            .arrive_readiness = 1.0,
            .arrive_same_day = 0.0,
            .arrive_travel = 0.25,
            .arrive_family = 0.4,
            .arrive_joint = 0.0,
            .arrive_escort = 1.2,
            .longest_booking_days = 180.0};
}

inline ChoiceParameters default_choice() {
    return {.programme = 0.4,
            .family_class = 0.4,
            .longest_minutes = 60.0,
            .utility_per_minute = -0.03,
            .utility_familiarity = 1.0,
            .utility_link = 0.5,
            .utility_per_day = -0.02,
            .patience_days = 60.0};
}

inline EpisodeParameters default_episodes() {
    return {.by_service = service_rows(),
            .legal_pressure = 0.6,
            .year_loss = 0.436,
            .year_loss_supervised = 0.5,
            .scale_factor = 1.0,
            .silence_days = 90.0,
            .silence_intervals = 4.0,
            .fit_hazard = 0.87,
            .misfit_hazard = 1.2,
            .burden = 0.1,
            .jitter = 0.1,
            .review_days = 730.5,
            .review_goes_on = 0.5,
            .programme_sessions = 24.0,
            .aftercare = 0.6,
            .aftercare_interval_days = 30.0,
            .aftercare_attendance = 0.8};
}

inline WaysInParameters default_ways_in() {
    return {.self_referral_per_year = 0.035,
            .self_referral_crisis = 3.0,
            .return_factor = 5.0,
            .self_help_per_year = 0.05,
            .self_help_exit = 0.3,
            .day_programme_per_year = 0.02,
            .day_programme_exit = 0.4,
            .hospital_programme = 0.3,
            .residence_per_year = 0.01};
}

inline UseParameters default_use() {
    return {.median_days = 137.0,
            .shape = 0.415,
            .early = 0.32,
            .late_per_year = 0.36,
            .stable = 0.26,
            .stable_factor = 0.05,
            .severity_ratio = 2.5,
            .full_term = 2.8,
            .lapse_days = 14.0,
            .escalate = 0.58,
            .remit_per_year = 0.173,
            .remit_in_care = 2.0,
            .arrest_regular_per_year = 1.0,
            .arrest_lapse_per_year = 0.5,
            .other_arrest_per_year = 0.015,
            .custody = 0.9,
            .admission_per_year = {0.01, 0.033, 0.1},
            .admission_medical = 2.0,
            .danger_regular_per_year = 0.25,
            .danger_lapse_per_year = 0.05,
            .death_per_year = 0.004,
            .death_regular_per_year = 0.02,
            .death_per_five_years = 0.07,
            .death_reference_age = 45.0,
            .move_per_year = 0.02,
            .remand_days = 125.0,
            .term_median_days = 550.0,
            .term_log_sd = 0.4,
            .reported = 0.5};
}

inline ProtectionParameters default_protection() {
    return {.floor = 0.15,
            .by_service = protection_factors(),
            .work_training = 0.85,
            .trusted = 0.7,
            .trusted_at = 0.5};
}

inline AdmissionParameters default_admission() {
    return {.contacts_per_month = 2.0,
            .cold_share = 0.2,
            .gain = 0.1,
            .start = 0.1,
            .half_life_days = 60.0,
            .base = -5.0,
            .per_willingness = 5.0,
            .per_readiness = 2.0,
            .per_trust = 1.0,
            .papers_cold_days = 28.0,
            .papers_warm_days = 7.0,
            .loss_per_day = 0.02,
            .open_days = 180.0,
            .lapses = 2.0,
            .lapse_window_days = 90.0,
            .family_recognition = 0.5,
            .family_trust = 0.4,
            .far_acceptance = 0.25,
            .far_travel_days = 2.0,
            .prison_days = 180.0,
            .prison_contacts_per_month = 0.3333333333333333};
}

inline ResidenceParameters default_residence() {
    return {.settle = 0.33,
            .settle_readiness = 1.0,
            .settle_supervised = 0.3,
            .settle_prison = -0.5,
            .recent_days = 30.0,
            .settle_match = 0.3,
            .early_shape = 0.9,
            .early_scale_days = 28.0,
            .late_shape = 1.2,
            .late_scale_days = 420.0,
            .match_hazard = 0.85,
            .money_per_day = 0.004,
            .rehabilitation_median_days = 72.0,
            .rehabilitation_log_sd = 0.5};
}

inline MedicalParameters default_medical() {
    return {.consultation_per_month = 0.02,
            .consultation_warm = 2.5,
            .consultation_recognised = 2.5,
            .consultation_crisis = 3.0,
            .stay_median_days = 40.0,
            .stay_log_sd = 0.7,
            .general_bed = 0.3};
}

inline BenefitParameters default_benefits() {
    return {.apply_days = 60.0, .granted_alone = 0.35, .decision_days = 30.0, .again_days = 90.0};
}

inline FamilyParameters default_family() {
    return {.start_alpha = 2.0,
            .start_beta = 6.0,
            .start_trust = 0.1,
            .start_recognition = 0.1,
            .call_per_year = 0.2,
            .call_crisis = 4.0,
            .understanding_gain = 0.08,
            .class_gain = 0.06,
            .understanding_half_life_days = 730.0,
            .trust_gain = 0.12,
            .recognition_gain = 0.06,
            .recognition_crisis = 0.25,
            .entry_per_year = 0.3,
            .entry_understanding = 1.5,
            .entry_low_readiness = 0.5,
            .low_readiness = 0.2,
            .join_class_per_year = 0.2,
            .mean_understanding = 0.25};
}

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

} // namespace detail

/// Every default of the parameter files; rotation in mode "share".
inline Parameters default_parameters() {
    return {.intake = detail::default_intake(),
            .attributes = detail::default_attributes(),
            .readiness = detail::default_readiness(),
            .awareness = detail::default_awareness(),
            .supervision = detail::default_supervision(),
            .relations = detail::default_relations(),
            .link = detail::default_link(),
            .recognition = detail::default_recognition(),
            .referral = detail::default_referral(),
            .choice = detail::default_choice(),
            .episodes = detail::default_episodes(),
            .ways_in = detail::default_ways_in(),
            .use = detail::default_use(),
            .protection = detail::default_protection(),
            .admission = detail::default_admission(),
            .residence = detail::default_residence(),
            .medical = detail::default_medical(),
            .benefits = detail::default_benefits(),
            .family = detail::default_family(),
            .hours = detail::default_hours()};
}

} // namespace tsunagi::test
