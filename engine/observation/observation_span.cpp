#include "engine/observation/observation_span.hpp"

#include "engine/observation/contact_line.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

std::int64_t fiscal_year_of(SimTime at) {
    return static_cast<int>(std::chrono::year_month_day{fiscal_year_start(at)}.year());
}

// Year-ends, told by the second after them, no later than `at`; counted from year 0.
std::int64_t year_ends_until(SimTime at) {
    return static_cast<int>(std::chrono::year_month_day{date_of(at)}.year());
}

} // namespace

bool ends_in_cohort_years(const ObservationSpan& span, SimTime scheduled_end) {
    return scheduled_end >= span.policy_start &&
           scheduled_end <= span.horizon - std::chrono::days{follow_up_days};
}

std::int64_t year_ends(const ObservationSpan& span) {
    return year_ends_in(span, span.policy_start, span.horizon);
}

std::size_t cohort_fiscal_years(const ObservationSpan& span) {
    const auto last = std::max(span.policy_start, span.horizon - std::chrono::days{365});
    return fiscal_year_row(span, last) + 1;
}

std::size_t fiscal_year_row(const ObservationSpan& span, SimTime at) {
    return static_cast<std::size_t>(fiscal_year_of(at) - fiscal_year_of(span.policy_start));
}

// The fiscal year that holds the horizon is not over, unless the horizon is its first instant.
WholeFiscalYears::WholeFiscalYears(const ObservationSpan& span)
    : horizon_{span.horizon}, first_{fiscal_year_of(
                                  next_first_of_april(span.policy_start - one_tick))},
      number_{std::max<std::int64_t>(0, fiscal_year_of(span.horizon) - first_)} {}

WholeFiscalYears::Range WholeFiscalYears::met(SimTime from, SimTime to) const {
    const auto end = std::min(to, horizon_);
    if (end <= from) {
        return {};
    }
    const auto row = [&](std::int64_t year) {
        return std::clamp<std::int64_t>(year - first_, 0, number_);
    };
    return {.first = row(fiscal_year_of(from)), .last = row(fiscal_year_of(end - one_tick) + 1)};
}

std::int64_t year_ends_in(const ObservationSpan& span, SimTime from, SimTime to) {
    const auto first = std::max(from, span.policy_start);
    const auto last = std::min(to, span.horizon);
    // A year-end is the second before 1 January: it lies in [first, last) where 1 January lies in
    // (first, last].
    return last <= first ? 0 : year_ends_until(last) - year_ends_until(first);
}

} // namespace tsunagi
