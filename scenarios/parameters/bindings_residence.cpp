#include "scenarios/parameters/detail/domains.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& admission(Parameters& parameters) {
    return parameters.admission.*number;
}
template <auto number> double& residence(Parameters& parameters) {
    return parameters.residence.*number;
}
template <auto number> double& medical(Parameters& parameters) {
    return parameters.medical.*number;
}
template <auto number> double& benefit(Parameters& parameters) {
    return parameters.benefits.*number;
}
using Admission = AdmissionParameters;
using Stay = ResidenceParameters;
using Medical = MedicalParameters;
using Benefit = BenefitParameters;

std::vector<ParameterBinding> admission_bindings() {
    return {
        {"adm.contact", "1/month", per_month, admission<&Admission::contacts_per_month>},
        {"adm.prison_contact",
         "1/month",
         per_month,
         admission<&Admission::prison_contacts_per_month>},
        {"adm.prison_days", "d", length_days, admission<&Admission::prison_days>},
        {"adm.cold_share", "1", in_share, admission<&Admission::cold_share>},
        {"adm.gain", "1", in_share, admission<&Admission::gain>},
        {"adm.start", "1", in_share, admission<&Admission::start>},
        {"adm.half_life", "d", scale_days, admission<&Admission::half_life_days>},
        {"adm.base", "logit", effect, admission<&Admission::base>},
        {"adm.willing", "logit", effect, admission<&Admission::per_willingness>},
        {"adm.ready", "logit", effect, admission<&Admission::per_readiness>},
        {"adm.trust", "logit", effect, admission<&Admission::per_trust>},
        {"adm.papers_cold", "d", median_days, admission<&Admission::papers_cold_days>},
        {"adm.papers_warm", "d", median_days, admission<&Admission::papers_warm_days>},
        {"adm.loss", "1/d", per_day, admission<&Admission::loss_per_day>},
        {"adm.open", "d", interval_days, admission<&Admission::open_days>},
        {"adm.lapses", "lapses", count, admission<&Admission::lapses>},
        {"adm.lapse_window", "d", interval_days, admission<&Admission::lapse_window_days>},
        {"adm.family_recognition", "1", in_share, admission<&Admission::family_recognition>},
        {"adm.family_trust", "1", in_share, admission<&Admission::family_trust>},
        {"adm.far_accept", "1", in_share, admission<&Admission::far_acceptance>},
        {"adm.far_travel", "d", length_days, admission<&Admission::far_travel_days>},
    };
}

std::vector<ParameterBinding> stay_bindings() {
    return {
        {"res.settle", "1", open_share, residence<&Stay::settle>},
        {"res.ready", "logit", effect, residence<&Stay::settle_readiness>},
        {"res.supervised", "logit", effect, residence<&Stay::settle_supervised>},
        {"res.prison_recent", "logit", effect, residence<&Stay::settle_prison>},
        {"res.recent", "d", length_days, residence<&Stay::recent_days>},
        {"res.match", "logit", effect, residence<&Stay::settle_match>},
        {"res.early_shape", "1", shape, residence<&Stay::early_shape>},
        {"res.early_scale", "d", scale_days, residence<&Stay::early_scale_days>},
        {"res.late_shape", "1", shape, residence<&Stay::late_shape>},
        {"res.late_scale", "d", scale_days, residence<&Stay::late_scale_days>},
        {"res.match_hazard", "1", ratio, residence<&Stay::match_hazard>},
        {"res.money", "1/d", per_day, residence<&Stay::money_per_day>},
        {"orf.stay", "d", median_days, residence<&Stay::rehabilitation_median_days>},
        {"orf.stay_log_sd", "1", log_sd, residence<&Stay::rehabilitation_log_sd>},
    };
}

std::vector<ParameterBinding> medical_bindings() {
    return {
        {"med.base", "1/month", per_month, medical<&Medical::consultation_per_month>},
        {"med.warm", "1", ratio, medical<&Medical::consultation_warm>},
        {"med.gate", "1", factor, medical<&Medical::consultation_recognised>},
        {"med.crisis", "1", factor, medical<&Medical::consultation_crisis>},
        {"med.stay", "d", median_days, medical<&Medical::stay_median_days>},
        {"med.stay_log_sd", "1", log_sd, medical<&Medical::stay_log_sd>},
        {"med.general_bed", "1", in_share, medical<&Medical::general_bed>},
        {"ben.apply", "d", interval_days, benefit<&Benefit::apply_days>},
        {"ben.alone", "1", in_share, benefit<&Benefit::granted_alone>},
        {"ben.delay", "d", length_days, benefit<&Benefit::decision_days>},
        {"ben.again", "d", interval_days, benefit<&Benefit::again_days>},
    };
}

} // namespace

std::vector<ParameterBinding> residence_bindings() {
    std::vector<ParameterBinding> all = admission_bindings();
    for (const auto& part : {stay_bindings(), medical_bindings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tsunagi::detail
