#pragma once

#include "engine/observation/groups.hpp"
#include "outputs/tables/shown_estimate.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// What splits the cohort: fixed at intake or by S, so that no policy moves anybody to another
/// group. In the order of `group_ids`.
enum class Attribute : std::uint8_t {
    fiscal_year, ///< of S
    start,       ///< of supervision: before the policy started, or after
    sex,
    age,
    source,
    family,
    severity,
    municipality,
};
inline constexpr std::array attributes{Attribute::fiscal_year,
                                       Attribute::start,
                                       Attribute::sex,
                                       Attribute::age,
                                       Attribute::source,
                                       Attribute::family,
                                       Attribute::severity,
                                       Attribute::municipality};
std::string_view name_of(Attribute attribute);

/// The levels of one attribute stand side by side.
struct LevelRange {
    Level first{};
    Level last{};
};
/// No value: the groups of the attribute are no levels.
std::optional<LevelRange> levels_of(Attribute attribute);

/// The headline share by the groups of one attribute. Intervals hold for all scenarios at once, not
/// for all groups: among many groups some will differ by chance.
struct SubgroupSupport {
    struct Group {
        std::string id;   ///< year in which the fiscal year begins, level, or id of a municipality
        double persons{}; ///< of the cohort in a replication, above 0
        Compared support_180;
    };
    std::size_t reading{};
    std::size_t scenario{};
    Attribute attribute{};
    std::vector<Group> groups; ///< those with anybody
    /// Largest less smallest level; no value: nobody.
    std::optional<double> largest_gap;
};

} // namespace tsunagi
