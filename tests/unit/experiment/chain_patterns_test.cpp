#include "engine/experiment/detail/pattern_parts.hpp"

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

std::vector<PatternRow> rows_of(const detail::SumsPart& part, const std::vector<Sums>& units) {
    return detail::rows_of({&part, 1}, units);
}

std::vector<Sums> two_replications() {
    return {detail::booking_sums(with_bookings({10, 4}, {10, 9})),
            detail::booking_sums(with_bookings({30, 9}, {5, 5}))};
}

} // namespace

TEST_CASE("P1 counts what is due below a link of 0.25") {
    const auto rows = rows_of(detail::booking_part(), two_replications());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].n == 40);
    CHECK(rows[0].value.value() == Approx(13.0 / 40.0));
}

TEST_CASE("P2 counts all first bookings under forced links, and compares odds") {
    const auto warm = with_bookings({3, 2}, {17, 9});
    const auto cold = with_bookings({17, 5}, {3, 1});
    const auto rows = rows_of(detail::forced_link_part(), {detail::forced_link_sums({warm, cold})});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].n == 20);
    CHECK(rows[0].value.value() == Approx(11.0 / 20.0));
    CHECK(rows[1].n == 40);
    CHECK(rows[1].value.value() == Approx((11.0 / 9.0) / (6.0 / 14.0)));
    CHECK_FALSE(rows[1].lower.has_value());
}

TEST_CASE("a pattern's interval takes the replication as its unit") {
    const auto row = rows_of(detail::booking_part(), two_replications()).front();
    // Jackknife of two units: half their distance, times t of 0.975 with one degree of freedom.
    const double error = 0.5 * std::abs(9.0 / 30.0 - 4.0 / 10.0);
    constexpr double t = 12.706204736;
    CHECK(row.lower.value() == Approx(row.value.value() - t * error));
    CHECK(row.upper.value() == Approx(row.value.value() + t * error));
}

TEST_CASE("P4 reads the funnel step by step, each over the step before") {
    const detail::HandoverCounts handovers{.offered = 50,
                                           .accepted = 30,
                                           .centre_offered = 20,
                                           .centre_accepted = 16,
                                           .ended = 25,
                                           .arrived = 15,
                                           .hospital_arrived = 5,
                                           .hospital_in_care = 2,
                                           .centre_arrived = 8,
                                           .centre_in_care = 6};
    const auto rows = rows_of(detail::handover_part(), {detail::handover_sums(handovers)});
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].value.value() == Approx(0.6));
    CHECK(rows[0].n == 50);
    CHECK(rows[1].value.value() == Approx(0.8));
    CHECK(rows[2].value.value() == Approx(0.6));
    CHECK(rows[2].n == 25);
    CHECK(rows[3].value.value() == Approx(0.4));
    CHECK(rows[4].value.value() == Approx(0.75));
}

TEST_CASE("what nobody was seen in has no value and is no pass") {
    const auto rows = rows_of(detail::handover_part(), {detail::handover_sums({})});
    for (const auto& row : rows) {
        CHECK(row.n == 0);
        CHECK_FALSE(row.value.has_value());
        CHECK(row.verdict() == PatternRow::Verdict::miss);
    }
}
