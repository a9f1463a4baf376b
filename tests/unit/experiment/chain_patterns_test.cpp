#include "engine/experiment/patterns.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

using Appointments = RunResult::Appointments;

RunResult with_bookings(Appointments below_quarter, Appointments from_quarter) {
    RunResult run;
    run.first_bookings = {below_quarter, from_quarter};
    return run;
}

// Two replications of three readings: stated, forced warm, forced cold.
std::vector<ReplicationResult> by_hand() {
    return {{with_bookings({10, 4}, {10, 9}),
             with_bookings({1, 1}, {9, 5}),
             with_bookings({8, 2}, {2, 1})},
            {with_bookings({30, 9}, {5, 5}),
             with_bookings({2, 1}, {8, 4}),
             with_bookings({9, 3}, {1, 0})}};
}

} // namespace

TEST_CASE(
    "P1 counts what is due below a link of 0.25 under the stated link, P2 all under forced ones") {
    const auto runs = by_hand();
    const auto rows = chain_patterns(runs);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].n == 40);
    CHECK(rows[0].value == Approx(13.0 / 40.0));
    CHECK(rows[1].n == 20);
    CHECK(rows[1].value == Approx(11.0 / 20.0));
    CHECK(rows[2].n == 40);
    CHECK(rows[2].value == Approx((11.0 / 9.0) / (6.0 / 14.0)));
}

TEST_CASE("a pattern's interval takes the replication as its unit") {
    const auto runs = by_hand();
    const auto row = chain_patterns(runs).front();
    // Jackknife of two units: half their distance, times t of 0.975 with one degree of freedom.
    const double error = 0.5 * std::abs(9.0 / 30.0 - 4.0 / 10.0);
    constexpr double t = 12.706204736;
    CHECK(row.lower.value() == Approx(row.value - t * error));
    CHECK(row.upper.value() == Approx(row.value + t * error));
}
