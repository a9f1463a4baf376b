#include "scenarios/parameters/detail/domains.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& readiness(Parameters& parameters) {
    return parameters.readiness.*number;
}
template <Bump of> double& bump(Parameters& parameters) {
    return parameters.readiness.bumps[static_cast<std::size_t>(of)];
}
template <auto number> double& awareness(Parameters& parameters) {
    return parameters.awareness.*number;
}
using Readiness = ReadinessParameters;
using Awareness = AwarenessParameters;

} // namespace

std::vector<ParameterBinding> readiness_bindings() {
    return {
        {"ready.start_alpha", "1", beta_shape, readiness<&Readiness::start_alpha>},
        {"ready.start_beta", "1", beta_shape, readiness<&Readiness::start_beta>},
        {"ready.session", "1", in_share, readiness<&Readiness::gain_per_session>},
        {"ready.half_life", "d", scale_days, readiness<&Readiness::return_half_life_days>},
        {"ready.tau", "d", scale_days, readiness<&Readiness::bump_days>},
        {"bump.arrest", "1", below_one, bump<Bump::arrest>},
        {"bump.release", "1", below_one, bump<Bump::release>},
        {"bump.admission", "1", below_one, bump<Bump::admission>},
        {"bump.first_lapse", "1", below_one, bump<Bump::first_lapse>},
        {"bump.regular_use", "1", below_one, bump<Bump::regular_use>},
        {"bump.family_step", "1", below_one, bump<Bump::family_step>},
        {"bump.danger", "1", below_one, bump<Bump::danger>},
        {"bump.conference", "1", below_one, bump<Bump::conference>},
        {"bump.factor", "1", factor, readiness<&Readiness::bump_factor>},
        {"bump.window", "d", interval_days, readiness<&Readiness::bump_window_days>},
        {"bump.in_window", "1", in_share, readiness<&Readiness::in_window>},
        {"aw.health_first", "1", in_share, awareness<&Awareness::health_first_timer>},
        {"aw.health_repeat", "1", in_share, awareness<&Awareness::health_repeater>},
        {"aw.selfhelp_first", "1", in_share, awareness<&Awareness::self_help_first_timer>},
        {"aw.selfhelp_repeat", "1", in_share, awareness<&Awareness::self_help_repeater>},
        {"aw.family", "1", in_share, awareness<&Awareness::family>},
        {"aw.half_life", "d", scale_days, awareness<&Awareness::half_life_days>},
        {"fam.gain", "1", in_share, awareness<&Awareness::familiarity_gain>},
        {"fam.half_life", "d", scale_days, awareness<&Awareness::familiarity_half_life_days>},
    };
}

} // namespace tsunagi::detail
