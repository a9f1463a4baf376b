#include "scenarios/parameters/bindings.hpp"

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
        {"adm.contact", "1/month", at_least_zero, admission<&Admission::contacts_per_month>},
        {"adm.prison_contact",
         "1/month",
         at_least_zero,
         admission<&Admission::prison_contacts_per_month>},
        {"adm.cold_share", "1", in_share, admission<&Admission::cold_share>},
        {"adm.gain", "1", in_share, admission<&Admission::gain>},
        {"adm.start", "1", in_share, admission<&Admission::start>},
        {"adm.half_life", "d", above_zero, admission<&Admission::half_life_days>},
        {"adm.base", "logit", free_number, admission<&Admission::base>},
        {"adm.willing", "logit", free_number, admission<&Admission::per_willingness>},
        {"adm.ready", "logit", free_number, admission<&Admission::per_readiness>},
        {"adm.trust", "logit", free_number, admission<&Admission::per_trust>},
        {"adm.papers_cold", "d", above_zero, admission<&Admission::papers_cold_days>},
        {"adm.papers_warm", "d", above_zero, admission<&Admission::papers_warm_days>},
        {"adm.loss", "1/d", at_least_zero, admission<&Admission::loss_per_day>},
        {"adm.open", "d", above_zero, admission<&Admission::open_days>},
        {"adm.lapses", "lapses", whole_number, admission<&Admission::lapses>},
        {"adm.lapse_window", "d", above_zero, admission<&Admission::lapse_window_days>},
        {"adm.family_recognition", "1", in_share, admission<&Admission::family_recognition>},
        {"adm.family_trust", "1", in_share, admission<&Admission::family_trust>},
        {"adm.far_accept", "1", in_share, admission<&Admission::far_acceptance>},
        {"adm.far_travel", "d", at_least_zero, admission<&Admission::far_travel_days>},
    };
}

std::vector<ParameterBinding> stay_bindings() {
    return {
        {"res.settle", "1", in_share, residence<&Stay::settle>},
        {"res.ready", "logit", free_number, residence<&Stay::settle_readiness>},
        {"res.supervised", "logit", free_number, residence<&Stay::settle_supervised>},
        {"res.prison_recent", "logit", free_number, residence<&Stay::settle_prison>},
        {"res.recent", "d", at_least_zero, residence<&Stay::recent_days>},
        {"res.match", "logit", free_number, residence<&Stay::settle_match>},
        {"res.early_shape", "1", above_zero, residence<&Stay::early_shape>},
        {"res.early_scale", "d", above_zero, residence<&Stay::early_scale_days>},
        {"res.late_shape", "1", above_zero, residence<&Stay::late_shape>},
        {"res.late_scale", "d", above_zero, residence<&Stay::late_scale_days>},
        {"res.match_hazard", "1", above_zero, residence<&Stay::match_hazard>},
        {"res.money", "1/d", at_least_zero, residence<&Stay::money_per_day>},
        {"orf.stay", "d", above_zero, residence<&Stay::rehabilitation_median_days>},
        {"orf.stay_log_sd", "1", at_least_zero, residence<&Stay::rehabilitation_log_sd>},
    };
}

std::vector<ParameterBinding> medical_bindings() {
    return {
        {"med.base", "1/month", at_least_zero, medical<&Medical::consultation_per_month>},
        {"med.warm", "1", above_zero, medical<&Medical::consultation_warm>},
        {"med.gate", "1", at_least_zero, medical<&Medical::consultation_recognised>},
        {"med.crisis", "1", at_least_zero, medical<&Medical::consultation_crisis>},
        {"med.stay", "d", above_zero, medical<&Medical::stay_median_days>},
        {"med.stay_log_sd", "1", at_least_zero, medical<&Medical::stay_log_sd>},
        {"med.general_bed", "1", in_share, medical<&Medical::general_bed>},
        {"ben.apply", "d", above_zero, benefit<&Benefit::apply_days>},
        {"ben.alone", "1", in_share, benefit<&Benefit::granted_alone>},
        {"ben.delay", "d", at_least_zero, benefit<&Benefit::decision_days>},
        {"ben.again", "d", above_zero, benefit<&Benefit::again_days>},
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
