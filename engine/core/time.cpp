#include "engine/core/time.hpp"

namespace tsunagi {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days fiscal_year_start(SimTime instant) {
    const year_month_day date{date_of(instant)};
    const auto april = sys_days{date.year() / std::chrono::April / 1};
    return april <= date_of(instant)
               ? april
               : sys_days{(date.year() - std::chrono::years{1}) / std::chrono::April / 1};
}

SimTime next_first_of_april(SimTime instant) {
    const year_month_day start{fiscal_year_start(instant)};
    return at_date(sys_days{(start.year() + std::chrono::years{1}) / std::chrono::April / 1});
}

SimTime next_first_of_month(SimTime instant) {
    const year_month_day date{date_of(instant)};
    const auto next = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{1};
    return at_date(sys_days{next / 1});
}

// 1970-01-01 was a Thursday, so its week began three days before the epoch.
constexpr days monday_offset{3};

std::int64_t week_of(SimTime instant) {
    const auto since_monday = date_of(instant).time_since_epoch() + monday_offset;
    return std::chrono::floor<std::chrono::weeks>(since_monday).count();
}

SimTime monday_of(std::int64_t week) {
    return at_date(sys_days{days{week * 7} - monday_offset});
}

} // namespace tsunagi
