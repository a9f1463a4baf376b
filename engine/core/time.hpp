#pragma once

#include "engine/core/contracts.hpp"

#include <chrono>
#include <cstdint>

namespace tsunagi {

/// The clock of a simulated region: one tick is one second, held as an integer, so that sums are
/// exact. Its epoch is 1970-01-01 00:00 of the civil calendar, without time zones.
struct SimClock {
    using duration = std::chrono::duration<std::int64_t>;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SimClock>;
    static constexpr bool is_steady = true;
};

using SimTime = SimClock::time_point;
using Duration = SimClock::duration;
using RealDays = std::chrono::duration<double, std::chrono::days::period>;

inline constexpr Duration one_tick{1};
inline constexpr Duration one_day = std::chrono::days{1};
inline constexpr double days_per_year = 365.25;
inline constexpr int months_per_year = 12;
inline constexpr double ticks_per_hour = 3600.0;

constexpr SimTime at_date(std::chrono::sys_days date) {
    return SimTime{std::chrono::duration_cast<Duration>(date.time_since_epoch())};
}
constexpr std::chrono::sys_days date_of(SimTime instant) {
    return std::chrono::sys_days{std::chrono::floor<std::chrono::days>(instant.time_since_epoch())};
}
constexpr double days_of(Duration length) {
    return std::chrono::duration_cast<RealDays>(length).count();
}
constexpr double days_between(SimTime from, SimTime to) {
    return days_of(to - from);
}

/// What the clock can tell, in days: longer than any run.
inline constexpr double longest_sampled_days = 1e9;

/// Length of a sampled number of days: whole ticks rounded up, at least one.
/// @param days  0 <= days < longest_sampled_days; larger values (a clock that never fires) are the
/// caller's to exclude
inline Duration sampled(double days) {
    expects(days >= 0.0 && days < longest_sampled_days,
            "a sampled length is one that the clock can tell");
    const auto ticks = std::chrono::ceil<Duration>(RealDays{days});
    return ticks < one_tick ? one_tick : ticks;
}

/// 1 April of the civil year of `instant`, or of the year before when that lies ahead: start of its
/// fiscal year.
std::chrono::sys_days fiscal_year_start(SimTime instant);
/// First 1 April 00:00 strictly after `instant`.
SimTime next_first_of_april(SimTime instant);
/// First 1st of a month 00:00 strictly after `instant`.
SimTime next_first_of_month(SimTime instant);
/// Number of whole weeks, Monday to Sunday, from the week that holds 1970-01-01 (a Thursday) to
/// that of `instant`.
std::int64_t week_of(SimTime instant);
/// Monday 00:00 of a week counted as in week_of.
SimTime monday_of(std::int64_t week);

} // namespace tsunagi
