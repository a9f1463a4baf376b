#include "scenarios/parameters/detail/domains.hpp"
#include "scenarios/parameters/detail/fields.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& family(Parameters& parameters) {
    return parameters.family.*number;
}
using Family = FamilyParameters;
using Referral = ReferralParameters;

} // namespace

std::vector<ParameterBinding> family_bindings() {
    return {
        {"fam.start_alpha", "1", beta_shape, family<&Family::start_alpha>},
        {"fam.start_beta", "1", beta_shape, family<&Family::start_beta>},
        {"fam.mean_understanding", "1", in_share, family<&Family::mean_understanding>},
        {"fam.start_trust", "1", in_share, family<&Family::start_trust>},
        {"fam.start_recognition", "1", in_share, family<&Family::start_recognition>},
        {"fam.call", "1/y", per_year, family<&Family::call_per_year>},
        {"fam.call_crisis", "1", factor, family<&Family::call_crisis>},
        {"fam.accept_base", "logit", effect, referral<&Referral::family_accept_base>},
        {"fam.accept_crisis", "logit", effect, referral<&Referral::family_accept_crisis>},
        {"fam.accept_fam", "logit", effect, referral<&Referral::family_accept_familiarity>},
        {"fam.crisis_days", "d", length_days, referral<&Referral::family_crisis_days>},
        {"fam.u_gain", "1", in_share, family<&Family::understanding_gain>},
        {"fam.class_gain", "1", in_share, family<&Family::class_gain>},
        {"fam.u_half_life", "d", scale_days, family<&Family::understanding_half_life_days>},
        {"fam.tr_gain", "1", in_share, family<&Family::trust_gain>},
        {"fam.rec_gain", "1", in_share, family<&Family::recognition_gain>},
        {"fam.rec_crisis", "1", in_share, family<&Family::recognition_crisis>},
        {"fam.entry", "1/y", per_year, family<&Family::entry_per_year>},
        {"fam.entry_u", "log", effect, family<&Family::entry_understanding>},
        {"fam.entry_low_ready", "1", factor, family<&Family::entry_low_readiness>},
        {"fam.low_ready", "1", in_share, family<&Family::low_readiness>},
        {"fam.join_class", "1/y", per_year, family<&Family::join_class_per_year>},
    };
}

} // namespace tsunagi::detail
