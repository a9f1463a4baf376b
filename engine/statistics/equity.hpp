#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// A group of people and how they fare.
struct GroupLevel {
    std::int64_t persons{}; ///< >= 0; groups of nobody are left out
    double level{};         ///< mean or share in the group
};

/// Largest less smallest level.
/// @return nothing where all groups are empty
/// @throws ContractViolation if a number of persons is negative
std::optional<double> largest_gap(std::span<const GroupLevel> groups);

/// How far what is good is concentrated among the better placed: twice the covariance of level and
/// rank over the mean level, each member of a group having the group's middle rank. In [-1, 1];
/// 0 where all fare alike, above 0 where the later groups fare better.
/// Source: World Bank, Quantitative Techniques for Health Equity Analysis, Technical Note 7, The
/// Concentration Index.
/// @param groups  from the worst to the best placed; levels >= 0
/// @return nothing where the mean level is 0 or all groups are empty
/// @throws ContractViolation if a number is negative
std::optional<double> concentration_index(std::span<const GroupLevel> groups);

} // namespace tsunagi
