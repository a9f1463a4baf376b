#include "engine/core/contracts.hpp"
#include "engine/experiment/detail/measures.hpp"

#include "tests/support/catch.hpp"

#include <iterator>

using namespace tsunagi;
using detail::EventTimes;

namespace {

constexpr EventTimes four_bins{.bins = 4};

// Ten persons: two with the event in the first bin, two watched no longer after it, three with the
// event in the third, the others watched to the end. Free of it: 0.8, 0.8, 0.8 x 3/6, the same.
Sums ten_persons() {
    Sums sums(four_bins.size(), 0);
    sums[0] = 10;
    sums[four_bins.event(0)] = 2;
    sums[four_bins.censored(0)] = 2;
    sums[four_bins.event(2)] = 3;
    return sums;
}

} // namespace

TEST_CASE("times to an event are Kaplan-Meier's, worked out by hand") {
    const auto sums = ten_persons();
    CHECK(four_bins.share_by(0)(sums).value() == 0.0);
    CHECK(four_bins.share_by(1)(sums).value() == Approx(0.2));
    CHECK(four_bins.share_by(3)(sums).value() == Approx(0.6));
    CHECK(four_bins.share_after(2)(sums).value() == Approx(0.8));
    CHECK(four_bins.share_of_share(1, 4)(sums).value() == Approx(0.2 / 0.6));
    // Censored persons counted as free for good would give 0.5.
    CHECK(four_bins.share_by(4)(sums).value() != Approx(0.5));
}

TEST_CASE("the median lies within the bin in which half have had the event") {
    // From 0.8 to 0.4 within the third bin.
    CHECK(four_bins.median()(ten_persons()).value() == Approx(2.0 + 0.3 / 0.4));
    Sums no_event(four_bins.size(), 0);
    no_event[0] = 3;
    CHECK_FALSE(four_bins.median()(no_event).has_value());
}

TEST_CASE("the mean of those who last longer than a time leaves out all others") {
    // Of 0.8 that last longer than one bin: 0.8, 0.8, 0.4 at the starts of the bins that follow.
    CHECK(four_bins.mean_of_later_than(1)(ten_persons()).value() == Approx(1.0 + 2.0 / 0.8));
}

TEST_CASE("without persons there are no times, and sums of another length are a broken contract") {
    const Sums no_persons(four_bins.size(), 0);
    CHECK_FALSE(four_bins.share_by(1)(no_persons).has_value());
    CHECK_FALSE(four_bins.share_of_share(1, 2)(no_persons).has_value());
    CHECK_THROWS_AS(four_bins.share_by(1)(Sums{1, 2}), ContractViolation);
}

TEST_CASE("parts read their own sums, one behind the other") {
    const detail::SumsPart first{
        .size = 2, .measures = {share_measure({"P1", "one"}, {0.0, 1.0}, detail::Fraction{1, 0})}};
    const detail::SumsPart second{
        .size = 3, .measures = {share_measure({"P2", "two"}, {0.9, 1.0}, detail::Fraction{2, 1})}};
    const std::vector parts{first, second};
    const std::vector<Sums> replications{{4, 1, 0, 10, 3}, {4, 2, 0, 10, 4}};
    const auto rows = detail::rows_of(parts, replications);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].value.value() == Approx(3.0 / 8.0));
    CHECK(rows[0].verdict() == PatternRow::Verdict::pass);
    CHECK(rows[1].n == 20);
    CHECK(rows[1].value.value() == Approx(7.0 / 20.0));
    CHECK(rows[1].verdict() == PatternRow::Verdict::miss);
    const std::vector<Sums> too_short{{4, 1, 0}};
    CHECK_THROWS_AS(detail::rows_of(parts, too_short), ContractViolation);
}

TEST_CASE("an odds ratio has no value where a share is 0 or 1") {
    const auto ratio = detail::odds_ratio_statistic({1, 0}, {3, 2});
    CHECK(ratio(Sums{4, 2, 4, 1}).value() == Approx(3.0));
    CHECK_FALSE(ratio(Sums{4, 2, 4, 0}).has_value());
    CHECK_FALSE(ratio(Sums{4, 4, 4, 1}).has_value());
}

TEST_CASE("rows are put into the order of the list by number, not by letters") {
    std::vector<PatternRow> rows;
    for (const auto* pattern : {"P10", "P7b", "P9a", "P7a", "P1", "P10"}) {
        rows.emplace_back();
        rows.back().pattern = pattern;
        rows.back().n = std::ssize(rows);
    }
    sort_by_pattern(rows);
    CHECK(rows[0].pattern == "P1");
    CHECK(rows[1].pattern == "P7a");
    CHECK(rows[2].pattern == "P7b");
    CHECK(rows[3].pattern == "P9a");
    CHECK(rows[4].n == 1); // rows of one pattern stay in their order
    CHECK(rows[5].n == 6);
}
