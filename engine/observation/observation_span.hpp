#pragma once

#include "engine/core/time.hpp"

#include <cstdint>

namespace tsunagi {

/// When to look: [policy_start, horizon).
struct ObservationSpan {
    SimTime policy_start{};
    SimTime horizon{};
};

inline bool covers(const ObservationSpan& span, SimTime at) {
    return at >= span.policy_start && at < span.horizon;
}

/// Fiscal years (from 1 April) that lie in the span as a whole: what the yearly counts sum over.
std::int64_t whole_fiscal_years(const ObservationSpan& span);
/// 31 Decembers whose last second lies in the span.
std::int64_t year_ends(const ObservationSpan& span);
/// Whether the scheduled end S of a supervision lies in [policy start, horizon - 365 d].
bool ends_in_cohort_years(const ObservationSpan& span, SimTime scheduled_end);
/// Fiscal years that the scheduled ends of the cohort may fall in: length of the axis of counts by
/// fiscal year; at least one.
std::size_t cohort_fiscal_years(const ObservationSpan& span);
/// Row on that axis: fiscal years from that of the policy start.
std::size_t fiscal_year_row(const ObservationSpan& span, SimTime at);

/// Whole fiscal years of the span that meet the half-open spell [from, to), as a half-open range of
/// rows counted from the first whole one.
struct YearRange {
    std::int64_t first{};
    std::int64_t last{}; ///< exclusive
};
YearRange fiscal_years_met(const ObservationSpan& span, SimTime from, SimTime to);
/// 31 Decembers in the span whose last second lies in the half-open spell [from, to).
std::int64_t year_ends_in(const ObservationSpan& span, SimTime from, SimTime to);

} // namespace tsunagi
