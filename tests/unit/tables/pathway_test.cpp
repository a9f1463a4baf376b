#include "tests/unit/tables/hand_made_study.hpp"

#include <array>
#include <cstddef>
#include <utility>

using namespace tsunagi;
using namespace tsunagi::hand_made;

TEST_CASE("stages and losses of the cascade are compared pair by pair, by the jackknife") {
    Study made{3};
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
    Study made{3};
    made.set_both(Count::cohort, {10, 20, 30});
    made.set(base, Count::support_at_end, {1, 2, 3});
    made.set(other, Count::support_at_end, {2, 2, 4});
    made.set(base, Count::no_support_at_end, {8, 17, 25});
    made.set_first(base, FirstEvent::contact, 0, {1, 1, 0});
    made.set_first(base, FirstEvent::contact, 29, {0, 1, 0});
    made.set_first(other, FirstEvent::contact, 0, {0, 2, 1});
    made.set_first(
        other, FirstEvent::contact, 30, {5, 5, 5}); // on day 31: too late to count by day 30
    const auto analysis = made.analysis();
    const auto& today = analysis.incidence[0];
    CHECK(today.at_risk_per_year == Approx(50.0 / 3.0 / analysis.cohort_years));
    CHECK(today.days.front() == 0);
    CHECK(today.reached.front() == Approx(6.0 / 60.0));
    CHECK(today.reached.back() == Approx(9.0 / 60.0));
    CHECK(today.contact.back() == Approx(3.0 / 50.0));
    const auto& policy = analysis.incidence[analysis_groups.size()];
    REQUIRE(policy.points[0].day == 30);
    CHECK(policy.points[0].share.level->value == Approx(11.0 / 60.0));
    // By replication 2, 4, 3 have come today and 2, 4, 5 under the policy.
    check_jackknife(
        policy.points[0].share.difference, 2.0 / 60.0, {2.0 / 50.0, 2.0 / 40.0, 0.0 / 30.0});
    CHECK(policy.points.back().day == 365);
    CHECK(policy.points.back().share.level->value == Approx(26.0 / 60.0));
}

TEST_CASE("where scenarios share no chance, each run is in the group of its own link") {
    Study made{3};
    made.study().facts.pairing = StudyFacts::Pairing::independent;
    made.set_both(Count::cohort, {10, 20, 30});
    made.set_both(Count::no_support_at_end, {10, 20, 30});
    made.set_first(base, FirstEvent::contact, 0, {1, 2, 6});
    made.set_first(other, FirstEvent::contact, 0, {4, 5, 10});
    constexpr std::array<std::array<double, 3>, 2> levels_of_links{
        {{0.9, 0.8, 0.1}, {0.9, 0.2, 0.7}}};
    for (const auto scenario : {base, other}) {
        for (std::size_t row = 0; row < 3; ++row) {
            const double level = levels_of_links.at(scenario).at(row);
            auto& run = made.run(scenario, row);
            run.understanding = {level};
            if (level < 0.5) {
                std::swap(run.by_group[0], run.by_group[1]);
            }
        }
    }
    const auto analysis = made.analysis();
    const auto row_of = [](std::size_t scenario, AnalysisGroup group) {
        return scenario * analysis_groups.size() + static_cast<std::size_t>(group);
    };
    const auto expect = [&](std::size_t scenario, AnalysisGroup group, double share, double level) {
        const auto& incidence = analysis.incidence[row_of(scenario, group)];
        REQUIRE(incidence.scenario == scenario);
        REQUIRE(incidence.group == group);
        CHECK(incidence.reached.back() == Approx(share));
        CHECK(incidence.contact.back() == Approx(share));
        CHECK(incidence.points.back().share.level->value == Approx(share));
        const auto& understanding = analysis.understanding[row_of(scenario, group)];
        REQUIRE(understanding.group == group);
        CHECK(understanding.by_year[0].value() == Approx(level));
        CHECK_FALSE(understanding.by_year[1]);
    };
    expect(base, AnalysisGroup::good, 3.0 / 30.0, 0.85);
    expect(base, AnalysisGroup::not_good, 6.0 / 30.0, 0.1);
    expect(other, AnalysisGroup::good, 14.0 / 40.0, 0.8);
    expect(other, AnalysisGroup::not_good, 5.0 / 20.0, 0.2);
    expect(other, AnalysisGroup::all, 19.0 / 60.0, 1.8 / 3.0);
    CHECK(analysis.incidence[row_of(other, AnalysisGroup::good)].at_risk_per_year ==
          Approx(40.0 / 2.0 / analysis.cohort_years));
    // Replications are counted as the reference has them.
    CHECK(analysis.replications == ByGroup<std::size_t>{3, 2, 1});
}

TEST_CASE("mean waits and kept shares are ratios of sums, compared by the jackknife") {
    Study made{3};
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
    Study made{3};
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
    Study made{8}; // two draws of four
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

TEST_CASE("the cascade starts with everybody in need, and what is lost adds up") {
    const auto analysis = analyse(synthetic::study(8));
    const auto& cascade = analysis.cascades.front().stages;
    REQUIRE(cascade.size() == 7);
    CHECK(cascade.front().share.level->value == 1.0);
    double lost = 0.0;
    for (const auto& stage : cascade) {
        lost += stage.lost.value_or(0.0);
    }
    CHECK(1.0 - lost == Approx(cascade.back().share.level->value));
}
