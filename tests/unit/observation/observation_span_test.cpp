#include "engine/observation/observation_span.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using test::date;

TEST_CASE("whole fiscal years run from 1 April to 31 March inside the span") {
    const auto number = [](SimTime from, SimTime to) {
        return WholeFiscalYears{{.policy_start = from, .horizon = to}}.number();
    };
    CHECK(number(date(2026, 4, 1), date(2029, 4, 1)) == 3);
    CHECK(number(date(2026, 4, 1) + one_tick, date(2029, 4, 1)) == 2);
    CHECK(number(date(2026, 4, 1), date(2029, 4, 1) - one_tick) == 2);
    CHECK(number(date(2026, 6, 1), date(2027, 3, 1)) == 0);
}

TEST_CASE("a spell meets the fiscal years in which it lasts at least a second") {
    const WholeFiscalYears three_years{{date(2026, 4, 1), date(2029, 4, 1)}};
    const auto met = [&](SimTime from, SimTime to) {
        const auto range = three_years.met(from, to);
        return std::pair{range.first, range.last};
    };
    using Rows = std::pair<std::int64_t, std::int64_t>;
    CHECK(met(date(2026, 5, 1), date(2026, 6, 1)) == Rows{0, 1});
    CHECK(met(date(2020, 5, 1), date(2027, 4, 1)) == Rows{0, 1});
    CHECK(met(date(2020, 5, 1), date(2027, 4, 1) + one_tick) == Rows{0, 2});
    CHECK(met(date(2028, 1, 1), date(2040, 1, 1)) == Rows{1, 3});
    CHECK(met(date(2020, 1, 1), date(2026, 4, 1)) == Rows{0, 0});
    CHECK(met(date(2027, 1, 1), date(2027, 1, 1)) == Rows{0, 0});
}

TEST_CASE("a year-end is the last second of 31 December") {
    const ObservationSpan three_years{date(2026, 4, 1), date(2029, 4, 1)};
    CHECK(year_ends(three_years) == 3);
    CHECK(year_ends_in(three_years, date(2026, 5, 1), date(2027, 1, 1)) == 1);
    CHECK(year_ends_in(three_years, date(2026, 5, 1), date(2027, 1, 1) - one_tick) == 0);
    CHECK(year_ends_in(three_years, date(2027, 1, 1) - one_tick, date(2027, 2, 1)) == 1);
    CHECK(year_ends_in(three_years, date(2027, 1, 1), date(2027, 2, 1)) == 0);
    CHECK(year_ends_in(three_years, date(2000, 1, 1), SimTime::max()) == 3);
    CHECK(year_ends_in(three_years, date(2029, 5, 1), SimTime::max()) == 0);
}

TEST_CASE("the cohort's fiscal years are counted from that of the policy start") {
    const ObservationSpan three_years{date(2026, 4, 1), date(2029, 4, 1)};
    CHECK(cohort_fiscal_years(three_years) == 3); // S may fall on 1 April 2028
    CHECK(fiscal_year_row(three_years, date(2026, 4, 1)) == 0);
    CHECK(fiscal_year_row(three_years, date(2027, 4, 1) - one_tick) == 0);
    CHECK(fiscal_year_row(three_years, date(2028, 4, 1)) == 2);
    CHECK(cohort_fiscal_years({date(2026, 4, 1), date(2026, 9, 1)}) == 1);
}
