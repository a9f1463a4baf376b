#pragma once

#include "engine/simulation/parameters.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Contacts of one kind that two agencies can have in a year.
inline constexpr Bounds contacts_per_year{0.0, 366.0};

/// Hours a month, posts, places or slots a month that one agency can have.
inline constexpr double largest_amount = 1e6;
inline constexpr Bounds any_amount{0.0, largest_amount};
inline constexpr Bounds at_least_one_place{1.0, largest_amount};
/// Centres that a number that the study does not print can stand for.
inline constexpr Bounds unprinted_centres{0.0, 1000.0};

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

} // namespace tsunagi
