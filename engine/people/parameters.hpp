#pragma once

#include "engine/facts/details.hpp"

#include <array>

namespace tsunagi {

/// Arrivals per year: supervised persons, lanes outside the cohort, and the agencies' other
/// clients.
struct IntakeParameters {
    double parole_only_per_year{};
    double parole_partial_per_year{};
    double direct_partial_per_year{};
    double suspended_per_year{};
    double juvenile_per_year{};
    double full_term_per_year{};                   ///< released without supervision
    double suspended_without_probation_per_year{}; ///< convicted, neither imprisoned nor supervised
    double outside_lanes{};               ///< factor on the two lanes above; 0: they are off
    double volume{};                      ///< factor on all sources of the justice system
    double pre_release_days{};            ///< how long before release a person is created
    double background_persons_per_year{}; ///< the centre's clients who are not under supervision
    double background_families_per_year{};
    double background_outpatients_per_year{}; ///< new at the specialist hospital
    double background_residents_per_year{};   ///< entries to the recovery facility
};

/// Attributes fixed at intake; probabilities unless a unit is named.
struct AttributeParameters {
    double female{};
    double age_mean_years{};
    double age_sd_years{};
    double youngest_years{}; ///< cuts of the normal age of adults
    double oldest_years{};
    double juvenile_youngest_years{}; ///< bounds of the uniform age of juveniles
    double juvenile_oldest_years{};
    double severe{};
    double need_if_severe{};
    double need_if_other{};
    double repeat_from_prison{};
    double repeat_suspended{};
    double car{};
    double car_travel{};          ///< factor of a car of one's own on travel times
    double home_rehabilitation{}; ///< goes to an offender rehabilitation facility
    double home_alone{};          ///< lives alone; else with family
    double family_elsewhere{};    ///< of those who do not live with family: a family in reach
    double children{};
    double medical{};            ///< medical need
    double medical_recognised{}; ///< of those: the surroundings see it from the start
    double unstable_housing{};
    double no_income{};
    double work{};
    double known{};            ///< repeaters from prison: known to the centre from before
    double in_care{};          ///< already in care somewhere when supervision starts
    double in_care_hospital{}; ///< shares of those by place; the three sum to 1
    double in_care_facility{};
    double in_care_centre{};
};

/// Readiness to change.
struct ReadinessParameters {
    double start_alpha{}; ///< r0 ~ Beta(alpha, beta)
    double start_beta{};
    double gain_per_session{};
    double return_half_life_days{};
    std::array<double, bump_kinds> bumps{}; ///< by Bump, in [0, 1)
    double bump_factor{};                   ///< one common factor on all bumps
    double bump_days{};                     ///< time constant of fading, ready.tau
    double bump_window_days{};              ///< a bump counts no longer than this
    double in_window{};                     ///< "in the window" means a level above this
};

/// Awareness of agencies and familiarity with their staff.
struct AwarenessParameters {
    double health_first_timer{}; ///< of centre and hospitals, at entry
    double health_repeater{};
    double self_help_first_timer{}; ///< of recovery facility and self-help groups, at entry
    double self_help_repeater{};
    double family{}; ///< a family's, of the centre, at entry
    double half_life_days{};
    double familiarity_gain{};
    double familiarity_half_life_days{};
};

/// Supervision.
struct SupervisionParameters {
    double parole_median_days{};
    double parole_log_sd{};
    double parole_shortest_days{};
    double parole_longest_days{};
    std::array<double, 5> partial_shares{};   ///< of the lengths 1, 1.5, 2, 3, 4 years; sums to 1
    std::array<double, 4> suspended_shares{}; ///< of 2, 3, 4, 5 years; sums to 1
    double juvenile_shortest_days{};
    double juvenile_longest_days{};
    double officer_interval_days{};
    double volunteer_interval_days{};
    double core_share{};         ///< under programme condition, among those eligible
    double core_shortest_days{}; ///< least length of supervision for the programme
    double core_sessions{};      ///< a whole number
    double core_interval_days{};
    double core_first_day{};       ///< joins at the first session on or after this day
    double family_interval_days{}; ///< between contacts of officer and family
    double guarantor_meetings_per_year{};
    double guarantor_attendance{};          ///< of a family invited, per meeting
    double technical_revocation_per_year{}; ///< on parole
    double revoked_at_arrest{};             ///< custody after an arrest ends supervision
    double return_parole{};                 ///< a re-imprisoned person is released on parole
    double follow_up_days{}; ///< after S: how long a re-imprisoned person is followed
    double stay_years{};     ///< after S, in no care, until a person leaves the model
};

/// Families.
struct FamilyParameters {
    double start_alpha{}; ///< u_f at entry ~ Beta(alpha, beta)
    double start_beta{};
    double start_trust{};
    double start_recognition{};
    double call_per_year{};
    double call_crisis{}; ///< extra at full bump of the person
    double understanding_gain{};
    double class_gain{};
    double understanding_half_life_days{};
    double trust_gain{};
    double recognition_gain{};
    double recognition_crisis{};
    double entry_per_year{};
    double entry_understanding{}; ///< log hazard per unit of u_f above the mean
    double entry_low_readiness{}; ///< factor where r0 is below low_readiness
    double low_readiness{};
    double join_class_per_year{};
    double mean_understanding{};
};

} // namespace tsunagi
