#include "outputs/tables/analysis.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

#include <array>
#include <cmath>

using namespace tsunagi;

namespace {

constexpr std::size_t base = 0;
constexpr std::size_t other = 1;
constexpr std::size_t handovers = static_cast<std::size_t>(Route::handover);

using Three = std::array<std::int64_t, 3>;

/// A study made by hand: one reading, two scenarios, one agency, every link good.
class HandMade {
public:
    explicit HandMade(std::size_t replications) {
        study_ = synthetic::description(static_cast<std::int64_t>(replications));
        study_.readings.resize(1);
        study_.scenarios.resize(2);
        study_.agencies.resize(1);
        study_.expectations.clear();
        runs_.resize(2, std::vector<RunResult>(replications));
        for (auto& scenario : runs_) {
            for (auto& run : scenario) {
                run.work.resize(1);
                good(run)[static_cast<std::size_t>(Count::cohort)] = 1;
            }
        }
    }

    StudyDescription& study() { return study_; }
    RunResult& run(std::size_t scenario, std::size_t replication) {
        return runs_[scenario][replication];
    }
    void set(std::size_t scenario, Count count, Three values) {
        for (std::size_t row = 0; row < values.size(); ++row) {
            good(run(scenario, row))[static_cast<std::size_t>(count)] = values[row];
        }
    }
    void set_both(Count count, Three values) {
        set(base, count, values);
        set(other, count, values);
    }
    /// First contacts of each replication on one day after S.
    void set_contacts(std::size_t scenario, std::size_t day, Three values) {
        for (std::size_t row = 0; row < values.size(); ++row) {
            run(scenario, row).first_contact_day[1][day] = static_cast<std::int32_t>(values[row]);
        }
    }
    /// Four bookings whose waits lie within one bin.
    void book(std::size_t scenario, std::size_t replication, std::size_t bin, std::int64_t kept) {
        auto& waits = run(scenario, replication).waits[handovers];
        waits.due = 4;
        waits.kept = kept;
        waits.wait_ticks = static_cast<std::int64_t>(4 * 86400) * wait_edges.at(bin);
        waits.bins[bin] = 4;
    }

    Analysis analysis() const {
        RunTable table{shape_of(study_)};
        for (std::size_t scenario = 0; scenario < 2; ++scenario) {
            for (std::size_t row = 0; row < runs_[scenario].size(); ++row) {
                table.put({0, scenario, row}, runs_[scenario][row]);
            }
        }
        return analyse({.study = study_, .runs = std::move(table), .digest = ""});
    }

private:
    static std::array<std::int64_t, counts>& good(RunResult& run) { return run.by_group[1]; }

    StudyDescription study_;
    std::vector<std::vector<RunResult>> runs_; ///< [scenario][replication]
};

/// Quantile of Student's t at 0.975 with 2 and with 1 degree of freedom, in closed form.
const double t_of_three_units = 0.95 / std::sqrt(2.0 * 0.975 * 0.025);
const double t_of_two_units = std::tan(std::acos(-1.0) * 0.475);

/// A jackknife over three units from the differences that are left without each.
void check_jackknife(const std::optional<ShownEstimate>& found,
                     double difference,
                     std::array<double, 3> without) {
    const double mean = (without[0] + without[1] + without[2]) / 3.0;
    double squares = 0.0;
    for (const double value : without) {
        squares += (value - mean) * (value - mean);
    }
    const double error = std::sqrt(2.0 / 3.0 * squares);
    REQUIRE(found);
    CHECK(found->value == Approx(difference));
    CHECK(*found->standard_error == Approx(error));
    CHECK(found->interval->lower == Approx(difference - t_of_three_units * error));
    CHECK(found->interval->upper == Approx(difference + t_of_three_units * error));
}

} // namespace

TEST_CASE("stages and losses of the cascade are compared pair by pair, by the jackknife") {
    HandMade made{3};
    made.set_both(Count::cohort, {20, 40, 60});
    made.set_both(Count::true_need, {10, 20, 30});
    made.set(base, Count::recognised, {5, 10, 12});
    made.set(other, Count::recognised, {6, 14, 15});
    made.set(base, Count::refused, {1, 1, 1});
    made.set(other, Count::refused, {2, 4, 4});
    const auto analysis = made.analysis();
    const auto& today = analysis.cascades[0];
    CHECK(today.stages[1].count == Count::recognised);
    CHECK(today.stages[1].share.level->value == Approx(27.0 / 60.0));
    CHECK_FALSE(today.stages[1].share.difference);
    const auto& policy = analysis.cascades[analysis_groups.size()];
    REQUIRE(policy.scenario == other);
    CHECK(policy.stages[1].share.level->value == Approx(35.0 / 60.0));
    CHECK(*policy.stages[1].lost == Approx(25.0 / 60.0));
    check_jackknife(
        policy.stages[1].share.difference, 8.0 / 60.0, {7.0 / 50.0, 4.0 / 40.0, 5.0 / 30.0});
    CHECK(policy.losses[0].count == Count::refused);
    check_jackknife(
        policy.losses[0].events.difference, 7.0 / 120.0, {6.0 / 100.0, 4.0 / 80.0, 4.0 / 60.0});
    CHECK_FALSE(policy.retention[0].share.level);
    CHECK_FALSE(policy.retention[0].share.difference);
}

TEST_CASE("who has come by a day is counted of the whole cohort, which no policy changes") {
    HandMade made{3};
    made.set_both(Count::cohort, {10, 20, 30});
    made.set(base, Count::support_at_end, {1, 2, 3});
    made.set(other, Count::support_at_end, {2, 2, 4});
    made.set_contacts(base, 0, {1, 1, 0});
    made.set_contacts(base, 29, {0, 1, 0});
    made.set_contacts(other, 0, {0, 2, 1});
    made.set_contacts(other, 30, {5, 5, 5}); // on day 31: too late to count by day 30
    const auto analysis = made.analysis();
    const auto& today = analysis.incidence[0];
    CHECK(today.at_risk_per_year == Approx(54.0 / 3.0 / analysis.cohort_years));
    CHECK(today.days.front() == 0);
    CHECK(today.reached.front() == Approx(6.0 / 60.0));
    CHECK(today.reached.back() == Approx(9.0 / 60.0));
    CHECK(today.incidence.back() == Approx(3.0 / 54.0));
    const auto& policy = analysis.incidence[analysis_groups.size()];
    REQUIRE(policy.points[0].day == 30);
    CHECK(policy.points[0].share.level->value == Approx(11.0 / 60.0));
    // By replication 2, 4, 3 have come today and 2, 4, 5 under the policy.
    check_jackknife(
        policy.points[0].share.difference, 2.0 / 60.0, {2.0 / 50.0, 2.0 / 40.0, 0.0 / 30.0});
    CHECK(policy.points.back().day == 365);
    CHECK(policy.points.back().share.level->value == Approx(26.0 / 60.0));
}

TEST_CASE("mean waits and kept shares are ratios of sums, compared by the jackknife") {
    HandMade made{3};
    for (std::size_t row = 0; row < 3; ++row) {
        made.book(base, row, 4, 3); // 7 days
    }
    made.book(other, 0, 4, 3);
    made.book(other, 1, 5, 2); // 10 days
    made.book(other, 2, 6, 1); // 14 days
    const auto analysis = made.analysis();
    const auto& policy = analysis.waits[routes];
    REQUIRE(policy.scenario == other);
    CHECK(analysis.waits[0].due_per_year == Approx(4.0 / analysis.years));
    CHECK(analysis.waits[0].mean_days.level->value == Approx(7.0));
    CHECK(policy.within_7_days.level->value == Approx(1.0 / 3.0));
    check_jackknife(policy.mean_days.difference, 10.0 / 3.0, {10.0 / 2.0, 7.0 / 2.0, 3.0 / 2.0});
    check_jackknife(
        policy.kept_share.difference, -3.0 / 12.0, {-3.0 / 8.0, -2.0 / 8.0, -1.0 / 8.0});
    CHECK_FALSE(analysis.waits[1].mean_days.level);
}

TEST_CASE("quantiles of waits are taken in each replication, then compared where both have one") {
    HandMade made{3};
    made.book(base, 0, 1, 4);  // (1, 2] d: median 1.5
    made.book(base, 1, 3, 4);  // (3, 5] d: median 4
    made.book(base, 2, 5, 4);  // (7, 10] d: median 8.5
    made.book(other, 0, 2, 4); // (2, 3] d: median 2.5
    made.book(other, 1, 4, 4); // (5, 7] d: median 6
    const auto analysis = made.analysis();
    CHECK(analysis.waits[0].median_days.level->value == Approx((1.5 + 4.0 + 8.5) / 3.0));
    CHECK(analysis.waits[0].p90_days.level->value == Approx((1.9 + 4.8 + 9.7) / 3.0));
    const auto& median = analysis.waits[routes].median_days;
    CHECK(median.level->value == Approx((2.5 + 6.0) / 2.0));
    // Differences 1 and 2: mean 1.5, standard error 1/2.
    CHECK(median.difference->value == Approx(1.5));
    CHECK(*median.difference->standard_error == Approx(0.5));
    CHECK(median.difference->interval->upper == Approx(1.5 + t_of_two_units * 0.5));
    made.book(other, 2, wait_edges.size() - 1, 4);
    made.run(other, 2).waits[handovers].bins = {};
    made.run(other, 2).waits[handovers].bins.back() = 4; // beyond the last edge
    CHECK_FALSE(made.analysis().waits[routes].median_days.level);
}

TEST_CASE("under priors a wait's quantile is averaged within each draw before draws are compared") {
    HandMade made{8}; // two draws of four
    made.study().readings.front().link = DescribedReading::LinkSource::priors;
    for (std::size_t row = 0; row < 8; ++row) {
        made.book(base, row, 1, 4);                // median 1.5
        made.book(other, row, row < 4 ? 1 : 3, 4); // the same, then 4
    }
    made.run(other, 0).waits[handovers] = {};
    made.book(other, 0, 2, 4); // 2.5
    const auto analysis = made.analysis();
    // Draws differ by (1 + 0 + 0 + 0) / 4 and by 2.5.
    const auto& found = analysis.waits[routes].median_days.difference;
    CHECK(found->value == Approx((0.25 + 2.5) / 2.0));
    CHECK(*found->standard_error == Approx((2.5 - 0.25) / 2.0));
}

TEST_CASE("without competing events the incidence is the share with a first contact by then") {
    const auto results = synthetic::study(8);
    const auto analysis = analyse(results);
    const auto& row = analysis.incidence.front();
    std::int64_t at_risk = 0;
    std::int64_t within_week = 0;
    std::int64_t within_year = 0;
    for (std::size_t replication = 0; replication < 8; ++replication) {
        const RunIndex index{0, 0, replication};
        for (const auto group : {LinkGroup::good, LinkGroup::not_good}) {
            at_risk += results.runs.count(index, group, Count::cohort) -
                       results.runs.count(index, group, Count::support_at_end);
            for (std::size_t day = 0; day < follow_up_days; ++day) {
                within_week += day < 7 ? results.runs.first_contacts(index, group, day) : 0;
                within_year += results.runs.first_contacts(index, group, day);
            }
        }
    }
    const auto share = [&](std::int64_t contacts) {
        return static_cast<double>(contacts) / static_cast<double>(at_risk);
    };
    CHECK(row.days.front() == 0);
    CHECK(row.incidence.front() == 0.0);
    CHECK(row.days[1] == 7);
    CHECK(row.incidence[1] == Approx(share(within_week)));
    CHECK(row.days.back() == 365);
    CHECK(row.incidence.back() == Approx(share(within_year)));
}

TEST_CASE("the cascade starts with everybody in need, and what is lost adds up") {
    const auto analysis = analyse(synthetic::study(8));
    const auto& stages = analysis.cascades.front().stages;
    REQUIRE(stages.size() == 7);
    CHECK(stages.front().share.level->value == 1.0);
    double lost = 0.0;
    for (const auto& stage : stages) {
        lost += stage.lost.value_or(0.0);
    }
    CHECK(1.0 - lost == Approx(stages.back().share.level->value));
}
