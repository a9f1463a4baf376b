#include "scenarios/parameters/detail/domains.hpp"
#include "scenarios/parameters/detail/fields.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& recognition(Parameters& parameters) {
    return parameters.recognition.*number;
}
template <auto number> double& way_in(Parameters& parameters) {
    return parameters.ways_in.*number;
}
template <auto number> double& choice(Parameters& parameters) {
    return parameters.choice.*number;
}
using Recognition = RecognitionParameters;
using Referral = ReferralParameters;
using WaysIn = WaysInParameters;
using Choice = ChoiceParameters;

inline constexpr Domain reference{{0.01, 1.0}};

std::vector<ParameterBinding> recognition_bindings() {
    return {
        {"rec.rho", "1", below_one, recognition<&Recognition::per_opportunity>},
        {"rec.q_ref", "1", reference, recognition<&Recognition::reference_quality>},
        {"rec.false", "1", in_share, recognition<&Recognition::false_per_opportunity>},
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
        {"q.fit0", "1", in_share, recognition<&Recognition::fit_at_zero_quality>},
        {"q.fit1", "1", in_share, recognition<&Recognition::fit_per_quality>},
    };
}

std::vector<ParameterBinding> chain_bindings() {
    return {
        {"offer.t2.01.cold", "1", in_share},
        {"offer.t2.01.warm", "1", in_share},
        {"offer.t2.03.cold", "1", in_share},
        {"offer.t2.03.warm", "1", in_share},
        {"ref.window", "d", length_days, referral<&Referral::window_days>},
        {"ref.consent", "1", in_share, referral<&Referral::consent>},
        {"ref.refractory", "d", length_days, referral<&Referral::refractory_days>},
        {"ref.max_offers", "offers", count, referral<&Referral::max_offers>},
        {"ref.rebook", "1", in_share, referral<&Referral::rebook>},
        {"ref.longest_booking", "d", interval_days, referral<&Referral::longest_booking_days>},
        {"acc.base", "logit", effect, referral<&Referral::accept_base>},
        {"acc.ready", "logit", effect, referral<&Referral::accept_readiness>},
        {"acc.fam", "logit", effect, referral<&Referral::accept_familiarity>},
        {"acc.travel", "logit", effect_size, referral<&Referral::accept_travel>},
        {"acc.no_need", "logit", effect, referral<&Referral::accept_no_need>},
        {"acc.first", "logit", effect, referral<&Referral::accept_first_timer>},
        {"acc.misfit", "logit", effect, referral<&Referral::accept_misfit>},
        {"acc.family", "logit", effect, referral<&Referral::accept_family>},
        {"acc.resist", "logit", effect_size, referral<&Referral::accept_resistance>},
        {"lead.cold", "d", median_days, referral<&Referral::lead_cold_days>},
        {"lead.warm", "d", median_days, referral<&Referral::lead_warm_days>},
        {"lead.hosp_cold", "d", median_days, referral<&Referral::lead_hospital_cold_days>},
        {"lead.hosp_warm", "d", median_days, referral<&Referral::lead_hospital_warm_days>},
        {"lead.sd", "1", log_sd, referral<&Referral::lead_log_sd>},
        {"arr.level", "logit", effect, referral<&Referral::arrive_level>},
        {"arr.fast", "logit", effect, referral<&Referral::arrive_fast>},
        {"arr.tau", "d", scale_days, referral<&Referral::arrive_fast_days>},
        {"arr.slow", "logit/wk", effect_size, referral<&Referral::arrive_slow>},
        {"arr.ready", "logit", effect, referral<&Referral::arrive_readiness>},
        {"arr.same_day", "logit", effect, referral<&Referral::arrive_same_day>},
        {"arr.travel", "logit", effect_size, referral<&Referral::arrive_travel>},
        {"arr.family", "logit", effect, referral<&Referral::arrive_family>},
        {"arr.joint", "logit", effect, referral<&Referral::arrive_joint>},
        {"arr.escort", "logit", effect, referral<&Referral::arrive_escort>},
    };
}

std::vector<ParameterBinding> choice_bindings() {
    return {
        {"self.rate", "1/y", per_year, way_in<&WaysIn::self_referral_per_year>},
        {"self.crisis", "1", factor, way_in<&WaysIn::self_referral_crisis>},
        {"self.return", "1", factor, way_in<&WaysIn::return_factor>},
        {"in.selfhelp", "1/y", per_year, way_in<&WaysIn::self_help_per_year>},
        {"in.selfhelp_exit", "1", in_share, way_in<&WaysIn::self_help_exit>},
        {"in.day_programme", "1/y", per_year, way_in<&WaysIn::day_programme_per_year>},
        {"in.day_exit", "1", in_share, way_in<&WaysIn::day_programme_exit>},
        {"in.hosp_programme", "1", in_share, way_in<&WaysIn::hospital_programme>},
        {"in.residence", "1/y", per_year, way_in<&WaysIn::residence_per_year>},
        {"choice.programme", "1", in_share, choice<&Choice::programme>},
        {"choice.family_class", "1", in_share, choice<&Choice::family_class>},
        {"choice.longest", "min", minutes, choice<&Choice::longest_minutes>},
        {"choice.travel", "1/min", effect, choice<&Choice::utility_per_minute>},
        {"choice.fam", "1", effect, choice<&Choice::utility_familiarity>},
        {"choice.link", "1", effect, choice<&Choice::utility_link>},
        {"choice.wait", "1/d", effect, choice<&Choice::utility_per_day>},
        {"queue.patience", "d", scale_days, choice<&Choice::patience_days>},
    };
}

} // namespace

std::vector<ParameterBinding> referral_bindings() {
    std::vector<ParameterBinding> all = recognition_bindings();
    for (const auto& part : {chain_bindings(), choice_bindings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tsunagi::detail
