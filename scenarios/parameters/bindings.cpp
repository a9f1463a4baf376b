#include "scenarios/parameters/bindings.hpp"

#include "scenarios/parameters/detail/domains.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

constexpr std::array<std::string_view, 5> partial_shares{"sup.partial.months_12",
                                                         "sup.partial.months_18",
                                                         "sup.partial.months_24",
                                                         "sup.partial.months_36",
                                                         "sup.partial.months_48"};
constexpr std::array<std::string_view, 4> suspended_shares{"sup.suspended.months_24",
                                                           "sup.suspended.months_36",
                                                           "sup.suspended.months_48",
                                                           "sup.suspended.months_60"};
constexpr std::array<std::string_view, 3> in_care_shares{
    "att.in_care_hospital", "att.in_care_facility", "att.in_care_centre"};
constexpr std::array<std::string_view, 2> homes{"att.home_orf", "att.home_alone"};
constexpr std::array<ShareGroup, 4> share_groups{
    {{"sup.partial.*", partial_shares, ShareGroup::Sum::one},
     {"sup.suspended.*", suspended_shares, ShareGroup::Sum::one},
     {"att.in_care_*", in_care_shares, ShareGroup::Sum::one},
     {"att.home_*", homes, ShareGroup::Sum::at_most_one}}};
constexpr std::array<std::string_view, 5> link_ids{
    "link.w", "link.B", "link.kappa", "link.theta_arr", "link.theta_ret"};

std::vector<ParameterBinding> all_bindings() {
    std::vector<ParameterBinding> all;
    for (const auto& part : {detail::people_bindings(),
                             detail::readiness_bindings(),
                             detail::supervision_bindings(),
                             detail::link_bindings(),
                             detail::referral_bindings(),
                             detail::care_bindings(),
                             detail::use_bindings(),
                             detail::residence_bindings(),
                             detail::family_bindings(),
                             detail::capacity_bindings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

std::span<const ParameterBinding> parameter_bindings() {
    static const std::vector<ParameterBinding> bindings = all_bindings();
    return bindings;
}

const ParameterBinding* find_binding(std::string_view id) {
    const auto bindings = parameter_bindings();
    const auto found =
        std::find_if(bindings.begin(), bindings.end(), [&](const ParameterBinding& binding) {
            return binding.id == id;
        });
    return found == bindings.end() ? nullptr : &*found;
}

const std::vector<std::string>& parameter_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> names;
        for (const auto& binding : parameter_bindings()) {
            names.emplace_back(binding.id);
        }
        return names;
    }();
    return ids;
}

std::span<const ShareGroup> parameter_shares() {
    return share_groups;
}

std::span<const std::string_view> link_parameter_ids() {
    return link_ids;
}

} // namespace tsunagi
