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

/// 31 Decembers whose last second lies in the span.
std::int64_t year_ends(const ObservationSpan& span);
/// Whether the scheduled end S of a supervision lies in [policy start, horizon - 365 d].
bool ends_in_cohort_years(const ObservationSpan& span, SimTime scheduled_end);
/// Fiscal years that the scheduled ends of the cohort may fall in: length of the axis of counts by
/// fiscal year; at least one.
std::size_t cohort_fiscal_years(const ObservationSpan& span);
/// Row on that axis: fiscal years from that of the policy start.
std::size_t fiscal_year_row(const ObservationSpan& span, SimTime at);

/// The fiscal years (from 1 April) that lie in a span as a whole: what the yearly counts sum over.
class WholeFiscalYears {
public:
    /// Rows of years, half open, counted from the first.
    struct Range {
        std::int64_t first{};
        std::int64_t last{}; ///< exclusive
    };

    explicit WholeFiscalYears(const ObservationSpan& span);

    std::int64_t number() const { return number_; }
    /// Those that meet the half-open spell [from, to), which may go on for ever.
    Range met(SimTime from, SimTime to) const;

private:
    SimTime horizon_;
    std::int64_t first_; ///< civil year of its 1 April
    std::int64_t number_;
};

/// 31 Decembers in the span whose last second lies in the half-open spell [from, to).
std::int64_t year_ends_in(const ObservationSpan& span, SimTime from, SimTime to);

} // namespace tsunagi
