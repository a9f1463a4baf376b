#include "scenarios/parameters/detail/domains.hpp"
#include "scenarios/parameters/detail/fields.hpp"

namespace tsunagi::detail {

namespace {

template <Use state> double& admission_hazard(Parameters& parameters) {
    return parameters.use.admission_per_year[static_cast<std::size_t>(state)];
}
template <auto number> double& protection(Parameters& parameters) {
    return parameters.protection.*number;
}
template <Service of> double& service(Parameters& parameters) {
    return parameters.protection.by_service[static_cast<std::size_t>(of)];
}
using Lives = UseParameters;
using Protection = ProtectionParameters;

std::vector<ParameterBinding> life_bindings() {
    return {
        {"use.median", "d", scale_days, use<&Lives::median_days>},
        {"use.shape", "1", shape, use<&Lives::shape>},
        {"use.kappa", "1", factor, use<&Lives::early>},
        {"use.late", "1/y", per_year, use<&Lives::late_per_year>},
        {"use.stable", "1", in_share, use<&Lives::stable>},
        {"use.stable_factor", "1", factor, use<&Lives::stable_factor>},
        {"use.severity_ratio", "1", ratio, use<&Lives::severity_ratio>},
        {"use.full_term", "1", factor, use<&Lives::full_term>},
        {"use.lapse", "d", scale_days, use<&Lives::lapse_days>},
        {"use.escalate", "1", in_share, use<&Lives::escalate>},
        {"use.remit", "1/y", per_year, use<&Lives::remit_per_year>},
        {"use.remit_in_care", "1", factor, use<&Lives::remit_in_care>},
        {"use.arrest_R", "1/y", per_year, use<&Lives::arrest_regular_per_year>},
        {"use.arrest_L", "1/y", per_year, use<&Lives::arrest_lapse_per_year>},
        {"use.other_arrest", "1/y", per_year, use<&Lives::other_arrest_per_year>},
        {"use.custody", "1", in_share, use<&Lives::custody>},
        {"use.admission.abstinent", "1/y", per_year, admission_hazard<Use::abstinent>},
        {"use.admission.lapse", "1/y", per_year, admission_hazard<Use::lapse>},
        {"use.admission.regular", "1/y", per_year, admission_hazard<Use::regular>},
        {"use.admission_medical", "1", factor, use<&Lives::admission_medical>},
        {"use.danger_regular", "1/y", per_year, use<&Lives::danger_regular_per_year>},
        {"use.danger_lapse", "1/y", per_year, use<&Lives::danger_lapse_per_year>},
        {"use.death", "1/y", per_year, use<&Lives::death_per_year>},
        {"use.death_regular", "1/y", per_year, use<&Lives::death_regular_per_year>},
        {"use.death_per_five_years", "1", factor, use<&Lives::death_per_five_years>},
        {"use.death_reference_age", "y", age_years, use<&Lives::death_reference_age>},
        {"use.lag", "d", length_days, use<&Lives::remand_days>},
        {"use.term", "d", median_days, use<&Lives::term_median_days>},
        {"use.term_log_sd", "1", log_sd, use<&Lives::term_log_sd>},
        {"use.report", "1", in_share, use<&Lives::reported>},
    };
}

std::vector<ParameterBinding> protection_bindings() {
    return {
        {"use.hr_floor", "1", factor, protection<&Protection::floor>},
        {"use.hr_counselling", "1", factor, service<Service::counselling>},
        {"use.hr_family_counselling", "1", factor, service<Service::family_counselling>},
        {"use.hr_programme", "1", factor, service<Service::programme>},
        {"use.hr_family_class", "1", factor, service<Service::family_class>},
        {"use.hr_outpatient", "1", factor, service<Service::outpatient>},
        {"use.hr_hospital_programme", "1", factor, service<Service::hospital_programme>},
        {"use.hr_bed", "1", factor, service<Service::bed>},
        {"use.hr_residence", "1", factor, service<Service::residence>},
        {"use.hr_day_programme", "1", factor, service<Service::day_programme>},
        {"use.hr_family_meeting", "1", factor, service<Service::family_meeting>},
        {"use.hr_self_help", "1", factor, service<Service::self_help>},
        {"use.hr_work", "1", factor, protection<&Protection::work_training>},
        {"use.hr_trusted", "1", factor, protection<&Protection::trusted>},
        {"use.hr_trusted_at", "1", in_share, protection<&Protection::trusted_at>},
    };
}

} // namespace

std::vector<ParameterBinding> use_bindings() {
    std::vector<ParameterBinding> all = life_bindings();
    const auto more = protection_bindings();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace tsunagi::detail
