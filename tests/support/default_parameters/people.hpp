#pragma once

#include "engine/people/parameters.hpp"

/// Defaults of engine/people; include tests/support/default_parameters.hpp.
namespace tsunagi::test::detail {

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

} // namespace tsunagi::test::detail
