#pragma once

namespace tsunagi {

/// Need recognition and plan fit (B5).
struct RecognitionParameters {
    double per_opportunity{}; ///< rho: recognition per opportunity at the reference quality
    double reference_quality{};
    double false_per_opportunity{}; ///< recognition where there is no need
    double fit_at_zero_quality{};
    double fit_per_quality{};
};

/// The referral chain from offer to arrival (B7). Coefficients are on the logit scale.
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
    double lead_cold_days{};
    double lead_warm_days{};
    double lead_log_sd{};
    double arrive_level{};
    double arrive_fast{};
    double arrive_fast_days{}; ///< tau
    double arrive_slow{};      ///< per week
    double arrive_readiness{};
    double arrive_same_day{};
    double arrive_travel{}; ///< per 30 minutes beyond 30
    double arrive_family{};
    double
        longest_booking_days{}; ///< a first appointment that finds no hours within this is refused
};

/// One individual service (B9): a row of the episode table.
struct ServiceParameters {
    double second_visit{};
    double shape{};      ///< Weibull shape of drop-out
    double scale_days{}; ///< without legal pressure; for services tied to legal pressure see
                         ///< EpisodeParameters
    double interval_days{};
    double attendance{};
};

struct EpisodeParameters {
    ServiceParameters counselling; ///< scale_days is computed from V02, never read
    ServiceParameters family_counselling;
    double legal_pressure{};       ///< phi: factor on drop-out while supervised
    double year_loss{};            ///< V02: share lost within a year
    double year_loss_supervised{}; ///< share of that year under supervision, assumed
    double scale_factor{};
    double silence_days{}; ///< ep.gap; at least silence_intervals sessions
    double silence_intervals{};
    double fit_hazard{};
    double misfit_hazard{};
    double jitter{}; ///< half-width of the session interval's jitter, relative
    double review_days{};
    double review_goes_on{};
};

/// Own way in (B6).
struct SelfReferralParameters {
    double per_year{};
    double return_factor{}; ///< after an earlier attended contact with that agency
};

} // namespace tsunagi
