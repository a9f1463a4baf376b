#include "engine/capacity/staff_ledger.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

StaffLedger::StaffLedger(Column<AgencyId, std::optional<Duration>> weekly_totals,
                         SimTime first,
                         SimTime last)
    : totals_{std::move(weekly_totals)}, by_week_{totals_.size()}, first_week_{week_of(first)},
      weeks_{static_cast<std::size_t>(week_of(last) - week_of(first) + 1)} {
    expects(first <= last, "a ledger covers at least one week");
    for (std::size_t row = 0; row < totals_.size(); ++row) {
        const auto agency = totals_.id(row);
        if (totals_[agency]) {
            by_week_[agency].resize(weeks_);
        }
    }
}

std::size_t StaffLedger::week_row(SimTime instant) const {
    const auto row = week_of(instant) - first_week_;
    expects(row >= 0, "a ledger is not asked about weeks before its first");
    return row < static_cast<std::int64_t>(weeks_) ? static_cast<std::size_t>(row) : weeks_;
}

std::optional<SimTime>
StaffLedger::book(AgencyId agency, SimTime wish, Duration hours, SimTime latest) {
    expects(hours >= Duration{0}, "booked hours are not negative");
    if (wish > latest) {
        return std::nullopt;
    }
    const auto total = totals_[agency];
    if (!total) {
        return wish;
    }
    auto& entries = by_week_[agency];
    const auto has_left = [&](const Week& entry) {
        return entry.reserved + entry.booked + hours <= *total;
    };
    auto instant = wish;
    auto week = week_row(wish);
    while (week < weeks_ && !has_left(entries[week])) {
        ++week;
        instant = monday_of(first_week_ + static_cast<std::int64_t>(week));
        if (instant > latest) {
            return std::nullopt;
        }
    }
    if (week < weeks_) {
        entries[week].booked += hours;
    }
    return instant;
}

void StaffLedger::release(AgencyId agency, SimTime booked, Duration hours) {
    const auto week = week_row(booked);
    if (totals_[agency] && week < weeks_) {
        auto& entry = by_week_[agency][week];
        expects(entry.booked >= hours, "only booked hours are given back");
        entry.booked -= hours;
    }
}

void StaffLedger::reserve_from(AgencyId agency,
                               SimTime from,
                               const std::vector<Duration>& hours_by_week) {
    if (!totals_[agency]) {
        return;
    }
    for (auto week = week_row(from); week < weeks_; ++week) {
        by_week_[agency][week].reserved =
            week < hours_by_week.size() ? hours_by_week[week] : Duration{0};
    }
}

Duration StaffLedger::count_overtime(AgencyId agency, SimTime instant, Duration hours) {
    const auto week = week_row(instant);
    if (!totals_[agency] || week == weeks_) {
        return Duration{0};
    }
    auto& entry = by_week_[agency][week];
    const auto excess = entry.reserved + entry.booked - *totals_[agency] - entry.overtime;
    const auto counted = std::clamp(excess, Duration{0}, hours);
    entry.overtime += counted;
    return counted;
}

StaffLedger::Use StaffLedger::use_between(AgencyId agency, SimTime from, SimTime to) const {
    Use use;
    if (!totals_[agency]) {
        return use;
    }
    // Neither the week of the last second before `from` is whole nor that of `to`.
    const auto begin = std::max(week_of(from - Duration{1}) + 1 - first_week_, std::int64_t{0});
    const auto end = std::min(week_of(to) - first_week_, static_cast<std::int64_t>(weeks_));
    for (auto week = begin; week < end; ++week) {
        const auto& entry = by_week_[agency][static_cast<std::size_t>(week)];
        use.available += *totals_[agency];
        use.taken += entry.reserved + entry.booked;
    }
    return use;
}

Duration StaffLedger::reserved(AgencyId agency, SimTime instant) const {
    const auto week = week_row(instant);
    return totals_[agency] && week < weeks_ ? by_week_[agency][week].reserved : Duration{0};
}

Duration StaffLedger::booked(AgencyId agency, SimTime instant) const {
    const auto week = week_row(instant);
    return totals_[agency] && week < weeks_ ? by_week_[agency][week].booked : Duration{0};
}

} // namespace tsunagi
