#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;
using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST_CASE("a sampled length is whole ticks rounded up, at least one") {
    CHECK(sampled(0.0) == Duration{1});
    CHECK(sampled(1.0) == one_day);
    CHECK(sampled(0.5 / 86400.0) == Duration{1});
    CHECK(sampled(1.5 / 86400.0) == Duration{2});
    CHECK_THROWS_AS(sampled(-1.0), ContractViolation);
    CHECK_THROWS_AS(sampled(1e10), ContractViolation);
}

TEST_CASE("fiscal years begin on 1 April and rotation strictly follows") {
    const auto eve = at_date(sys_days{2024y / 3 / 31});
    const auto day = at_date(sys_days{2024y / 4 / 1});
    CHECK(fiscal_year_start(eve) == sys_days{2023y / 4 / 1});
    CHECK(fiscal_year_start(day) == sys_days{2024y / 4 / 1});
    CHECK(next_first_of_april(eve) == day);
    CHECK(next_first_of_april(day) == at_date(sys_days{2025y / 4 / 1}));
}

TEST_CASE("the first of the month follows strictly, over the end of a year and a leap February") {
    CHECK(next_first_of_month(at_date(sys_days{2023y / 12 / 1})) ==
          at_date(sys_days{2024y / 1 / 1}));
    CHECK(next_first_of_month(at_date(sys_days{2024y / 2 / 29}) + Duration{5}) ==
          at_date(sys_days{2024y / 3 / 1}));
}

TEST_CASE("weeks run from Monday to Sunday") {
    const auto monday = at_date(sys_days{2024y / 4 / 1}); // a Monday
    CHECK(monday_of(week_of(monday)) == monday);
    CHECK(week_of(monday + 6 * one_day) == week_of(monday));
    CHECK(week_of(monday - Duration{1}) == week_of(monday) - 1);
    CHECK(week_of(at_date(sys_days{1970y / 1 / 1})) == 0);
    CHECK(week_of(at_date(sys_days{1969y / 12 / 28})) == -1);
}
