#include "scenarios/parameters/detail/domains.hpp"

namespace tsunagi::detail {

namespace {

template <auto number> double& relation(Parameters& parameters) {
    return parameters.relations.*number;
}
template <TenureClass of> double& tenure(Parameters& parameters) {
    return parameters.relations.tenure_years[static_cast<std::size_t>(of)];
}
template <auto number> double& link(Parameters& parameters) {
    return parameters.link.*number;
}
using Relation = RelationParameters;
using Link = LinkParameters;

// Multiplied by the scale of a reading it is the exponent of ratios.
inline constexpr Domain strength{{0.0, 2.0}};
// Links can be kept up by contact: some is gained by one, and rotation leaves something.
inline constexpr Domain gain_per_contact{{0.01, 1.0}};
inline constexpr Domain tenure_years{{1.1, 100.0}};

} // namespace

std::vector<ParameterBinding> link_bindings() {
    return {
        {"rel.gain", "1", gain_per_contact, relation<&Relation::gain_per_contact>},
        {"rel.half_life", "d", scale_days, relation<&Relation::half_life_days>},
        {"rel.tenure.justice", "y", tenure_years, tenure<TenureClass::justice>},
        {"rel.tenure.local", "y", tenure_years, tenure<TenureClass::local>},
        {"rel.tenure.facility", "y", tenure_years, tenure<TenureClass::facility>},
        {"rel.tenure.hospital", "y", tenure_years, tenure<TenureClass::hospital>},
        {"rel.rotation", "1", in_share, relation<&Relation::rotation_loss>},
        {"rel.routine", "1", in_share, relation<&Relation::routine>},
        {"rel.good_at", "1", in_share, relation<&Relation::good_at>},
        {"rel.incidental", "1/y", contacts, relation<&Relation::incidental_per_year>},
        {"rel.incidental_weight", "1", in_share, relation<&Relation::incidental_weight>},
        {"rel.agreement", "1", in_share, relation<&Relation::agreement_effect>},
        {"rel.any_good", "1", in_share},
        {"rel.good_level", "1", below_one},
        {"rel.further_good", "1", in_share},
        {"rel.facility_hospital_good", "1", in_share},
        {"rel.unprinted_mentions", "centres", centres_asked},
        {"link.w", "1", in_share, link<&Link::structure_weight>},
        {"link.B", "1", in_share, link<&Link::switch_on>},
        {"link.kappa", "1", strength, link<&Link::offers>},
        {"link.theta_arr", "logit", effect, link<&Link::arrival>},
        {"link.theta_ret", "log", effect, link<&Link::drop_out>},
        {"contact.t2.05.per_year", "1/y", contacts},
        {"contact.t2.05.weight", "1", in_share},
        {"contact.liaison.weight", "1", in_share},
    };
}

} // namespace tsunagi::detail
