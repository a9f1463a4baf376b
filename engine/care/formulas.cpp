#include "engine/care/formulas.hpp"

#include "engine/core/contracts.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

constexpr double near_minutes = 30.0;
constexpr double days_per_week = 7.0;

double far_half_hours(double minutes) {
    return std::max(0.0, minutes - near_minutes) / near_minutes;
}
} // namespace

double recognition_probability(const RecognitionParameters& parameters, double quality) {
    const double missed = 1.0 - parameters.per_opportunity;
    return 1.0 - det::power(missed, quality / parameters.reference_quality);
}

double fit_probability(const RecognitionParameters& parameters, double quality) {
    return std::clamp(
        parameters.fit_at_zero_quality + parameters.fit_per_quality * quality, 0.0, 1.0);
}

double acceptance_probability(const ReferralParameters& parameters, const AcceptanceCase& offer) {
    using Flag = AcceptanceCase::Flag;
    double log_odds = parameters.accept_base;
    log_odds += parameters.accept_readiness * (offer.readiness - mean_readiness);
    log_odds += parameters.accept_familiarity * offer.familiarity;
    log_odds += parameters.accept_family * offer.family_understanding;
    log_odds -= parameters.accept_travel * far_half_hours(offer.minutes);
    log_odds -= parameters.accept_resistance * offer.resistance;
    log_odds += offer.extra;
    log_odds -= offer.first_timer == Flag::yes ? parameters.accept_first_timer : 0.0;
    log_odds -= offer.misfit == Flag::yes ? parameters.accept_misfit : 0.0;
    log_odds += offer.without_need == Flag::yes ? parameters.accept_no_need : 0.0;
    return det::expit(log_odds);
}

double family_acceptance_probability(const ReferralParameters& parameters,
                                     const FamilyAcceptanceCase& offer) {
    double log_odds = parameters.family_accept_base;
    log_odds += offer.crisis == FamilyAcceptanceCase::Crisis::recent
                    ? parameters.family_accept_crisis
                    : 0.0;
    log_odds += parameters.family_accept_familiarity * offer.familiarity;
    log_odds -= parameters.accept_travel * far_half_hours(offer.minutes);
    return det::expit(log_odds);
}

double lead_days(LeadLaw law, double standard_normal) {
    return law.mean_days * det::exp(law.log_sd * standard_normal - law.log_sd * law.log_sd / 2.0);
}

double arrival_probability(const ReferralParameters& parameters, const ArrivalCase& appointment) {
    expects(appointment.wait_days >= 0.0, "a wait is not negative");
    const bool family = appointment.subject == ArrivalCase::Subject::family;
    double log_odds = parameters.arrive_level;
    log_odds += parameters.arrive_fast * det::exp(-(std::max(appointment.wait_days, 1.0) - 1.0) /
                                                  parameters.arrive_fast_days);
    log_odds -= parameters.arrive_slow * appointment.wait_days / days_per_week;
    log_odds += appointment.link_term + appointment.handover_term;
    // A family has no readiness of its own; a term of its own stands in its place.
    log_odds += family ? parameters.arrive_family
                       : parameters.arrive_readiness * (appointment.readiness - mean_readiness);
    log_odds += appointment.wait_days < 1.0 ? parameters.arrive_same_day : 0.0;
    log_odds -= parameters.arrive_travel * far_half_hours(appointment.minutes);
    return det::expit(log_odds);
}

double tied_scale_days(const EpisodeParameters& parameters, double shape) {
    constexpr double year_days = 365.0;
    const double hazard = -det::log(1.0 - parameters.year_loss);
    const double mean_factor = 1.0 - parameters.year_loss_supervised +
                               parameters.year_loss_supervised * parameters.legal_pressure;
    return year_days / det::power(hazard / mean_factor, 1.0 / shape);
}

std::array<double, services> drop_out_scales(const EpisodeParameters& parameters) {
    std::array<double, services> scales{};
    for (std::size_t row = 0; row < services; ++row) {
        const auto& service = parameters.by_service[row];
        const bool tied = traits_of(static_cast<Service>(row)).scale == ServiceTraits::Scale::tied;
        const double scale = tied ? tied_scale_days(parameters, service.shape) : service.scale_days;
        scales[row] = scale * parameters.scale_factor;
    }
    return scales;
}

} // namespace tsunagi
