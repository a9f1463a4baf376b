#include "engine/core/contracts.hpp"
#include "engine/statistics/pathways.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

using Times = std::vector<std::int64_t>;

std::optional<double> at(const std::array<std::optional<double>, referral_stages>& shares,
                         ReferralStage stage) {
    return shares[static_cast<std::size_t>(stage)];
}

ReEntries returns(const std::vector<TickSpan>& episodes, ReturnRule rule) {
    return re_entries(episodes, rule);
}

} // namespace

TEST_CASE("a funnel's stages are shares of those sent and of the stage before") {
    const auto shares = funnel_shares({.reached = {80, 60, 48, 36, 27, 27, 9}, .sender_told = 20});
    CHECK(at(shares.of_sent, ReferralStage::sent) == 1.0);
    CHECK(at(shares.of_sent, ReferralStage::received) == 0.75);
    CHECK(at(shares.of_sent, ReferralStage::accepted) == 0.6);
    CHECK(at(shares.of_sent, ReferralStage::completed) == 0.1125);
    CHECK(at(shares.of_previous, ReferralStage::sent) == 1.0);
    CHECK(at(shares.of_previous, ReferralStage::accepted) == 0.8);
    CHECK(at(shares.of_previous, ReferralStage::attended) == 0.75);
    CHECK(at(shares.of_previous, ReferralStage::started) == 1.0);
    CHECK(*at(shares.of_previous, ReferralStage::completed) == Approx(1.0 / 3.0));
    CHECK(shares.loop_closed == 0.25);
}

TEST_CASE("a stage after one that nobody reached has no share of it") {
    const auto shares = funnel_shares({.reached = {5, 0, 0, 0, 0, 0, 0}, .sender_told = 0});
    CHECK(at(shares.of_previous, ReferralStage::received) == 0.0);
    CHECK_FALSE(at(shares.of_previous, ReferralStage::accepted));
    CHECK(at(shares.of_sent, ReferralStage::accepted) == 0.0);
    CHECK_FALSE(funnel_shares({}).loop_closed);
}

TEST_CASE("a stage larger than the one before is refused") {
    CHECK_THROWS_AS(funnel_shares({.reached = {5, 6, 0, 0, 0, 0, 0}, .sender_told = 0}),
                    ContractViolation);
    CHECK_THROWS_AS(funnel_shares({.reached = {5, 0, 0, 0, 0, 0, 0}, .sender_told = 6}),
                    ContractViolation);
    CHECK_THROWS_AS(funnel_shares({.reached = {5, 4, 3, 2, 1, 0, -1}, .sender_told = 0}),
                    ContractViolation);
}

TEST_CASE("a share is a part of a whole, and overtime lifts utilisation above 1") {
    CHECK(share_of({.part = 3, .whole = 12}) == 0.25);
    CHECK_FALSE(share_of({.part = 0, .whole = 0}));
    CHECK_THROWS_AS(share_of({.part = 2, .whole = 1}), ContractViolation);
    CHECK_THROWS_AS(share_of({.part = -1, .whole = 1}), ContractViolation);
    CHECK(utilisation({.booked = 30, .available = 40}) == 0.75);
    CHECK(utilisation({.booked = 50, .available = 40}) == 1.25);
    CHECK_FALSE(utilisation({.booked = 0, .available = 0}));
    CHECK_THROWS_AS(utilisation({.booked = -1, .available = 40}), ContractViolation);
    CHECK_THROWS_AS(utilisation({.booked = 1, .available = -40}), ContractViolation);
}

TEST_CASE("waits have a median, a 90th percentile and a share within the standard") {
    const auto waits =
        summary_of({.ended = Times{21, 3, 7, 14, 10, 4, 5, 60, 9, 30}, .never = 0}, 14);
    CHECK(waits.median == 9);
    CHECK(waits.p90 == 30);
    CHECK(waits.within == 0.7);
    CHECK(summary_of({.ended = Times{1, 2, 3}, .never = 0}, 2).median == 2);
    CHECK(summary_of({.ended = Times{6}, .never = 0}, 5).p90 == 6);
}

TEST_CASE("those who never get there wait longer than anybody") {
    const auto half = summary_of({.ended = Times{2, 4}, .never = 2}, 3);
    CHECK(half.median == 4);
    CHECK_FALSE(half.p90);
    CHECK(half.within == 0.25);
    CHECK_FALSE(summary_of({.ended = Times{2, 4}, .never = 3}, 3).median);
    const auto none = summary_of({}, 3);
    CHECK_FALSE(none.median);
    CHECK_FALSE(none.p90);
    CHECK_FALSE(none.within);
    CHECK_THROWS_AS(summary_of({.ended = Times{-1}, .never = 0}, 3), ContractViolation);
    CHECK_THROWS_AS(summary_of({.ended = Times{1}, .never = -1}, 3), ContractViolation);
    CHECK_THROWS_AS(summary_of({.ended = Times{1}, .never = 0}, -3), ContractViolation);
}

TEST_CASE("a return counts within the window, and only after ends watched for all of it") {
    const std::vector<TickSpan> episodes{{0, 10}, {100, 120}, {300, 310}};
    const auto quarter = returns(episodes, {.window = 90, .watched_until = 400});
    CHECK(quarter.ended == 3);
    CHECK(quarter.returned == 1); // the gap of exactly 90 days
    CHECK(returns(episodes, {.window = 89, .watched_until = 400}).returned == 0);
    const auto year = returns(episodes, {.window = 365, .watched_until = 400});
    CHECK(year.ended == 1);
    CHECK(year.returned == 1);
    CHECK(returns({}, {.window = 90, .watched_until = 400}).ended == 0);
}

TEST_CASE("episodes that overlap, touch or take no time are refused") {
    const ReturnRule rule{.window = 90, .watched_until = 400};
    CHECK_THROWS_AS(returns({{0, 10}, {5, 20}}, rule), ContractViolation);
    CHECK_THROWS_AS(returns({{0, 10}, {10, 20}}, rule), ContractViolation);
    CHECK_THROWS_AS(returns({{10, 10}}, rule), ContractViolation);
    CHECK_THROWS_AS(returns({{0, 10}}, {.window = -1, .watched_until = 400}), ContractViolation);
}
