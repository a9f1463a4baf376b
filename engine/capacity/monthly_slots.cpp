#include "engine/capacity/monthly_slots.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Whole parts of a slot, so that ten months of 0.7 have seven slots on every machine.
constexpr std::int64_t parts = 1'000'000;

// Months since January of year 0.
std::int64_t month_of(SimTime instant) {
    const std::chrono::year_month_day date{date_of(instant)};
    return std::int64_t{int{date.year()}} * months_per_year + static_cast<unsigned>(date.month()) -
           1;
}

SimTime first_day_of(std::int64_t month) {
    const auto january = std::chrono::year{0} / std::chrono::January;
    return at_date(std::chrono::sys_days{(january + std::chrono::months{month}) / 1});
}

std::int64_t millionths(double per_month) {
    expects(per_month >= 0.0 && per_month <= 1e6, "slots of a month lie in [0, 1e6]");
    return nearest_whole(per_month * parts);
}

} // namespace

MonthlySlots::MonthlySlots(std::optional<double> per_month, SimTime first, SimTime last)
    : millionths_{millionths(per_month.value_or(0.0))}, first_month_{month_of(first)} {
    expects(first <= last, "slots cover at least one month");
    if (per_month) {
        booked_.resize(static_cast<std::size_t>(month_of(last) - first_month_ + 1));
    }
}

std::size_t MonthlySlots::month_row(SimTime instant) const {
    const auto month = month_of(instant) - first_month_;
    expects(month >= 0, "slots are not asked about months before their first");
    return std::min(static_cast<std::size_t>(month), booked_.size());
}

std::int64_t MonthlySlots::slots_of(std::size_t month) const {
    const auto before = static_cast<std::int64_t>(month);
    return (before + 1) * millionths_ / parts - before * millionths_ / parts;
}

bool MonthlySlots::is_full(std::size_t month) const {
    return month < booked_.size() && booked_[month] >= slots_of(month);
}

std::optional<MonthlySlots::Booking> MonthlySlots::first_free(Wish wish) const {
    auto booking = Booking{.at = wish.at, .waited = Waited::no};
    auto month = month_row(wish.at);
    while (booking.at <= wish.latest && is_full(month)) {
        ++month;
        booking = {.at = first_day_of(first_month_ + static_cast<std::int64_t>(month)),
                   .waited = Waited::for_a_later_month};
    }
    return booking.at <= wish.latest ? std::optional{booking} : std::nullopt;
}

std::optional<MonthlySlots::Booking> MonthlySlots::book(Wish wish) {
    const auto booking = first_free(wish);
    if (booking) {
        const auto month = month_row(booking->at);
        if (month < booked_.size()) {
            ++booked_[month];
        }
    }
    return booking;
}

void MonthlySlots::release(SimTime at) {
    const auto month = month_row(at);
    if (month < booked_.size()) {
        expects(booked_[month] > 0, "only a booked slot is given back");
        --booked_[month];
    }
}

std::optional<std::int64_t> MonthlySlots::slots(SimTime instant) const {
    const auto month = month_row(instant);
    return month < booked_.size() ? std::optional{slots_of(month)} : std::nullopt;
}

std::int64_t MonthlySlots::booked(SimTime instant) const {
    const auto month = month_row(instant);
    return month < booked_.size() ? booked_[month] : 0;
}

} // namespace tsunagi
