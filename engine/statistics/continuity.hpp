#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tsunagi {

/// How far one person's visits, in order of time, keep to the same agencies. Each lies in [0, 1],
/// and 1 means a single agency. Source of all four: BMC Health Services Research 2022, article
/// 10.1186/s12913-022-07953-z, table 2.
struct Continuity {
    /// Chance that two different visits, drawn at random, were at one agency (COC).
    double bice_boxerman{};
    /// Share of visits at the agency visited most (UPC).
    double usual_provider{};
    /// Share of visits, after the first, at the agency of the visit before (SECON).
    double sequential{};
    /// (1 - k / (n + 0.1)) / (1 - 1 / (n + 0.1)) for n visits at k agencies (MMCI).
    double concentration{};
};

/// @param agencies  of each visit, in order of time; only which are equal matters
/// @return nothing for fewer than 2 visits, which can be neither continuous nor not
std::optional<Continuity> continuity_of(std::span<const std::uint32_t> agencies);

/// How often a visit was at another agency than the one before.
std::int64_t hand_offs(std::span<const std::uint32_t> agencies);

/// One contact on the way to help.
struct Knock {
    std::uint32_t agency{};
    enum class Answer : std::uint8_t { no_use, useful } answer{};
};

/// Agencies tried in vain before the first useful service. A door at which somebody knocked twice
/// is one door, and the door that opened in the end was not a wrong one.
/// @param knocks  in order of time
/// @return nothing where no contact was useful
std::optional<std::int64_t> wrong_doors(std::span<const Knock> knocks);

} // namespace tsunagi
