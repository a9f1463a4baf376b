#pragma once

#include "engine/care/parameters.hpp"

/// Defaults of engine/care; include tests/support/default_parameters.hpp.
namespace tsunagi::test::detail {

using ServiceRows = std::array<ServiceParameters, services>;

inline ServiceParameters& row(ServiceRows& rows, Service service) {
    return rows.at(static_cast<std::size_t>(service));
}

// Services that are tied to legal pressure have no scale of their own.
inline void set_rows_of_persons(ServiceRows& rows) {
    row(rows, Service::counselling) = {.second_visit = 0.65,
                                       .shape = 0.6,
                                       .scale_days = 0.0,
                                       .interval_days = 28.0,
                                       .attendance = 0.85};
    row(rows, Service::programme) = {.second_visit = 0.65,
                                     .shape = 0.6,
                                     .scale_days = 0.0,
                                     .interval_days = 7.0,
                                     .attendance = 0.8};
    row(rows, Service::outpatient) = {.second_visit = 0.55,
                                      .shape = 0.45,
                                      .scale_days = 60.0,
                                      .interval_days = 14.0,
                                      .attendance = 0.85};
    row(rows, Service::hospital_programme) = {.second_visit = 0.65,
                                              .shape = 0.6,
                                              .scale_days = 0.0,
                                              .interval_days = 7.0,
                                              .attendance = 0.8};
    row(rows, Service::day_programme) = {.second_visit = 0.6,
                                         .shape = 0.6,
                                         .scale_days = 300.0,
                                         .interval_days = 3.0,
                                         .attendance = 0.7};
    row(rows, Service::self_help) = {.second_visit = 0.5,
                                     .shape = 0.5,
                                     .scale_days = 120.0,
                                     .interval_days = 7.0,
                                     .attendance = 0.6};
}

inline void set_rows_of_families(ServiceRows& rows) {
    row(rows, Service::family_counselling) = {.second_visit = 0.75,
                                              .shape = 0.7,
                                              .scale_days = 540.0,
                                              .interval_days = 28.0,
                                              .attendance = 0.85};
    row(rows, Service::family_class) = {.second_visit = 0.75,
                                        .shape = 0.7,
                                        .scale_days = 540.0,
                                        .interval_days = 30.0,
                                        .attendance = 0.75};
    row(rows, Service::family_meeting) = {.second_visit = 0.75,
                                          .shape = 0.7,
                                          .scale_days = 540.0,
                                          .interval_days = 30.0,
                                          .attendance = 0.75};
}

inline ServiceRows service_rows() {
    ServiceRows rows{};
    set_rows_of_persons(rows);
    set_rows_of_families(rows);
    return rows;
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

} // namespace tsunagi::test::detail
