#include "scenarios/parameters/bindings.hpp"

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
constexpr std::array<std::span<const std::string_view>, 2> share_groups{partial_shares,
                                                                        suspended_shares};
constexpr std::array<std::string_view, 5> link_ids{
    "link.w", "link.B", "link.kappa", "link.theta_arr", "link.theta_ret"};

std::vector<ParameterBinding> all_bindings() {
    std::vector<ParameterBinding> all = detail::people_bindings();
    for (const auto& part : {detail::link_bindings(), detail::care_bindings()}) {
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

std::span<const std::span<const std::string_view>> parameter_shares() {
    return share_groups;
}

std::span<const std::string_view> link_parameter_ids() {
    return link_ids;
}

} // namespace tsunagi
