#pragma once

#include "engine/facts/details.hpp"

#include <array>

namespace tsunagi {

/// Use, arrest, custody, death and moves. Rates per year of the person at liberty.
struct UseParameters {
    double median_days{}; ///< log-logistic base: scale
    double shape{};
    double early{};          ///< kappa, level of the early part
    double late_per_year{};  ///< late hazard of a lapse
    double stable{};         ///< share with hardly any risk
    double stable_factor{};  ///< on their risk
    double severity_ratio{}; ///< risk of severe : other
    double full_term{};      ///< factor on the risk of full-term releases
    double lapse_days{};     ///< mean length of a lapse
    double escalate{};       ///< a lapse becomes regular use
    double remit_per_year{}; ///< regular use ends unaided
    double remit_in_care{};  ///< factor while in care
    double arrest_regular_per_year{};
    double arrest_lapse_per_year{};
    double other_arrest_per_year{};
    double custody{}; ///< an arrest leads to custody
    std::array<double, use_states> admission_per_year{};
    double admission_medical{}; ///< factor with medical need
    double danger_regular_per_year{};
    double danger_lapse_per_year{};
    double death_per_year{}; ///< abstinent or lapse, at the reference age
    double death_regular_per_year{};
    double death_per_five_years{}; ///< relative growth of mortality
    double death_reference_age{};
    double move_per_year{};
    double remand_days{}; ///< arrest to prison entry
    double term_median_days{};
    double term_log_sd{};
    double reported{}; ///< share of true use that surveys report
};

/// Factors on the hazard of a lapse.
struct ProtectionParameters {
    double floor{};
    std::array<double, services> by_service{}; ///< of an open episode; 1 where none
    double work_training{};                    ///< a label that is not built (engine/README.md, 11)
    double trusted{};                          ///< a trusted relation with a support agency
    double trusted_at{};                       ///< familiarity from which a relation is trusted
};

/// The way to a residential place, and the stay.
struct AdmissionParameters {
    double contacts_per_month{};
    double cold_share{}; ///< of the rate of joint contacts without any link
    double gain{};
    double start{}; ///< willingness at the opening
    double half_life_days{};
    double base{}; ///< weekly agreement, logit
    double per_willingness{};
    double per_readiness{};
    double per_trust{};
    double papers_cold_days{};
    double papers_warm_days{};
    double loss_per_day{}; ///< while waiting for a place
    double open_days{};    ///< closes after so long without agreement
    double lapses{};       ///< of these within lapse_window_days open a track (t3.01)
    double lapse_window_days{};
    double family_recognition{}; ///< least rec_f and tr_f that open a track (t3.02)
    double family_trust{};
    double far_acceptance{}; ///< of an out-of-area place or bed, per attempt
    double far_travel_days{};
    double prison_days{}; ///< before release, from when on a track may open in prison (t3.03)
    double prison_contacts_per_month{}; ///< in place of contacts_per_month while in prison
};

struct ResidenceParameters {
    double settle{}; ///< share that settles
    double settle_readiness{};
    double settle_supervised{};
    double settle_prison{}; ///< released from prison within recent_days
    double recent_days{};
    double settle_match{}; ///< per SD of match
    double early_shape{};
    double early_scale_days{};
    double late_shape{};
    double late_scale_days{};
    double match_hazard{};  ///< factor on the hazard of exit per SD of match
    double money_per_day{}; ///< stop for want of money until a benefit is granted
    double rehabilitation_median_days{};
    double rehabilitation_log_sd{};
};

/// The medical bridge.
struct MedicalParameters {
    double consultation_per_month{};
    double consultation_warm{};       ///< factor at full link
    double consultation_recognised{}; ///< once the surroundings see the need
    double consultation_crisis{};     ///< in the window after a bump
    double stay_median_days{};
    double stay_log_sd{};
    double general_bed{}; ///< a general hospital takes an admission
};

struct BenefitParameters {
    double apply_days{}; ///< mean time to an application
    double granted_alone{};
    double decision_days{};
    double again_days{};
};

} // namespace tsunagi
