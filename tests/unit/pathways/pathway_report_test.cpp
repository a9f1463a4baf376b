// Values, intervals and gaps of indicators, from counts made by hand.
#include "engine/statistics/intervals.hpp"
#include "outputs/pathways/pathway_report.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/pathways/hand_made_runs.hpp"

#include <algorithm>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

PathwaySplit split_in(const PathwayReport& report, Attribute attribute) {
    return *std::ranges::find(report.splits, attribute, &PathwaySplit::attribute);
}

PathwaySplit::Equity received_equity(const PathwaySplit& split) {
    return *std::ranges::find(split.equity, "received", &PathwaySplit::Equity::id);
}

} // namespace

TEST_CASE("a share is the ratio of sums over all replications, its interval symmetric in the log "
          "odds") {
    const std::vector runs{run_of({{10, 10, 2}, {0, 0, 0}, {0, 0, 0}}),
                           run_of({{30, 30, 18}, {0, 0, 0}, {0, 0, 0}}),
                           run_of({{20, 20, 10}, {0, 0, 0}, {0, 0, 0}})};
    const auto report = report_pathways(title_of_three(), runs);
    CHECK(report.replications == 3);
    CHECK(report.persons == 20.0);
    const auto& received = row_in(report.cohort, "received");
    CHECK(received.n == 60);
    REQUIRE(received.estimate);
    CHECK(received.estimate->value == 0.5);
    // Without one run each: 28/50, 12/30, 20/40; variance (n - 1)/n times their squares about the
    // mean.
    const double mean = (0.56 + 0.4 + 0.5) / 3.0;
    const double squares =
        (0.56 - mean) * (0.56 - mean) + (0.4 - mean) * (0.4 - mean) + (0.5 - mean) * (0.5 - mean);
    CHECK(*received.estimate->standard_error == Approx(std::sqrt(2.0 / 3.0 * squares)));
    CHECK(
        *received.estimate->interval ==
        *logit_interval(
            {.value = 0.5, .standard_error = *received.estimate->standard_error, .units = 3}, {}));
    CHECK_FALSE(row_in(report.cohort, "wait_median").estimate);
}

TEST_CASE("one replication tells a value and no interval") {
    const std::vector runs{run_of({{10, 10, 2}, {0, 0, 0}, {0, 0, 0}})};
    const auto report = report_pathways(title_of_three(), runs);
    CHECK(row_in(report.cohort, "received").estimate->value == 0.2);
    CHECK_FALSE(row_in(report.cohort, "received").estimate->interval);
}

TEST_CASE("what all replications agree on has no interval, be it none, all or between") {
    auto run = run_of({{10, 10, 10}, {0, 0, 0}, {0, 0, 0}});
    run.cohort[static_cast<std::size_t>(PathwaySum::accepted)] = 5;
    const auto report = report_pathways(title_of_three(), std::vector{run, run});
    for (const auto& [id, value] :
         {std::pair{"contacted", 0.0}, {"accepted", 0.5}, {"received", 1.0}}) {
        CAPTURE(id);
        const auto& row = row_in(report.cohort, id);
        REQUIRE(row.estimate);
        CHECK(row.estimate->value == value);
        CHECK(row.estimate->standard_error == 0.0);
        CHECK_FALSE(row.estimate->interval);
    }
}

TEST_CASE("replications of one draw are one unit") {
    const auto low = run_of({{10, 10, 2}, {0, 0, 0}, {0, 0, 0}});
    const auto high = run_of({{10, 10, 6}, {0, 0, 0}, {0, 0, 0}});
    auto title = title_of_three();
    title.replications_per_draw = 2;
    const auto drawn = report_pathways(title, std::vector{low, high, low, high, high, low, high});
    const auto low_and_high = run_of({{20, 20, 8}, {0, 0, 0}, {0, 0, 0}});
    const auto units = report_pathways(title_of_three(),
                                       std::vector{low_and_high, low_and_high, low_and_high, high});
    CHECK(row_in(drawn.cohort, "received").estimate->interval ==
          row_in(units.cohort, "received").estimate->interval);
    CHECK(drawn.replications == 7);
    CHECK(drawn.units == 4);
    CHECK(units.units == 4);
}

TEST_CASE("groups are those with anybody, and the gap lies between the largest and the smallest") {
    const std::vector runs{run_of({{10, 20, 12}, {5, 10, 3}, {0, 0, 0}})};
    const auto report = report_pathways(title_of_three(), runs);
    const auto split = split_in(report, Attribute::municipality);
    REQUIRE(split.groups.size() == 2);
    CHECK(split.groups[0].id == "near");
    CHECK(split.groups[1].persons == 5.0);
    CHECK(row_in(split.groups[1].indicators, "received").estimate->value == 0.3);
    CHECK(*received_equity(split).largest_gap == Approx(0.3));
    const auto by_year = split_in(report, Attribute::fiscal_year);
    REQUIRE(by_year.groups.size() == 1);
    CHECK(by_year.groups[0].id == "2021");
    CHECK(*received_equity(by_year).largest_gap == 0.0);
}

TEST_CASE("the concentration index ranks municipalities from the farthest to the nearest, those "
          "equally far together") {
    const std::vector runs{run_of({{1, 20, 12}, {1, 10, 3}, {1, 10, 1}})};
    const auto split = split_in(report_pathways(title_of_three(), runs), Attribute::municipality);
    // Far: 20 referrals, of which 4; near: 20, of which 12.
    CHECK(*received_equity(split).concentration_index ==
          Approx(2.0 * (20 * 0.2 * 10 + 20 * 0.6 * 30) / (16.0 * 40.0) - 1.0));
    CHECK(*received_equity(split).concentration_index > 0.0);
}

TEST_CASE("without a rank, or with a single one, there is no concentration index") {
    const std::vector runs{run_of({{1, 20, 12}, {1, 10, 3}, {1, 10, 1}})};
    auto title = title_of_three();
    title.municipalities[1].minutes.reset();
    CHECK_FALSE(received_equity(split_in(report_pathways(title, runs), Attribute::municipality))
                    .concentration_index);
    title = title_of_three();
    title.municipalities[0].minutes = 60.0;
    const auto report = report_pathways(title, runs);
    CHECK_FALSE(received_equity(split_in(report, Attribute::municipality)).concentration_index);
    CHECK_FALSE(received_equity(split_in(report, Attribute::sex)).concentration_index);
}

TEST_CASE("those without a family and the severe are the worse placed") {
    auto run = run_of({{40, 40, 20}, {0, 0, 0}, {0, 0, 0}});
    const auto set = [&](Level level, const Referred& group) {
        run.by_level.at(static_cast<std::size_t>(level)) = sums_of(group);
    };
    set(Level::without_family, {20, 20, 5});
    set(Level::with_family, {20, 20, 15});
    set(Level::severe, {20, 20, 5});
    set(Level::not_severe, {20, 20, 15});
    const auto report = report_pathways(title_of_three(), std::vector{run});
    for (const auto attribute : {Attribute::family, Attribute::severity}) {
        CHECK(*received_equity(split_in(report, attribute)).concentration_index == Approx(0.25));
    }
}
