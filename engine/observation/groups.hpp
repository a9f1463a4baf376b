#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tsunagi {

/// Whether the office-centre link was good just before the policy started: one group for all
/// persons of a run.
enum class LinkGroup : std::uint8_t { not_good, good };
inline constexpr std::size_t link_groups = 2;

/// Levels of what a person is at intake. Every attribute splits all persons, so counts are kept for
/// each level by itself, not for combinations. There are no groups but these, the municipality and
/// the fiscal year of S, so that none can be formed by what happened afterwards.
enum class Level : std::uint8_t {
    male,
    female,
    under_30, ///< age at entry
    from_30,
    from_40,
    from_50,
    parole_only, ///< intake source
    parole_partial,
    direct_partial,
    suspended,
    juvenile,
    full_term,
    suspended_without_probation,
    without_family,
    with_family,
    not_severe,
    severe,
    began_before, ///< supervision began before the policy started
    began_after,
};
inline constexpr std::size_t levels = 19;
/// Attributes; every person has one level of each.
inline constexpr std::size_t attributes_with_levels = 6;

/// Ids of all that groups are formed by: the fiscal year of S, the attributes of the levels, the
/// municipality, and the office-centre link just before the policy started.
inline constexpr std::array<std::string_view, 9> group_ids{
    "fiscal_year", "start", "sex", "age", "source", "family", "severity", "municipality", "link"};

} // namespace tsunagi
