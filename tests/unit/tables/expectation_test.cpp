#include "tests/unit/tables/hand_made_study.hpp"
#include "tests/unit/tables/synthetic_rows.hpp"

using namespace tsunagi;
using synthetic::causal;
using synthetic::no_effect;

TEST_CASE("what was expected is set beside every named reading") {
    const auto analysis = analyse(synthetic::study());
    const auto& checks = analysis.expectation_checks;
    REQUIRE(checks.size() == 4);
    CHECK(checks[causal].direction == ExpectationCheck::Agreement::yes);
    CHECK(checks[causal].size_in_interval == true);
    CHECK(checks[no_effect].direction == ExpectationCheck::Agreement::no);
    auto silent = synthetic::study(4);
    silent.study.expectations.clear();
    CHECK(analyse(silent).expectation_checks.empty());
    auto for_all = synthetic::study(4);
    for_all.study.expectations.front().scenario = "";
    CHECK(analyse(for_all).expectation_checks.size() == 12);
}

TEST_CASE("an expectation of one reading is held against that reading alone") {
    auto results = synthetic::study();
    auto second = results.study.expectations.front();
    second.reading = "no-effect";
    second.direction = StatedExpectation::Direction::none;
    second.size.reset();
    results.study.expectations.push_back(second);
    results.study.expectations.front().reading = "causal";
    const auto checks = analyse(results).expectation_checks;
    REQUIRE(checks.size() == 2);
    CHECK(checks[0].expectation == 0);
    CHECK(checks[0].direction == ExpectationCheck::Agreement::yes);
    CHECK(checks[1].expectation == 1);
    CHECK(checks[1].direction == ExpectationCheck::Agreement::yes);
    CHECK(!checks[1].size_in_interval.has_value());
}

TEST_CASE("a fall is expected with the sign of a fall") {
    hand_made::Study made{3};
    made.set_both(Count::cohort, {10, 30, 20});
    made.set(hand_made::base, Count::support_180, {4, 5, 7});
    made.set(hand_made::other, Count::support_180, {2, 3, 6});
    made.study().expectations = {{.outcome = "support_180",
                                  .reading = "",
                                  .scenario = "",
                                  .direction = StatedExpectation::Direction::fewer,
                                  .size = 5.0 / 60.0,
                                  .text = {}}};
    CHECK(made.analysis().expectation_checks.front().size_in_interval == true);
}
