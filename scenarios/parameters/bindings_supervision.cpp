#include "scenarios/parameters/detail/domains.hpp"

#include <array>

namespace tsunagi::detail {

namespace {

template <auto number> double& supervision(Parameters& parameters) {
    return parameters.supervision.*number;
}
template <std::size_t length> double& partial_share(Parameters& parameters) {
    return parameters.supervision.partial_shares[length];
}
template <std::size_t length> double& suspended_share(Parameters& parameters) {
    return parameters.supervision.suspended_shares[length];
}
using Supervision = SupervisionParameters;

constexpr auto rows = std::to_array<ParameterBinding>({
    {"sup.parole_median", "d", median_days, supervision<&Supervision::parole_median_days>},
    {"sup.parole_log_sd", "1", some_log_sd, supervision<&Supervision::parole_log_sd>},
    {"sup.parole_shortest", "d", interval_days, supervision<&Supervision::parole_shortest_days>},
    {"sup.parole_longest", "d", interval_days, supervision<&Supervision::parole_longest_days>},
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
     interval_days,
     supervision<&Supervision::juvenile_shortest_days>},
    {"sup.juvenile_longest", "d", interval_days, supervision<&Supervision::juvenile_longest_days>},
    {"sup.officer_interval", "d", interval_days, supervision<&Supervision::officer_interval_days>},
    {"sup.vpo_interval", "d", interval_days, supervision<&Supervision::volunteer_interval_days>},
    {"sup.core_share", "1", in_share, supervision<&Supervision::core_share>},
    {"sup.core_shortest", "d", interval_days, supervision<&Supervision::core_shortest_days>},
    {"sup.core_sessions", "sessions", count, supervision<&Supervision::core_sessions>},
    {"sup.core_interval", "d", interval_days, supervision<&Supervision::core_interval_days>},
    {"sup.core_first_day", "d", length_days, supervision<&Supervision::core_first_day>},
    {"sup.family_contact", "d", interval_days, supervision<&Supervision::family_interval_days>},
    {"sup.guarantor", "1/y", contacts, supervision<&Supervision::guarantor_meetings_per_year>},
    {"sup.guarantor_attendance", "1", in_share, supervision<&Supervision::guarantor_attendance>},
    {"sup.tech_parole", "1/y", per_year, supervision<&Supervision::technical_revocation_per_year>},
    {"sup.revoke_arrest", "1", in_share, supervision<&Supervision::revoked_at_arrest>},
    {"sup.return_parole", "1", in_share, supervision<&Supervision::return_parole>},
    {"sup.follow_up", "d", length_days, supervision<&Supervision::follow_up_days>},
    {"sup.stay", "y", length_years, supervision<&Supervision::stay_years>},
});

} // namespace

std::vector<ParameterBinding> supervision_bindings() {
    return {rows.begin(), rows.end()};
}

} // namespace tsunagi::detail
