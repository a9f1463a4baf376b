#pragma once

#include "outputs/tables/shown_estimate.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tsunagi {

/// How ways through the agencies go: continuity, coming back, and what is kept of what is arranged.
enum class Indicator : std::uint8_t {
    // Of persons of the cohort with at least two visits in the year after S: mean of each person's
    // index (engine/statistics/continuity.hpp).
    bice_boxerman,
    usual_provider,
    sequential,
    concentration,
    hand_offs, ///< visits to another agency than the visit before, per such person
    // Of the cohort.
    visited_twice, ///< share with at least two visits in the year after S
    visits,        ///< in the year after S, per person
    // Of persons of the justice system whose care ended at liberty.
    back_90, ///< share with a support contact within 90 days
    back_365,
    // Of anybody, from policy start to horizon.
    first_kept,      ///< share of first appointments kept, of those that fell due
    first_within_14, ///< share of these that lay within 14 days of the booking
    sessions_kept,   ///< share of sessions attended, of those offered
    list_given_up,   ///< share who lost patience, of those who left a list
    list_days,       ///< mean wait in days of those admitted from a list
};
inline constexpr std::size_t indicators = 14;

enum class IndicatorUnit : std::uint8_t {
    share,  ///< in [0, 1], as the indices are
    number, ///< per person
    days,
};

/// "bice_boxerman", ...: in JSON and message ids.
std::string_view name_of(Indicator indicator);
IndicatorUnit unit_of(Indicator indicator);

/// All indicators of one scenario, in their order.
struct PathwayIndicators {
    struct Row {
        Indicator indicator{};
        double base{}; ///< how many there are in a replication: persons, appointments, sessions
        Compared value;
    };
    std::size_t reading{};
    std::size_t scenario{};
    std::vector<Row> rows;
};

} // namespace tsunagi
