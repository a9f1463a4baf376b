#include "outputs/tables/analysis.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/unit/tables/synthetic_rows.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using synthetic::agreement;
using synthetic::causal;
using synthetic::no_effect;
using synthetic::prior;
using synthetic::regular_contact;

namespace {

/// Numbers of one replication of a study made by hand.
struct Handful {
    std::int64_t cohort{};
    std::int64_t supported{};
};

/// One reading, two scenarios, one agency; all links good in the first replications, then not good.
StudyResults
by_hand(const std::vector<Handful>& base, const std::vector<Handful>& other, std::size_t good) {
    auto study = synthetic::description(static_cast<std::int64_t>(base.size()));
    study.readings.resize(1);
    study.scenarios.resize(2);
    study.agencies.resize(1);
    study.expectations.clear();
    RunTable runs{shape_of(study)};
    for (std::size_t replication = 0; replication < base.size(); ++replication) {
        for (std::size_t scenario = 0; scenario < 2; ++scenario) {
            const auto& numbers = (scenario == 0 ? base : other)[replication];
            RunResult run;
            auto& counts_of_group = run.by_group[replication < good ? 1 : 0];
            counts_of_group[static_cast<std::size_t>(Count::cohort)] = numbers.cohort;
            counts_of_group[static_cast<std::size_t>(Count::support_180)] = numbers.supported;
            run.work.resize(1);
            run.agencies.resize(1);
            runs.put({0, scenario, replication}, run);
        }
    }
    return {.study = study, .runs = std::move(runs), .digest = ""};
}

const std::vector<Handful> base_numbers{{10, 2}, {30, 3}, {20, 6}};
const std::vector<Handful> other_numbers{{10, 4}, {30, 5}, {20, 7}};

/// Differences of the two shares with one replication left out, by the definition.
std::vector<double> left_out_differences() {
    std::vector<double> differences;
    for (std::size_t left_out = 0; left_out < 3; ++left_out) {
        double persons = 0.0;
        double gained = 0.0;
        for (std::size_t row = 0; row < 3; ++row) {
            if (row != left_out) {
                persons += static_cast<double>(base_numbers[row].cohort);
                gained +=
                    static_cast<double>(other_numbers[row].supported - base_numbers[row].supported);
            }
        }
        differences.push_back(gained / persons);
    }
    return differences;
}

} // namespace

TEST_CASE(
    "levels and differences are ratios of sums, intervals their jackknife over replications") {
    const auto analysis = analyse(by_hand(base_numbers, other_numbers, 1));
    const auto& row = find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::all);
    REQUIRE(row.level);
    REQUIRE(row.difference);
    CHECK(row.level->value == Approx(16.0 / 60.0));
    CHECK(row.difference->value == Approx(5.0 / 60.0));
    const auto left_out = left_out_differences();
    const double mean = (left_out[0] + left_out[1] + left_out[2]) / 3.0;
    double squares = 0.0;
    for (const auto value : left_out) {
        squares += (value - mean) * (value - mean);
    }
    const double error = std::sqrt(2.0 / 3.0 * squares);
    CHECK(*row.difference->standard_error == Approx(error));
    // Student's t, 2 degrees of freedom, 0.975; one comparison only.
    CHECK(*row.half_width == Approx(4.302652729911275 * error));
    CHECK(row.units == 3);
    const double persons = 60.0 / 3.0 / analysis.cohort_years;
    CHECK(*row.persons_level == Approx(16.0 / 60.0 * persons));
    CHECK(row.persons_difference->value == Approx(5.0 / 60.0 * persons));
}

TEST_CASE("groups hold the replications of their kind of link, and one alone has no interval") {
    const auto analysis = analyse(by_hand(base_numbers, other_numbers, 1));
    CHECK(analysis.replications == ByGroup<std::size_t>{3, 1, 2});
    const auto& good = find_comparison(analysis, 0, 0, Outcome::support_180, AnalysisGroup::good);
    CHECK(good.level->value == Approx(0.2));
    CHECK_FALSE(good.level->interval);
    CHECK(good.units == 1);
    const auto& not_good =
        find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::not_good);
    CHECK(not_good.level->value == Approx(12.0 / 50.0));
    CHECK(not_good.units == 2);
    CHECK(find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::good).verdict ==
          Verdict::none);
}

TEST_CASE("a group without anybody has no level") {
    const auto analysis = analyse(by_hand(base_numbers, other_numbers, 3));
    const auto& row =
        find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::not_good);
    CHECK_FALSE(row.level);
    CHECK_FALSE(row.difference);
    CHECK_FALSE(analysis.cohort_per_year[2]);
}

TEST_CASE("the detectable difference is seen four times in five: half-width and t(0.8) errors") {
    const auto analysis = analyse(by_hand(base_numbers, other_numbers, 1));
    const auto& row = find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::all);
    // Student's t with 2 degrees of freedom has the quantiles (2 p - 1) / sqrt(2 p (1 - p)).
    const double t_975 = 0.95 / std::sqrt(2.0 * 0.975 * 0.025);
    const double t_80 = 0.6 / std::sqrt(2.0 * 0.8 * 0.2);
    CHECK(*row.detectable == Approx((t_975 + t_80) * *row.difference->standard_error));
}

TEST_CASE("an interval from few units whose differences are skewed is doubtful") {
    const auto comparison = [](const std::vector<Handful>& other) {
        const std::vector<Handful> base(other.size(), Handful{.cohort = 10, .supported = 0});
        const auto analysis = analyse(by_hand(base, other, other.size()));
        return find_comparison(analysis, 0, 1, Outcome::support_180, AnalysisGroup::all);
    };
    const auto one_in_four = comparison({{10, 0}, {10, 0}, {10, 0}, {10, 4}});
    CHECK(*one_in_four.skewness == Approx(2.0)); // one of four that differs: 2 whatever its size
    CHECK(is_doubtful(one_in_four));
    const auto even = comparison({{10, 1}, {10, 2}, {10, 3}, {10, 4}});
    CHECK(std::abs(*even.skewness) < 1e-9);
    CHECK_FALSE(is_doubtful(even));
    std::vector<Handful> many(30, Handful{.cohort = 10, .supported = 0});
    many.back().supported = 4;
    const auto thirty = comparison(many);
    CHECK(*thirty.skewness > 1.0);
    CHECK_FALSE(is_doubtful(thirty));
    CHECK_FALSE(comparison({{10, 0}, {10, 4}}).skewness);
}

TEST_CASE("a scenario that changes nothing is identical, not merely without visible difference") {
    const auto analysis = analyse(synthetic::study());
    for (const auto& row : analysis.comparisons) {
        if (row.scenario == agreement) {
            REQUIRE(row.verdict == Verdict::identical);
            REQUIRE(row.difference->value == 0.0);
            REQUIRE(*row.difference->interval == Interval{0.0, 0.0});
            REQUIRE_FALSE(row.variance_ratio);
        }
    }
    const auto& change = find_comparison(
        analysis, causal, regular_contact, Outcome::support_180, AnalysisGroup::all);
    CHECK(change.verdict == Verdict::more);
    CHECK(find_comparison(
              analysis, no_effect, regular_contact, Outcome::support_180, AnalysisGroup::all)
              .verdict == Verdict::identical);
}

TEST_CASE("under priors the unit is the draw, and quantiles over draws are given") {
    const auto analysis = analyse(synthetic::study());
    const auto& row =
        find_comparison(analysis, prior, regular_contact, Outcome::support_180, AnalysisGroup::all);
    CHECK(row.unit == UnitOfAnalysis::draw);
    CHECK(row.units == 10);
    REQUIRE(row.draws);
    CHECK(row.draws->count == 10);
    CHECK(std::ranges::is_sorted(row.draws->quantiles));
    CHECK_FALSE(
        find_comparison(analysis, causal, regular_contact, Outcome::support_180, AnalysisGroup::all)
            .draws);
    CHECK_FALSE(find_comparison(
                    analysis, prior, regular_contact, Outcome::days_in_support, AnalysisGroup::all)
                    .draws->share_worth_knowing);
}

TEST_CASE("intervals of differences are simultaneous over all scenarios but the reference") {
    // Three comparisons at 95 % together are three at 98.333 %: Student's t, 39 degrees of freedom,
    // 0.991667.
    const auto analysis = analyse(synthetic::study(40));
    const auto& row = find_comparison(
        analysis, causal, regular_contact, Outcome::support_180, AnalysisGroup::all);
    CHECK(*row.half_width / *row.difference->standard_error == Approx(2.502).epsilon(0.001));
}
