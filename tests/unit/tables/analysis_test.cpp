#include "outputs/store/errors.hpp"
#include "outputs/tables/analysis.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/unit/tables/synthetic_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

using namespace tsunagi;
using synthetic::agreement;
using synthetic::causal;
using synthetic::no_effect;
using synthetic::regular_contact;

TEST_CASE("a policy leaves everything the same only where every digest does, equal counts or not") {
    auto results = synthetic::study(4);
    for (const auto& row : analyse(results).same_courses) {
        if (row.scenario == agreement || row.reading == no_effect) {
            CHECK(row.same);
        } else if (row.reading == causal) {
            CHECK_FALSE(row.same);
        }
    }
    constexpr RunIndex changed{0, agreement, 2};
    auto run = synthetic::run(results.study, changed);
    ++run.digest;
    results.runs.put(changed, run);
    const auto analysis = analyse(results);
    const auto row = std::ranges::find_if(analysis.same_courses, [](const SameCourse& one) {
        return one.reading == causal && one.scenario == agreement;
    });
    REQUIRE(row != analysis.same_courses.end());
    CHECK_FALSE(row->same);
    CHECK(find_comparison(analysis, causal, agreement, Outcome::support_180, AnalysisGroup::all)
              .verdict == Verdict::identical);
}

TEST_CASE("the break-even strength lies on the line between the points around it") {
    const auto analysis = analyse(synthetic::study());
    const auto curve = std::ranges::find_if(analysis.effect_curves, [](const EffectCurve& one) {
        return one.scenario == regular_contact && one.group == AnalysisGroup::all;
    });
    REQUIRE(curve != analysis.effect_curves.end());
    REQUIRE(curve->points.size() == 7);
    CHECK(curve->points.front().difference.value == 0.0);
    REQUIRE(curve->break_even);
    const auto above = std::ranges::find_if(
        curve->points, [](const CurvePoint& point) { return point.difference.value >= 0.01; });
    const auto below = above - 1;
    const auto way =
        (0.01 - below->difference.value) / (above->difference.value - below->difference.value);
    CHECK(*curve->break_even == Approx(below->scale + way * (above->scale - below->scale)));
    CHECK(*curve->break_even_earliest < *curve->break_even);
    const auto none = std::ranges::find(analysis.effect_curves, agreement, &EffectCurve::scenario);
    CHECK_FALSE(none->break_even);
}

TEST_CASE("a replication whose link is good in one scenario alone is analysed all the same") {
    auto results = synthetic::study(8);
    results.study.facts.pairing = StudyFacts::Pairing::independent;
    for (std::size_t reading = 0; reading < results.study.readings.size(); ++reading) {
        for (const std::size_t replication : {1U, 6U}) {
            const RunIndex index{reading, regular_contact, replication};
            auto run = synthetic::run(results.study, index);
            std::swap(run.by_group[0], run.by_group[1]);
            results.runs.put(index, run);
        }
    }
    CHECK_NOTHROW(analyse(results));
}

TEST_CASE("a failed run makes an answer impossible, and says which") {
    auto results = synthetic::study(4);
    results.runs.put_failure({1, 2, 3});
    try {
        analyse(results);
        FAIL("analysed in spite of a failed run");
    } catch (const IncompleteResults& error) {
        CHECK(error.message_id() == "store.failed_runs");
        CHECK(error.arguments().back().second == "selection, regular-contact, 3");
    }
}
