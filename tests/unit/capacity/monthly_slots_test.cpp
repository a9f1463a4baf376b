#include "engine/capacity/monthly_slots.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/capacity/dates.hpp"

#include <chrono>
#include <limits>
#include <vector>

using namespace tsunagi;
using namespace std::chrono_literals;
using test::date;
using test::far_future;
using test::first_day;

namespace {

using Booking = MonthlySlots::Booking;
using Waited = MonthlySlots::Waited;

constexpr SimTime last_day_of_slots = date(2022, 3, 31);

MonthlySlots slots_of(std::optional<double> per_month) {
    return {per_month, first_day, last_day_of_slots};
}

// Slots of the first months of a run.
std::vector<std::int64_t> first_months(double per_month, std::size_t months) {
    const auto slots = slots_of(per_month);
    std::vector<std::int64_t> counts;
    for (auto month = first_day; counts.size() < months; month = next_first_of_month(month)) {
        counts.push_back(slots.slots(month).value());
    }
    return counts;
}

} // namespace

TEST_CASE("a whole number of slots is the same in every month") {
    CHECK(first_months(6.0, 5) == std::vector<std::int64_t>{6, 6, 6, 6, 6});
    CHECK(first_months(0.0, 3) == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("a broken number of slots comes out whole, and its parts add up") {
    CHECK(first_months(2.5, 6) == std::vector<std::int64_t>{2, 3, 2, 3, 2, 3});
    CHECK(first_months(0.4, 6) == std::vector<std::int64_t>{0, 0, 1, 0, 1, 0});
    CHECK(first_months(0.7, 10) == std::vector<std::int64_t>{0, 1, 1, 0, 1, 1, 0, 1, 1, 1});
    // A number is not rounded to hundredths: 24 x 0.0417 is just above one slot, 24 x 0.0416 below.
    CHECK(first_months(0.0417, 24).back() == 1);
    CHECK(first_months(0.0416, 24).back() == 0);
    // Twelve months of 5.73 are 68.76 slots; twenty-four, 137.52.
    const auto slots = first_months(5.73, 24);
    std::int64_t sum = 0;
    for (std::size_t month = 0; month < slots.size(); ++month) {
        sum += slots[month];
        CHECK((month != 11 || sum == 68));
    }
    CHECK(sum == 137);
}

TEST_CASE("a booking takes its own instant while its month has a slot, else the first of a later "
          "month that has one") {
    auto slots = slots_of(2.0);
    const auto april = date(2020, 4, 20) + 10h;
    CHECK(slots.book({april, far_future}) == Booking{april, Waited::no});
    CHECK(slots.book({first_day, far_future}) == Booking{first_day, Waited::no});
    CHECK(slots.book({april, far_future}) == Booking{date(2020, 5, 1), Waited::for_a_later_month});
    const auto may = date(2020, 5, 31) + 23h;
    CHECK(slots.book({may, far_future}) == Booking{may, Waited::no});
    CHECK(slots.book({first_day, far_future}) ==
          Booking{date(2020, 6, 1), Waited::for_a_later_month});
    CHECK(slots.booked(april) == 2);
    CHECK(slots.booked(may) == 2);
    CHECK(slots.booked(date(2020, 6, 30)) == 1);
}

TEST_CASE("months without a slot are passed over, across the turn of a year too") {
    auto slots = slots_of(0.25); // one in July, one in November, one in March ...
    const auto december = date(2020, 12, 24);
    CHECK(slots.book({first_day, far_future}) ==
          Booking{date(2020, 7, 1), Waited::for_a_later_month});
    CHECK(slots.book({december, far_future}) ==
          Booking{date(2021, 3, 1), Waited::for_a_later_month});
    CHECK(slots.book({first_day, far_future}) ==
          Booking{date(2020, 11, 1), Waited::for_a_later_month});
}

TEST_CASE("a month runs from its first second to its last") {
    auto slots = slots_of(1.0);
    const auto leap_day = date(2021, 3, 1) - 1s;
    CHECK(slots.book({leap_day, far_future})->at == leap_day);
    CHECK(slots.book({date(2021, 3, 1), far_future})->waited == Waited::no);
    CHECK(slots.book({date(2021, 2, 1), far_future})->at == date(2021, 4, 1));
}

TEST_CASE("nothing is booked after the latest instant, nor is a slot taken then") {
    auto slots = slots_of(1.0);
    const auto may = date(2020, 5, 1);
    CHECK_FALSE(slots.book({may, may - 1s}).has_value());
    CHECK(slots.book({first_day, first_day})->at == first_day);
    CHECK_FALSE(slots.book({first_day, may - 1s}).has_value());
    CHECK(slots.booked(may) == 0);
    CHECK(slots.book({first_day, may})->at == may);
    CHECK_FALSE(slots_of(0.0).book({first_day, last_day_of_slots}).has_value());
}

TEST_CASE("asking where a booking would fall takes nothing") {
    auto slots = slots_of(1.0);
    const auto asked = slots.first_free({first_day, far_future});
    CHECK(asked == Booking{first_day, Waited::no});
    CHECK(slots.booked(first_day) == 0);
    CHECK(slots.book({first_day, far_future}) == asked);
    CHECK(slots.first_free({first_day, far_future})->at == date(2020, 5, 1));
}

TEST_CASE("a slot given back is there for the next") {
    auto slots = slots_of(1.0);
    slots.book({first_day, far_future});
    const auto second = slots.book({first_day, far_future});
    slots.release(first_day);
    CHECK(slots.book({first_day + 3h, far_future}) == Booking{first_day + 3h, Waited::no});
    slots.release(second->at);
    CHECK(slots.booked(second->at) == 0);
    CHECK_THROWS_AS(slots.release(second->at), ContractViolation);
}

TEST_CASE("without a number, and after the counted months, nobody waits") {
    auto unlimited = slots_of(std::nullopt);
    auto none = slots_of(0.0);
    const auto after = last_day_of_slots + 24h;
    for (int booking = 0; booking < 100; ++booking) {
        CHECK(unlimited.book({first_day, far_future}) == Booking{first_day, Waited::no});
        CHECK(none.book({after, far_future}) == Booking{after, Waited::no});
    }
    CHECK_FALSE(unlimited.slots(first_day).has_value());
    CHECK(unlimited.booked(first_day) == 0);
    unlimited.release(first_day);
    CHECK_FALSE(none.slots(after).has_value());
    CHECK(none.book({first_day, far_future}) == Booking{after, Waited::for_a_later_month});
}

TEST_CASE("slots that make no sense are refused") {
    CHECK_THROWS_AS(slots_of(-1.0), ContractViolation);
    CHECK_THROWS_AS(slots_of(1.1e6), ContractViolation);
    CHECK_THROWS_AS(slots_of(std::numeric_limits<double>::quiet_NaN()), ContractViolation);
    CHECK_THROWS_AS(MonthlySlots(6.0, last_day_of_slots, first_day), ContractViolation);
    CHECK_THROWS_AS(slots_of(6.0).slots(first_day - 1s), ContractViolation);
}
