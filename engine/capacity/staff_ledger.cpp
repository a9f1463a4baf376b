#include "engine/capacity/staff_ledger.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

namespace {
constexpr Duration one_week = std::chrono::weeks{1};
} // namespace

StaffLedger::StaffLedger(const Column<AgencyId, std::optional<Duration>>& weekly_totals,
                         SimTime first,
                         SimTime last)
    : hours_{weekly_totals.size()}, first_monday_{monday_of(week_of(first))},
      weeks_{static_cast<std::size_t>(week_of(last) - week_of(first) + 1)} {
    expects(first <= last, "a ledger covers at least one week");
    for (std::size_t row = 0; row < weekly_totals.size(); ++row) {
        const auto agency = weekly_totals.id(row);
        if (weekly_totals[agency]) {
            hours_[agency] = {.weekly_total = weekly_totals[agency],
                              .by_week = std::vector<Week>(weeks_)};
        }
    }
}

std::size_t StaffLedger::week_row(SimTime instant) const {
    expects(instant >= first_monday_, "a ledger is not asked about weeks before its first");
    return std::min(static_cast<std::size_t>((instant - first_monday_) / one_week), weeks_);
}

std::optional<SimTime>
StaffLedger::book(AgencyId agency, SimTime wish, Duration hours, SimTime latest) {
    expects(hours >= Duration{0}, "booked hours are not negative");
    if (wish > latest) {
        return std::nullopt;
    }
    auto& [total, by_week] = hours_[agency];
    if (!total) {
        return wish;
    }
    auto instant = wish;
    auto week = week_row(wish);
    while (week < weeks_ && by_week[week].reserved + by_week[week].booked + hours > *total) {
        ++week;
        instant = first_monday_ + static_cast<std::int64_t>(week) * one_week;
        if (instant > latest) {
            return std::nullopt;
        }
    }
    if (week < weeks_) {
        by_week[week].booked += hours;
    }
    return instant;
}

void StaffLedger::release(AgencyId agency, SimTime booked, Duration hours) {
    const auto week = week_row(booked);
    auto& [total, by_week] = hours_[agency];
    if (total && week < weeks_) {
        expects(by_week[week].booked >= hours, "only booked hours are given back");
        by_week[week].booked -= hours;
    }
}

void StaffLedger::reserve_from(AgencyId agency,
                               SimTime from,
                               const std::vector<Duration>& hours_by_week) {
    auto& [total, by_week] = hours_[agency];
    if (!total) {
        return;
    }
    for (auto week = week_row(from); week < weeks_; ++week) {
        by_week[week].reserved = week < hours_by_week.size() ? hours_by_week[week] : Duration{0};
    }
}

Duration StaffLedger::count_overtime(AgencyId agency, SimTime instant, Duration hours) {
    const auto week = week_row(instant);
    auto& [total, by_week] = hours_[agency];
    if (!total || week == weeks_) {
        return Duration{0};
    }
    auto& entry = by_week[week];
    const auto excess = entry.reserved + entry.booked - *total - entry.overtime;
    const auto counted = std::clamp(excess, Duration{0}, hours);
    entry.overtime += counted;
    return counted;
}

StaffLedger::Use StaffLedger::use_between(AgencyId agency, SimTime from, SimTime to) const {
    Use use;
    const auto& [total, by_week] = hours_[agency];
    if (!total) {
        return use;
    }
    // Neither the week of the last second before `from` is whole nor that of `to`.
    const auto first_week = week_of(first_monday_);
    const auto begin = std::max(week_of(from - Duration{1}) + 1 - first_week, std::int64_t{0});
    const auto end = std::min(week_of(to) - first_week, static_cast<std::int64_t>(weeks_));
    for (auto week = begin; week < end; ++week) {
        const auto& entry = by_week[static_cast<std::size_t>(week)];
        use.available += *total;
        use.taken += entry.reserved + entry.booked;
    }
    return use;
}

Duration StaffLedger::reserved(AgencyId agency, SimTime instant) const {
    const auto week = week_row(instant);
    const auto& [total, by_week] = hours_[agency];
    return total && week < weeks_ ? by_week[week].reserved : Duration{0};
}

Duration StaffLedger::booked(AgencyId agency, SimTime instant) const {
    const auto week = week_row(instant);
    const auto& [total, by_week] = hours_[agency];
    return total && week < weeks_ ? by_week[week].booked : Duration{0};
}

} // namespace tsunagi
