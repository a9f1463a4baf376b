#pragma once

#include "engine/statistics/intervals.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tsunagi {

/// Whose numbers: the whole cohort, or only that of replications in which the office-centre link
/// was good, or not good, just before policy start.
enum class AnalysisGroup : std::uint8_t { all, good, not_good };
inline constexpr std::array analysis_groups{
    AnalysisGroup::all, AnalysisGroup::good, AnalysisGroup::not_good};
std::string_view name_of(AnalysisGroup group);

/// One value per group.
template <class Value> using ByGroup = std::array<Value, analysis_groups.size()>;

/// A number and how well these runs know it: Monte Carlo error, nothing else.
struct ShownEstimate {
    double value{};
    std::optional<double> standard_error; ///< no value: fewer than two independent units
    std::optional<Interval>
        interval; ///< 95 %; of a difference simultaneous over all scenarios but the reference
};

/// One number of a scenario beside the same number of the reference.
struct Compared {
    std::optional<ShownEstimate> level; ///< no value: not defined, as the share of nobody
    std::optional<ShownEstimate>
        difference; ///< to the reference, paired; no value also for the reference itself
};

} // namespace tsunagi
