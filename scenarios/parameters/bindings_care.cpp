#include "scenarios/parameters/bindings.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& recognition(Parameters& parameters) {
    return parameters.recognition.*number;
}
template <auto number> double& referral(Parameters& parameters) {
    return parameters.referral.*number;
}
template <auto number> double& episode(Parameters& parameters) {
    return parameters.episodes.*number;
}
template <auto of_service, auto number> double& service(Parameters& parameters) {
    return parameters.episodes.*of_service.*number;
}
template <auto number> double& self_referral(Parameters& parameters) {
    return parameters.self_referral.*number;
}

using Recognition = RecognitionParameters;
using Referral = ReferralParameters;
using Episodes = EpisodeParameters;
using Service = ServiceParameters;
using SelfReferral = SelfReferralParameters;
constexpr auto counselling = &Episodes::counselling;
constexpr auto family = &Episodes::family_counselling;

std::vector<ParameterBinding> quality_bindings() {
    return {
        {"q.base.po", "1", in_share},
        {"q.base.centre", "1", in_share},
        {"q.base.facility", "1", in_share},
        {"q.base.hosp_spec", "1", in_share},
        {"q.base.hosp_gen", "1", in_share},
        {"q.base.health", "1", in_share},
        {"q.base.welfare", "1", in_share},
        {"q.base.orf", "1", in_share},
        {"q.base.child", "1", in_share},
        {"q.base.school", "1", in_share},
        {"q.base.pharma", "1", in_share},
        {"q.base.other", "1", in_share},
    };
}

std::vector<ParameterBinding> referral_bindings() {
    return {
        {"rec.rho", "1", in_share, recognition<&Recognition::per_opportunity>},
        {"rec.q_ref", "1", {{0.01, 1.0}}, recognition<&Recognition::reference_quality>},
        {"rec.false", "1", in_share, recognition<&Recognition::false_per_opportunity>},
        {"q.fit0", "1", in_share, recognition<&Recognition::fit_at_zero_quality>},
        {"q.fit1", "1", in_share, recognition<&Recognition::fit_per_quality>},
        {"self.rate", "1/y", at_least_zero, self_referral<&SelfReferral::per_year>},
        {"self.return", "1", at_least_zero, self_referral<&SelfReferral::return_factor>},
        {"offer.t2.01.cold", "1", in_share},
        {"offer.t2.01.warm", "1", in_share},
        {"ref.window", "d", at_least_zero, referral<&Referral::window_days>},
        {"ref.consent", "1", in_share, referral<&Referral::consent>},
        {"ref.refractory", "d", at_least_zero, referral<&Referral::refractory_days>},
        {"ref.max_offers", "offers", whole_number, referral<&Referral::max_offers>},
        {"ref.rebook", "1", in_share, referral<&Referral::rebook>},
        {"ref.longest_booking", "d", above_zero, referral<&Referral::longest_booking_days>},
        {"acc.base", "logit", free_number, referral<&Referral::accept_base>},
        {"acc.ready", "logit", free_number, referral<&Referral::accept_readiness>},
        {"acc.fam", "logit", free_number, referral<&Referral::accept_familiarity>},
        {"acc.travel", "logit", at_least_zero, referral<&Referral::accept_travel>},
        {"acc.no_need", "logit", free_number, referral<&Referral::accept_no_need>},
        {"acc.first", "logit", free_number, referral<&Referral::accept_first_timer>},
        {"acc.misfit", "logit", free_number, referral<&Referral::accept_misfit>},
        {"lead.cold", "d", above_zero, referral<&Referral::lead_cold_days>},
        {"lead.warm", "d", above_zero, referral<&Referral::lead_warm_days>},
        {"lead.sd", "1", at_least_zero, referral<&Referral::lead_log_sd>},
        {"arr.level", "logit", free_number, referral<&Referral::arrive_level>},
        {"arr.fast", "logit", free_number, referral<&Referral::arrive_fast>},
        {"arr.tau", "d", above_zero, referral<&Referral::arrive_fast_days>},
        {"arr.slow", "logit/wk", at_least_zero, referral<&Referral::arrive_slow>},
        {"arr.ready", "logit", free_number, referral<&Referral::arrive_readiness>},
        {"arr.same_day", "logit", free_number, referral<&Referral::arrive_same_day>},
        {"arr.travel", "logit", at_least_zero, referral<&Referral::arrive_travel>},
        {"arr.family", "logit", free_number, referral<&Referral::arrive_family>},
    };
}

std::vector<ParameterBinding> episode_bindings() {
    return {
        {"ep.second.counselling", "1", in_share, service<counselling, &Service::second_visit>},
        {"ep.second.family", "1", in_share, service<family, &Service::second_visit>},
        {"ep.shape.counselling", "1", above_zero, service<counselling, &Service::shape>},
        {"ep.shape.family", "1", above_zero, service<family, &Service::shape>},
        {"ep.scale.family", "d", above_zero, service<family, &Service::scale_days>},
        {"ep.interval.counselling", "d", above_zero, service<counselling, &Service::interval_days>},
        {"ep.interval.family", "d", above_zero, service<family, &Service::interval_days>},
        {"ep.attendance.counselling", "1", in_share, service<counselling, &Service::attendance>},
        {"ep.attendance.family", "1", in_share, service<family, &Service::attendance>},
        {"ep.phi", "1", above_zero, episode<&Episodes::legal_pressure>},
        {"ep.v02_loss", "1", {{0.001, 0.999}}, episode<&Episodes::year_loss>},
        {"ep.v02_supervised", "1", in_share, episode<&Episodes::year_loss_supervised>},
        {"ep.scale_factor", "1", above_zero, episode<&Episodes::scale_factor>},
        {"ep.gap", "d", above_zero, episode<&Episodes::silence_days>},
        {"ep.gap_intervals", "intervals", whole_number, episode<&Episodes::silence_intervals>},
        {"ep.fit_hazard", "1", above_zero, episode<&Episodes::fit_hazard>},
        {"ep.misfit_hazard", "1", above_zero, episode<&Episodes::misfit_hazard>},
        {"ep.jitter", "1", {{0.0, 0.9}}, episode<&Episodes::jitter>},
        {"ep.review", "d", above_zero, episode<&Episodes::review_days>},
        {"ep.review_goes_on", "1", in_share, episode<&Episodes::review_goes_on>},
    };
}

} // namespace

std::vector<ParameterBinding> care_bindings() {
    std::vector<ParameterBinding> all = quality_bindings();
    for (const auto& part : {referral_bindings(), episode_bindings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tsunagi::detail
