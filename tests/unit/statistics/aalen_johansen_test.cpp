#include "engine/core/contracts.hpp"
#include "engine/statistics/aalen_johansen.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;

namespace {

using Counts = std::vector<std::int64_t>;

} // namespace

TEST_CASE("without censoring, cumulative incidence is the share that the cause has struck") {
    const Counts at_risk{10, 7, 4};
    const Counts events{2, 1, 0, 3, 1, 1};
    const Counts censored{0, 0, 0};
    const CumulativeIncidence incidence{{2, at_risk, events, censored}};
    REQUIRE(incidence.bins() == 3);
    CHECK(incidence.at(0, 0) == Approx(0.2));
    CHECK(incidence.at(0, 1) == Approx(0.1));
    CHECK(incidence.at(2, 0) == Approx(0.3));
    CHECK(incidence.at(2, 1) == Approx(0.5));
    CHECK(incidence.event_free(2) == Approx(0.2));
}

TEST_CASE("the censored leave after the events of their bin, as in a calculation by hand") {
    // 8 at risk: 2 + 1 events, 1 censored; 4 at risk: 1 + 1 events, 2 censored.
    const CumulativeIncidence incidence{{2, Counts{8, 4}, Counts{2, 1, 1, 1}, Counts{1, 2}}};
    CHECK(incidence.at(0, 0) == Approx(2.0 / 8.0));
    CHECK(incidence.event_free(0) == Approx(5.0 / 8.0));
    CHECK(incidence.at(1, 0) == Approx(2.0 / 8.0 + 5.0 / 8.0 / 4.0));
    CHECK(incidence.at(1, 1) == Approx(1.0 / 8.0 + 5.0 / 8.0 / 4.0));
    CHECK(incidence.event_free(1) == Approx(5.0 / 16.0));
}

TEST_CASE(
    "constant competing hazards give their closed form, where one minus Kaplan-Meier does not") {
    // Expected counts of 10^15 persons, hazards 0.05 and 0.02 up to t = 12: incidence 0.05 / 0.07
    // (1 - exp(-0.84)) = 0.4059; treating the other cause as censoring gives 1 - exp(-0.6) =
    // 0.4512.
    constexpr std::size_t bins = 1200;
    constexpr double struck_per_bin = 0.07 * 12.0 / bins;
    Counts at_risk{1'000'000'000'000'000};
    Counts events;
    Counts others_as_censored;
    Counts one_cause;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double struck = static_cast<double>(at_risk.back()) * -std::expm1(-struck_per_bin);
        events.push_back(std::llround(struck * 5.0 / 7.0));
        events.push_back(std::llround(struck * 2.0 / 7.0));
        one_cause.push_back(events[2 * bin]);
        others_as_censored.push_back(events[2 * bin + 1]);
        at_risk.push_back(at_risk.back() - events[2 * bin] - events[2 * bin + 1]);
    }
    at_risk.pop_back();
    const Counts nobody_censored(bins, 0);
    const CumulativeIncidence right{{2, at_risk, events, nobody_censored}};
    const double closed_form = 5.0 / 7.0 * -std::expm1(-0.84);
    CHECK(closed_form == Approx(0.4059).margin(5e-5));
    CHECK(right.at(bins - 1, 0) == Approx(closed_form).epsilon(1e-10));
    CHECK(right.at(bins - 1, 1) == Approx(closed_form * 0.4).epsilon(1e-10));
    CHECK(right.at(bins - 1, 0) + right.at(bins - 1, 1) + right.event_free(bins - 1) ==
          Approx(1.0).epsilon(1e-13));
    const CumulativeIncidence wrong{{1, at_risk, one_cause, others_as_censored}};
    CHECK(wrong.at(bins - 1, 0) == Approx(0.4512).margin(2e-4));
}

TEST_CASE("independent censoring does not move the incidence") {
    // Half of those who stay leave after every bin; the hazards of each bin are 1/8 and 1/4.
    const CumulativeIncidence incidence{
        {2, Counts{6400, 2000, 624}, Counts{800, 1600, 250, 500, 78, 156}, Counts{2000, 626, 0}}};
    CHECK(incidence.at(2, 0) == Approx(0.125 * (1.0 + 0.625 + 0.625 * 0.625)));
    CHECK(incidence.at(2, 1) == Approx(0.25 * (1.0 + 0.625 + 0.625 * 0.625)));
}

TEST_CASE("bins in which nobody is left keep the incidence") {
    const CumulativeIncidence incidence{{1, Counts{4, 0, 0}, Counts{1, 0, 0}, Counts{3, 0, 0}}};
    CHECK(incidence.at(2, 0) == 0.25);
    CHECK(incidence.event_free(2) == 0.75);
    CHECK(CumulativeIncidence{{1, {}, {}, {}}}.bins() == 0);
}

TEST_CASE("counts that contradict each other are refused") {
    const auto refused = [](std::size_t causes,
                            const Counts& at_risk,
                            const Counts& events,
                            const Counts& censored) {
        CHECK_THROWS_AS(CumulativeIncidence({causes, at_risk, events, censored}),
                        ContractViolation);
    };
    refused(0, {}, {}, {});
    refused(2, {4}, {1}, {0});
    refused(1, {4}, {1}, {0, 0});
    refused(1, {4}, {-1}, {0});
    refused(1, {4}, {1}, {-1});
    refused(1, {4}, {3}, {2});
    refused(1, {4, 4}, {1, 0}, {0, 0});
    const CumulativeIncidence incidence{{1, Counts{4}, Counts{1}, Counts{0}}};
    CHECK_THROWS_AS(incidence.at(1, 0), ContractViolation);
    CHECK_THROWS_AS(incidence.at(0, 1), ContractViolation);
    CHECK_THROWS_AS(incidence.event_free(1), ContractViolation);
}
