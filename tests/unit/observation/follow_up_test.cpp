#include "engine/observation/follow_up.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

using Marks = std::array<std::int32_t, 3>;

Marks marks_of(const FollowUp& follow_up, Count index) {
    PersonTally tally;
    follow_up.add_to(tally);
    return {tally[index], tally[behind(index, 1)], tally[behind(index, 2)]};
}

constexpr SimTime left_at = policy_start + std::chrono::days{100};

Marks seen_after(double days) {
    FollowUp follow_up{span, after_discharge};
    follow_up.leave(left_at);
    follow_up.contact(days_after(left_at, days));
    return marks_of(follow_up, Count::discharged);
}

} // namespace

TEST_CASE("a discharge is followed by a contact within 7 and within 30 days") {
    CHECK(seen_after(0.0) == Marks{1, 1, 1});
    CHECK(seen_after(7.0) == Marks{1, 1, 1});
    CHECK(seen_after(7.1) == Marks{1, 0, 1});
    CHECK(seen_after(30.0) == Marks{1, 0, 1});
    CHECK(seen_after(30.1) == Marks{1, 0, 0});
}

TEST_CASE(
    "only the first contact after leaving counts, and leaving again without one starts anew") {
    FollowUp follow_up{span, after_discharge};
    follow_up.contact(left_at); // told before
    follow_up.leave(left_at);
    follow_up.leave(left_at + std::chrono::days{3});
    follow_up.contact(left_at + std::chrono::days{5});
    follow_up.contact(left_at + std::chrono::days{6});
    CHECK(marks_of(follow_up, Count::discharged) == Marks{2, 1, 1});
}

TEST_CASE("index events lie in the span, early enough to be followed") {
    const auto index_events = [](const FollowUpRule& rule, SimTime at) {
        FollowUp follow_up{span, rule};
        follow_up.leave(at);
        return marks_of(follow_up, rule.index)[0];
    };
    CHECK(index_events(after_discharge, policy_start - one_tick) == 0);
    CHECK(index_events(after_discharge, policy_start) == 1);
    CHECK(index_events(after_discharge, horizon - std::chrono::days{30}) == 1);
    CHECK(index_events(after_discharge, horizon - std::chrono::days{30} + one_tick) == 0);
    CHECK(index_events(after_care, horizon - std::chrono::days{365}) == 1);
    CHECK(index_events(after_care, horizon - std::chrono::days{365} + one_tick) == 0);
}

TEST_CASE("care that goes on at the same instant was not left") {
    FollowUp follow_up{span, after_care};
    follow_up.leave(left_at);
    follow_up.go_on(left_at);
    follow_up.contact(left_at + std::chrono::days{7});
    CHECK(marks_of(follow_up, Count::left_care) == Marks{0, 0, 0});
    follow_up.leave(left_at);
    follow_up.go_on(left_at + one_tick);
    CHECK(marks_of(follow_up, Count::left_care) == Marks{1, 0, 0});
}
