#pragma once

#include <array>

namespace tsunagi {

/// Arrivals of supervised persons and of the centre's other clients, per year (B1, B2 of the
/// parameter table).
struct IntakeParameters {
    double parole_only_per_year{};
    double parole_partial_per_year{};
    double direct_partial_per_year{};
    double suspended_per_year{};
    double juvenile_per_year{};
    double volume{};                      ///< factor on the five sources above
    double pre_release_days{};            ///< how long before release a person is created
    double background_persons_per_year{}; ///< the centre's clients who are not under supervision
    double background_families_per_year{};
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
    double in_care{};        ///< already in care somewhere when supervision starts
    double in_care_centre{}; ///< share of those who are in care at the centre
};

/// Readiness to change, without crisis bumps (B10).
struct ReadinessParameters {
    double start_alpha{}; ///< r0 ~ Beta(alpha, beta)
    double start_beta{};
    double gain_per_session{};
    double return_half_life_days{};
};

/// Awareness of the centre and familiarity with its staff (B6).
struct AwarenessParameters {
    double aware_first_timer{};
    double aware_repeater{};
    double half_life_days{};
    double familiarity_gain{};
    double familiarity_half_life_days{};
};

/// Lengths of supervision (B2).
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
    double core_share{};         ///< under programme condition, among those eligible
    double core_shortest_days{}; ///< least length of supervision for the programme
    double core_sessions{};      ///< a whole number
    double core_interval_days{};
    double core_first_day{}; ///< joins at the first session on or after this day
    double guarantor_meetings_per_year{};
    double stay_years{}; ///< after S, in no care, until a person leaves the model
};

} // namespace tsunagi
