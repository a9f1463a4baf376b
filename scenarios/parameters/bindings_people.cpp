#include "scenarios/parameters/bindings.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& intake(Parameters& parameters) {
    return parameters.intake.*number;
}
template <auto number> double& attribute(Parameters& parameters) {
    return parameters.attributes.*number;
}
template <auto number> double& readiness(Parameters& parameters) {
    return parameters.readiness.*number;
}
template <auto number> double& awareness(Parameters& parameters) {
    return parameters.awareness.*number;
}
template <auto number> double& supervision(Parameters& parameters) {
    return parameters.supervision.*number;
}
template <std::size_t length> double& partial_share(Parameters& parameters) {
    return parameters.supervision.partial_shares[length];
}
template <std::size_t length> double& suspended_share(Parameters& parameters) {
    return parameters.supervision.suspended_shares[length];
}

using Intake = IntakeParameters;
using Attributes = AttributeParameters;
using Readiness = ReadinessParameters;
using Awareness = AwarenessParameters;
using Supervision = SupervisionParameters;

std::vector<ParameterBinding> intake_bindings() {
    return {
        {"intake.parole_only", "1/y", at_least_zero, intake<&Intake::parole_only_per_year>},
        {"intake.parole_partial", "1/y", at_least_zero, intake<&Intake::parole_partial_per_year>},
        {"intake.direct_partial", "1/y", at_least_zero, intake<&Intake::direct_partial_per_year>},
        {"intake.suspended", "1/y", at_least_zero, intake<&Intake::suspended_per_year>},
        {"intake.juvenile", "1/y", at_least_zero, intake<&Intake::juvenile_per_year>},
        {"intake.volume", "1", at_least_zero, intake<&Intake::volume>},
        {"pre.days", "d", at_least_zero, intake<&Intake::pre_release_days>},
        {"bg.centre_persons", "1/y", at_least_zero, intake<&Intake::background_persons_per_year>},
        {"bg.centre_families", "1/y", at_least_zero, intake<&Intake::background_families_per_year>},
        {"att.female", "1", in_share, attribute<&Attributes::female>},
        {"att.age_mean", "y", above_zero, attribute<&Attributes::age_mean_years>},
        {"att.age_sd", "y", above_zero, attribute<&Attributes::age_sd_years>},
        {"att.youngest", "y", above_zero, attribute<&Attributes::youngest_years>},
        {"att.oldest", "y", above_zero, attribute<&Attributes::oldest_years>},
        {"att.juvenile_youngest", "y", above_zero, attribute<&Attributes::juvenile_youngest_years>},
        {"att.juvenile_oldest", "y", above_zero, attribute<&Attributes::juvenile_oldest_years>},
        {"att.severe", "1", in_share, attribute<&Attributes::severe>},
        {"att.need_severe", "1", in_share, attribute<&Attributes::need_if_severe>},
        {"att.need_other", "1", in_share, attribute<&Attributes::need_if_other>},
        {"att.repeat", "1", in_share, attribute<&Attributes::repeat_from_prison>},
        {"att.repeat_suspended", "1", in_share, attribute<&Attributes::repeat_suspended>},
        {"att.car", "1", in_share, attribute<&Attributes::car>},
        {"att.in_care", "1", in_share, attribute<&Attributes::in_care>},
        {"att.in_care_centre", "1", in_share, attribute<&Attributes::in_care_centre>},
    };
}

std::vector<ParameterBinding> state_bindings() {
    return {
        {"ready.start_alpha", "1", above_zero, readiness<&Readiness::start_alpha>},
        {"ready.start_beta", "1", above_zero, readiness<&Readiness::start_beta>},
        {"ready.session", "1", in_share, readiness<&Readiness::gain_per_session>},
        {"ready.half_life", "d", above_zero, readiness<&Readiness::return_half_life_days>},
        {"aw.health_first", "1", in_share, awareness<&Awareness::aware_first_timer>},
        {"aw.health_repeat", "1", in_share, awareness<&Awareness::aware_repeater>},
        {"aw.half_life", "d", above_zero, awareness<&Awareness::half_life_days>},
        {"fam.gain", "1", in_share, awareness<&Awareness::familiarity_gain>},
        {"fam.half_life", "d", above_zero, awareness<&Awareness::familiarity_half_life_days>},
    };
}

std::vector<ParameterBinding> supervision_bindings() {
    return {
        {"sup.parole_median", "d", above_zero, supervision<&Supervision::parole_median_days>},
        {"sup.parole_log_sd", "1", above_zero, supervision<&Supervision::parole_log_sd>},
        {"sup.parole_shortest", "d", above_zero, supervision<&Supervision::parole_shortest_days>},
        {"sup.parole_longest", "d", above_zero, supervision<&Supervision::parole_longest_days>},
        {"sup.partial.months_12", "1", in_share, partial_share<0>},
        {"sup.partial.months_18", "1", in_share, partial_share<1>},
        {"sup.partial.months_24", "1", in_share, partial_share<2>},
        {"sup.partial.months_36", "1", in_share, partial_share<3>},
        {"sup.partial.months_48", "1", in_share, partial_share<4>},
        {"sup.suspended.months_24", "1", in_share, suspended_share<0>},
        {"sup.suspended.months_36", "1", in_share, suspended_share<1>},
        {"sup.suspended.months_48", "1", in_share, suspended_share<2>},
        {"sup.suspended.months_60", "1", in_share, suspended_share<3>},
        {"sup.juvenile_shortest",
         "d",
         above_zero,
         supervision<&Supervision::juvenile_shortest_days>},
        {"sup.juvenile_longest", "d", above_zero, supervision<&Supervision::juvenile_longest_days>},
        {"sup.officer_interval", "d", above_zero, supervision<&Supervision::officer_interval_days>},
        {"sup.core_share", "1", in_share, supervision<&Supervision::core_share>},
        {"sup.core_shortest", "d", above_zero, supervision<&Supervision::core_shortest_days>},
        {"sup.core_sessions", "sessions", whole_number, supervision<&Supervision::core_sessions>},
        {"sup.core_interval", "d", above_zero, supervision<&Supervision::core_interval_days>},
        {"sup.core_first_day", "d", at_least_zero, supervision<&Supervision::core_first_day>},
        {"sup.guarantor",
         "1/y",
         at_least_zero,
         supervision<&Supervision::guarantor_meetings_per_year>},
        {"sup.stay", "y", above_zero, supervision<&Supervision::stay_years>},
    };
}

} // namespace

std::vector<ParameterBinding> people_bindings() {
    std::vector<ParameterBinding> all = intake_bindings();
    for (const auto& part : {state_bindings(), supervision_bindings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tsunagi::detail
