#include "engine/core/contracts.hpp"
#include "engine/statistics/competing_risks.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;

namespace {

using Counts = std::vector<std::int64_t>;

} // namespace

TEST_CASE("without censoring, cumulative incidence is the share that the cause has struck") {
    const CumulativeIncidence incidence{{2, 10, Counts{2, 1, 0, 3, 1, 1}, Counts{0, 0, 0}}};
    REQUIRE(incidence.days() == 3);
    REQUIRE(incidence.causes() == 2);
    CHECK(incidence.at(0, 0) == 0.0);
    CHECK(incidence.event_free(0) == 1.0);
    CHECK(incidence.at(1, 0) == Approx(0.2));
    CHECK(incidence.at(1, 1) == Approx(0.1));
    CHECK(incidence.at(3, 0) == Approx(0.3));
    CHECK(incidence.at(3, 1) == Approx(0.5));
    CHECK(incidence.event_free(3) == Approx(0.2));
    CHECK(incidence.incidence(3, 0).standard_error == Approx(std::sqrt(0.3 * 0.7 / 10.0)));
    CHECK(incidence.survival(3).standard_error == Approx(std::sqrt(0.2 * 0.8 / 10.0)));
}

TEST_CASE("without censoring, the restricted means are means of days, and their errors too") {
    // Days to the event: 1, 1, 2, 3, and never within 3; the first two and the fourth of cause 0.
    const CumulativeIncidence incidence{{2, 5, Counts{2, 0, 0, 1, 1, 0}, Counts{0, 0, 0}}};
    const auto free = incidence.mean_days_free(3);
    CHECK(free.value == Approx((1.0 + 1.0 + 2.0 + 3.0 + 3.0) / 5.0));
    CHECK(free.standard_error == Approx(std::sqrt((1.0 + 1.0 + 0.0 + 1.0 + 1.0) / 5.0 / 5.0)));
    const auto lost = incidence.mean_days_lost(3, 0);
    CHECK(lost.value == Approx((2.0 + 2.0 + 0.0) / 5.0));
    CHECK(lost.standard_error == Approx(std::sqrt((2 * 1.44 + 3 * 0.64) / 5.0 / 5.0)));
    CHECK(free.value + lost.value + incidence.mean_days_lost(3, 1).value == Approx(3.0));
    CHECK(incidence.mean_days_free(0).value == 0.0);
}

TEST_CASE("the censored leave after the events of their day, as in a calculation by hand") {
    // 8 at risk: 2 + 1 events, 1 censored; 4 at risk: 1 + 1 events, 2 censored.
    const CumulativeIncidence incidence{{2, 8, Counts{2, 1, 1, 1}, Counts{1, 2}}};
    CHECK(incidence.at(1, 0) == Approx(2.0 / 8.0));
    CHECK(incidence.event_free(1) == Approx(5.0 / 8.0));
    CHECK(incidence.at(2, 0) == Approx(2.0 / 8.0 + 5.0 / 8.0 / 4.0));
    CHECK(incidence.at(2, 1) == Approx(1.0 / 8.0 + 5.0 / 8.0 / 4.0));
    CHECK(incidence.event_free(2) == Approx(5.0 / 16.0));
}

TEST_CASE("with one cause the event-free curve is Kaplan-Meier's, its error Greenwood's") {
    // 10 at risk, 3 events, 2 censored; 5 at risk, 2 events.
    const CumulativeIncidence incidence{{1, 10, Counts{3, 2}, Counts{2, 0}}};
    const double survival = 0.7 * 0.6;
    const double greenwood = 3.0 / (10.0 * 7.0) + 2.0 / (5.0 * 3.0);
    CHECK(incidence.event_free(2) == Approx(survival));
    CHECK(incidence.survival(2).value == incidence.event_free(2));
    CHECK(incidence.survival(2).standard_error == Approx(survival * std::sqrt(greenwood)));
    CHECK(incidence.incidence(2, 0).standard_error == Approx(incidence.survival(2).standard_error));
}

TEST_CASE(
    "constant competing hazards give their closed form, where one minus Kaplan-Meier does not") {
    // Expected counts of 10^15 persons, hazards 0.05 and 0.02 up to t = 12: incidence 0.05 / 0.07
    // (1 - exp(-0.84)) = 0.4059; treating the other cause as censoring gives 1 - exp(-0.6) =
    // 0.4512.
    constexpr std::size_t days = 1200;
    constexpr double struck_per_day = 0.07 * 12.0 / days;
    constexpr std::int64_t persons = 1'000'000'000'000'000;
    Counts events;
    Counts others_as_censored;
    Counts one_cause;
    std::int64_t at_risk = persons;
    for (std::size_t day = 0; day < days; ++day) {
        const double struck = static_cast<double>(at_risk) * -std::expm1(-struck_per_day);
        one_cause.push_back(std::llround(struck * 5.0 / 7.0));
        others_as_censored.push_back(std::llround(struck * 2.0 / 7.0));
        events.insert(events.end(), {one_cause.back(), others_as_censored.back()});
        at_risk -= one_cause.back() + others_as_censored.back();
    }
    const CumulativeIncidence right{{2, persons, events, Counts(days, 0)}};
    const double closed_form = 5.0 / 7.0 * -std::expm1(-0.84);
    CHECK(closed_form == Approx(0.4059).margin(5e-5));
    CHECK(right.at(days, 0) == Approx(closed_form).epsilon(1e-10));
    CHECK(right.at(days, 1) == Approx(closed_form * 0.4).epsilon(1e-10));
    CHECK(right.at(days, 0) + right.at(days, 1) + right.event_free(days) ==
          Approx(1.0).epsilon(1e-13));
    const CumulativeIncidence wrong{{1, persons, one_cause, others_as_censored}};
    CHECK(wrong.at(days, 0) == Approx(0.4512).margin(2e-4));
}

TEST_CASE("independent censoring does not move the incidence") {
    // Half of those who stay leave after every day; the hazards of each day are 1/8 and 1/4.
    const CumulativeIncidence incidence{
        {2, 6400, Counts{800, 1600, 250, 500, 78, 156}, Counts{2000, 626, 0}}};
    CHECK(incidence.at(3, 0) == Approx(0.125 * (1.0 + 0.625 + 0.625 * 0.625)));
    CHECK(incidence.at(3, 1) == Approx(0.25 * (1.0 + 0.625 + 0.625 * 0.625)));
}

TEST_CASE("days on which nobody is left keep the incidence") {
    const CumulativeIncidence incidence{{1, 4, Counts{1, 0, 0}, Counts{3, 0, 0}}};
    CHECK(incidence.at(3, 0) == 0.25);
    CHECK(incidence.event_free(3) == 0.75);
    CHECK(incidence.mean_days_free(3).value == Approx(1.0 + 0.75 + 0.75));
    CHECK(CumulativeIncidence{{1, 1, {}, {}}}.days() == 0);
}

TEST_CASE("counts of competing events that contradict each other are refused") {
    const auto refused = [](std::size_t causes,
                            std::int64_t at_start,
                            const Counts& events,
                            const Counts& censored) {
        CHECK_THROWS_AS(CumulativeIncidence({causes, at_start, events, censored}),
                        ContractViolation);
    };
    refused(0, 4, {}, {});
    refused(1, 0, {}, {});
    refused(2, 4, {1}, {0});
    refused(1, 4, {1}, {0, 0});
    refused(1, 4, {-1}, {0});
    refused(1, 4, {1}, {-1});
    refused(1, 4, {3}, {2});
    refused(1, 4, {1, 4}, {0, 0});
    const CumulativeIncidence incidence{{1, 4, Counts{1}, Counts{0}}};
    CHECK_THROWS_AS(incidence.at(2, 0), ContractViolation);
    CHECK_THROWS_AS(incidence.at(0, 1), ContractViolation);
    CHECK_THROWS_AS(incidence.event_free(2), ContractViolation);
    CHECK_THROWS_AS(incidence.mean_days_lost(2, 0), ContractViolation);
}
