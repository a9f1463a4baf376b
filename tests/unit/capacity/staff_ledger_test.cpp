#include "engine/capacity/staff_ledger.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/capacity/dates.hpp"

#include <chrono>
#include <random>

using namespace tsunagi;
using namespace std::chrono_literals;
using test::date;
using test::far_future;
using test::first_day;

namespace {

using std::chrono::days;

constexpr AgencyId busy{0};
constexpr AgencyId unlimited{1};

constexpr SimTime last_day_of_ledger = date(2021, 3, 31);
constexpr SimTime second_monday = date(2020, 4, 6);
constexpr SimTime third_monday = date(2020, 4, 13);
constexpr Duration weekly_total = 10h;

StaffLedger ledger() {
    Column<AgencyId, std::optional<Duration>> totals;
    totals.push(weekly_total);
    totals.push(std::nullopt);
    return {std::move(totals), first_day, last_day_of_ledger};
}

} // namespace

TEST_CASE("a booking takes its own instant while that week has hours left") {
    auto staff = ledger();
    const auto wish = first_day + 10h;
    CHECK(staff.book(busy, wish, 6h, far_future) == wish);
    CHECK(staff.book(busy, wish, 4h, far_future) == wish); // to the last second
    CHECK(staff.booked(busy, first_day) == weekly_total);
    CHECK(staff.booked(busy, second_monday) == 0h);
}

TEST_CASE("a booking in a full week takes the Monday of the first later week with hours left") {
    auto staff = ledger();
    const auto wish = first_day + 10h;
    staff.book(busy, wish, 9h, far_future);
    CHECK(staff.book(busy, wish, 2h, far_future) == second_monday);
    CHECK(staff.book(busy, second_monday + 30h, 8h, far_future) == second_monday + 30h);
    // Both weeks hold less than two hours now; a small piece of work still fits the first.
    CHECK(staff.book(busy, wish, 2h, far_future) == third_monday);
    CHECK(staff.book(busy, wish, 1h, far_future) == wish);
    CHECK(staff.booked(busy, third_monday) == 2h);
}

TEST_CASE("a week runs from Monday to Sunday") {
    auto staff = ledger();
    const auto sunday_night = second_monday - 1s;
    CHECK(staff.book(busy, first_day, 10h, far_future) == first_day);
    CHECK(staff.book(busy, sunday_night, 1h, far_future) == second_monday);
    CHECK(staff.week_row(sunday_night) == 0);
    CHECK(staff.week_row(second_monday) == 1);
}

TEST_CASE("standing work comes first and bookings take what it leaves") {
    auto staff = ledger();
    staff.reserve_from(busy, first_day, {7h, 10h, 2h});
    CHECK(staff.reserved(busy, first_day) == 7h);
    CHECK(staff.book(busy, first_day, 3h, far_future) == first_day);
    CHECK(staff.book(busy, first_day, 3h, far_future) == third_monday);
    // Bookings made before a later reservation stay.
    staff.reserve_from(busy, first_day, {9h});
    CHECK(staff.booked(busy, first_day) == 3h);
    CHECK(staff.reserved(busy, third_monday) == 0h);
    CHECK(staff.book(busy, first_day, 1h, far_future) == second_monday);
}

TEST_CASE("a reservation from a later instant leaves earlier weeks alone") {
    auto staff = ledger();
    staff.reserve_from(busy, first_day, {1h, 2h, 3h});
    staff.reserve_from(busy, second_monday + 40h, {7h, 8h, 9h});
    CHECK(staff.reserved(busy, first_day) == 1h);
    CHECK(staff.reserved(busy, second_monday) == 8h);
    CHECK(staff.reserved(busy, third_monday) == 9h);
    CHECK(staff.reserved(busy, date(2020, 6, 1)) == 0h);
}

TEST_CASE("what finds nothing in time is refused and takes nothing") {
    auto staff = ledger();
    for (auto monday = first_day; monday < date(2020, 11, 1); monday += days{7}) {
        staff.book(busy, monday, weekly_total, far_future);
    }
    const auto latest = first_day + days{180};
    CHECK_FALSE(staff.book(busy, first_day, 1h, latest));
    const auto next_free = staff.book(busy, first_day, 1h, far_future);
    REQUIRE(next_free);
    CHECK(*next_free > latest);
    CHECK(staff.booked(busy, *next_free) == 1h); // the refusal had not taken this hour
    CHECK_FALSE(staff.book(busy, date(2021, 1, 1), 1h, date(2020, 12, 31)));
}

TEST_CASE("the latest instant itself may be booked") {
    auto staff = ledger();
    staff.book(busy, first_day, weekly_total, far_future);
    CHECK(staff.book(busy, first_day, 1h, second_monday) == second_monday);
    staff.book(busy, second_monday, 9h, far_future);
    CHECK_FALSE(staff.book(busy, first_day, 1h, third_monday - 1s));
}

TEST_CASE("released hours can be booked again") {
    auto staff = ledger();
    staff.book(busy, first_day, 9h, far_future);
    CHECK(staff.book(busy, first_day, 2h, far_future) == second_monday);
    staff.release(busy, second_monday, 2h);
    CHECK(staff.booked(busy, second_monday) == 0h);
    staff.release(busy, first_day, 4h);
    CHECK(staff.book(busy, first_day, 2h, far_future) == first_day);
    CHECK_THROWS_AS(staff.release(busy, first_day, 20h), ContractViolation);
}

TEST_CASE("work longer than a whole week finds no covered week") {
    auto staff = ledger();
    CHECK_FALSE(staff.book(busy, first_day, weekly_total + 1s, last_day_of_ledger));
}

TEST_CASE("hours beyond the weekly total are counted once, from the first work that meets them") {
    auto staff = ledger();
    staff.book(busy, first_day, 9h, far_future);
    staff.reserve_from(busy, first_day, {4h});
    CHECK(staff.count_overtime(busy, first_day, 2h) == 2h); // three hours beyond the total
    CHECK(staff.count_overtime(busy, first_day, 2h) == 1h);
    CHECK(staff.count_overtime(busy, first_day, 2h) == 0h);
    CHECK(staff.count_overtime(busy, second_monday, 2h) == 0h);
    CHECK(staff.count_overtime(unlimited, first_day, 2h) == 0h);
    CHECK(staff.count_overtime(busy, far_future, 2h) == 0h);
}

TEST_CASE("an agency without a weekly total is never full") {
    auto staff = ledger();
    staff.reserve_from(unlimited, first_day, {1000h});
    for (int booking = 0; booking < 100; ++booking) {
        CHECK(staff.book(unlimited, first_day + 1h, 50h, far_future) == first_day + 1h);
    }
    CHECK_FALSE(staff.weekly_total(unlimited));
    CHECK(staff.booked(unlimited, first_day) == 0h);
    CHECK(staff.reserved(unlimited, first_day) == 0h);
    staff.release(unlimited, first_day, 50h);
    CHECK_FALSE(staff.book(unlimited, far_future, 1h, last_day_of_ledger));
}

TEST_CASE("weeks beyond the covered range are never full and earlier ones cannot be asked") {
    auto staff = ledger();
    CHECK(staff.book(busy, far_future, 500h, far_future) == far_future);
    CHECK(staff.booked(busy, far_future) == 0h);
    CHECK(staff.week_row(far_future) == staff.weeks());
    CHECK_THROWS_AS(staff.week_row(date(2020, 3, 1)), ContractViolation);
    CHECK(staff.week_row(date(2020, 3, 30)) == 0); // the Monday of the first week
}

TEST_CASE("no week ever holds more than its total and every booked hour is somewhere") {
    auto staff = ledger();
    std::mt19937_64 generator{5};
    Duration given{};
    std::vector<std::pair<SimTime, Duration>> bookings;
    for (int attempt = 0; attempt < 2'000; ++attempt) {
        const auto wish = first_day + days{generator() % 300} + Duration{generator() % 86'400};
        const Duration length{900 * (1 + static_cast<std::int64_t>(generator() % 12))};
        if (const auto booked = staff.book(busy, wish, length, wish + days{60})) {
            CHECK(*booked >= wish);
            CHECK(*booked <= wish + days{60});
            given += length;
            bookings.emplace_back(*booked, length);
        }
        if (attempt % 3 == 0 && !bookings.empty()) {
            staff.release(busy, bookings.back().first, bookings.back().second);
            given -= bookings.back().second;
            bookings.pop_back();
        }
    }
    Duration found{};
    for (auto week = second_monday - days{7}; week <= last_day_of_ledger; week += days{7}) {
        CHECK(staff.booked(busy, std::max(week, first_day)) <= weekly_total);
        found += staff.booked(busy, std::max(week, first_day));
    }
    CHECK(found == given);
}

TEST_CASE("hours used are those of whole weeks, and beyond what there is with overtime") {
    auto staff = ledger();
    staff.book(busy, first_day + 10h, 6h, far_future);    // week of 30 March
    staff.book(busy, second_monday + 1h, 5h, far_future); // week of 6 April
    staff.book(busy, third_monday + 1h, 10h, far_future); // week of 13 April, full
    staff.reserve_from(busy, third_monday, {0h, 0h, 3h});
    const auto use = [&](SimTime from, SimTime to) { return staff.use_between(busy, from, to); };
    const auto three = use(date(2020, 3, 30), date(2020, 4, 20));
    CHECK(three.available == 3 * weekly_total);
    CHECK(three.taken == 24h);
    // The week that holds the first day is not whole, nor is that of the last.
    CHECK(use(first_day, date(2020, 4, 20)).taken == 18h);
    CHECK(use(first_day, date(2020, 4, 20) - Duration{1}).taken == 5h);
    CHECK(use(first_day, date(2020, 4, 20) - Duration{1}).available == weekly_total);
    CHECK(use(third_monday, date(2020, 4, 20)).taken == 13h); // of 10
    CHECK(use(first_day, second_monday).available == 0h);
    CHECK(staff.use_between(unlimited, first_day, last_day_of_ledger).available == 0h);
    CHECK(use(first_day, far_future).available == 52 * weekly_total); // as far as the ledger covers
}
