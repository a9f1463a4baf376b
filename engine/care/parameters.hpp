#pragma once

#include "engine/facts/details.hpp"

#include <array>

namespace tsunagi {

/// Need recognition and plan fit.
struct RecognitionParameters {
    double per_opportunity{}; ///< rho: recognition per opportunity at the reference quality
    double reference_quality{};
    double false_per_opportunity{}; ///< recognition where there is no need
    double fit_at_zero_quality{};
    double fit_per_quality{};
};

/// The referral chain from offer to arrival. Coefficients are on the logit scale.
struct ReferralParameters {
    double window_days{};
    double consent{};
    double refractory_days{};
    double max_offers{}; ///< a whole number, per target and supervision episode
    double rebook{};
    double accept_base{};
    double accept_readiness{};
    double accept_familiarity{};
    double accept_travel{}; ///< per 30 minutes beyond 30
    double accept_no_need{};
    double accept_first_timer{};
    double accept_misfit{};
    double accept_family{};      ///< an engaged family: per unit of understanding above its mean
    double accept_resistance{};  ///< hospitals: at full resistance
    double family_accept_base{}; ///< acceptance by a family
    double family_accept_crisis{};
    double family_accept_familiarity{};
    double family_crisis_days{}; ///< a crisis of the person acts so long
    double lead_cold_days{};     ///< centre and facility
    double lead_warm_days{};
    double lead_hospital_cold_days{};
    double lead_hospital_warm_days{};
    double lead_log_sd{};
    double arrive_level{};
    double arrive_fast{};
    double arrive_fast_days{}; ///< tau
    double arrive_slow{};      ///< per week
    double arrive_readiness{};
    double arrive_same_day{};
    double arrive_travel{}; ///< per 30 minutes beyond 30
    double arrive_family{};
    double arrive_joint{};  ///< the handover is attended by both agencies
    double arrive_escort{}; ///< somebody comes along
    double
        longest_booking_days{}; ///< a first appointment that finds no hours within this is refused
};

/// One service: a row of the episode table.
struct ServiceParameters {
    double second_visit{};
    double shape{};      ///< Weibull shape of drop-out
    double scale_days{}; ///< without legal pressure; of services tied to V02 computed, never read
    double interval_days{};
    double attendance{};
};

struct EpisodeParameters {
    std::array<ServiceParameters, services> by_service{}; ///< rows of bed and residence unused
    double legal_pressure{};       ///< phi: factor on drop-out while supervised
    double year_loss{};            ///< V02: share lost within a year
    double year_loss_supervised{}; ///< share of that year under supervision, assumed
    double scale_factor{};
    double silence_days{}; ///< ep.gap; at least silence_intervals sessions
    double silence_intervals{};
    double fit_hazard{};
    double misfit_hazard{};
    double burden{}; ///< on drop-out, per concurrent programme beyond one
    double jitter{}; ///< half-width of the session interval's jitter, relative
    double review_days{};
    double review_goes_on{};
    double programme_sessions{}; ///< dates of a programme, attended or not; a whole number
    double aftercare{};          ///< goes on with monthly contacts when a programme has ended
    double aftercare_interval_days{};
    double aftercare_attendance{};
};

/// Choice of service and waiting lists.
struct ChoiceParameters {
    double programme{};           ///< of those who could take part
    double family_class{};        ///< the same for families
    double longest_minutes{};     ///< one way, to a group
    double utility_per_minute{};  ///< of travel
    double utility_familiarity{}; ///< at full familiarity
    double utility_link{};        ///< at B E = 1
    double utility_per_day{};     ///< of expected wait
    double patience_days{};       ///< mean time on an undated list
};

/// Own ways in.
struct WaysInParameters {
    double self_referral_per_year{}; ///< to the centre
    double self_referral_crisis{};   ///< extra at full bump
    double return_factor{};          ///< after an earlier attended contact with that agency
    double self_help_per_year{};
    double self_help_exit{}; ///< at an exit from a residence, or the end in order of a programme
    double day_programme_per_year{};
    double day_programme_exit{}; ///< at discharge from residence
    double hospital_programme{}; ///< an outpatient joins at the second visit
    double residence_per_year{}; ///< own wish of a place
};

} // namespace tsunagi
