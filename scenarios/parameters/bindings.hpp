#pragma once

#include "engine/simulation/parameters.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// What the engine can take for a parameter, whatever a file says.
struct Domain {
    Bounds bounds{};
    enum class Numbers : std::uint8_t { real, whole } numbers{};
};

/// A parameter id, the unit in which the engine reads it, and where its number goes.
struct ParameterBinding {
    std::string_view id;
    std::string_view unit;
    Domain domain;
    /// Null where the number belongs to an agency, an activity or a link: regions name it by its
    /// id.
    double& (*slot)(Parameters&) = nullptr;
};

/// Every parameter there is, each slot of Parameters once. What is computed and never read (the
/// scales of drop-out that follow from its loss in a year), never used (drop-out from a bed or a
/// place) or no number (the mode of rotation) has no binding.
std::span<const ParameterBinding> parameter_bindings();

/// The binding of an id, or null.
const ParameterBinding* find_binding(std::string_view id);

/// All ids, for nearest names.
const std::vector<std::string>& parameter_ids();

/// Parameters that are shares of one whole.
struct ShareGroup {
    std::string_view name; ///< pattern of the ids, "sup.partial.*"
    std::span<const std::string_view> ids;
    enum class Sum : std::uint8_t { one, at_most_one } sum{};
};
std::span<const ShareGroup> parameter_shares();

/// Ids of the parameters of the link that the reading "priors" draws, in the order of
/// Experiment::link_priors.
std::span<const std::string_view> link_parameter_ids();

namespace detail {

inline constexpr Domain in_share{zero_to_one};
inline constexpr Domain below_one{{0.0, 0.99}};
inline constexpr Domain at_least_zero{not_negative};
inline constexpr Domain above_zero{{1e-9, 1e12}};
inline constexpr Domain free_number{any_number};
inline constexpr Domain whole_number{{1.0, 1e6}, Domain::Numbers::whole};

std::vector<ParameterBinding> people_bindings();
std::vector<ParameterBinding> readiness_bindings();
std::vector<ParameterBinding> supervision_bindings();
std::vector<ParameterBinding> link_bindings();
std::vector<ParameterBinding> referral_bindings();
std::vector<ParameterBinding> care_bindings();
std::vector<ParameterBinding> use_bindings();
std::vector<ParameterBinding> residence_bindings();
std::vector<ParameterBinding> family_bindings();
std::vector<ParameterBinding> capacity_bindings();

} // namespace detail

} // namespace tsunagi
