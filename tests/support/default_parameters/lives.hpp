#pragma once

#include "engine/lives/parameters.hpp"

/// Defaults of engine/lives; include tests/support/default_parameters.hpp.
namespace tsunagi::test::detail {

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

} // namespace tsunagi::test::detail
