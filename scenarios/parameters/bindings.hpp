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
/// scale of counselling, from its loss in a year) or no number (the mode of rotation) has no
/// binding.
std::span<const ParameterBinding> parameter_bindings();

/// The binding of an id, or null.
const ParameterBinding* find_binding(std::string_view id);

/// All ids, for nearest names.
const std::vector<std::string>& parameter_ids();

/// Ids of shares that must sum to 1 together.
std::span<const std::span<const std::string_view>> parameter_shares();

/// Ids of the parameters of the link that the reading "priors" draws, in the order of
/// Experiment::link_priors.
std::span<const std::string_view> link_parameter_ids();

namespace detail {

inline constexpr Domain in_share{zero_to_one};
inline constexpr Domain at_least_zero{not_negative};
inline constexpr Domain above_zero{{1e-9, 1e12}};
inline constexpr Domain free_number{any_number};
inline constexpr Domain whole_number{{1.0, 1e6}, Domain::Numbers::whole};

std::vector<ParameterBinding> people_bindings();
std::vector<ParameterBinding> link_bindings();
std::vector<ParameterBinding> care_bindings();

} // namespace detail

} // namespace tsunagi
