#include "engine/core/contracts.hpp"
#include "engine/random/streams.hpp"
#include "engine/statistics/caseload.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

const std::vector<TickSpan> three_spans{{2, 6}, {0, 3}, {3, 9}};

} // namespace

TEST_CASE("the number there is followed from one entry or exit to the next") {
    // There: 1 on [0, 2), 2 on [2, 6), 1 on [6, 9); the third enters as the second leaves.
    const auto load = caseload_over(three_spans, {0, 10});
    CHECK(load.person_ticks == 2 + 2 * 4 + 3);
    CHECK(load.highest == 2);
    CHECK(load.mean == 1.3);
}

TEST_CASE("a window sees only what lies within it") {
    const auto load = caseload_over(three_spans, {2, 5});
    CHECK(load.person_ticks == 6);
    CHECK(load.highest == 2);
    CHECK(load.mean == 2.0);
    CHECK(caseload_over(three_spans, {9, 20}).person_ticks == 0);
    CHECK(caseload_over({}, {0, 10}).highest == 0);
}

TEST_CASE("Little's law holds to the tick") {
    // 500 stays of up to a day, begun within a month, in seconds.
    Streams streams{{.study_seed = 11, .replication = 0}};
    std::vector<TickSpan> stays;
    std::int64_t sojourns = 0;
    for (std::uint64_t person = 0; person < 500; ++person) {
        const auto uniform = [&](std::uint32_t occurrence) {
            return streams.uniform(
                {.purpose = Draw::drop_out, .entity = EntityKey{person}, .occurrence = occurrence});
        };
        const auto enters = static_cast<std::int64_t>(uniform(0) * 30 * 86400);
        const auto length = static_cast<std::int64_t>(uniform(1) * 86400);
        stays.push_back({enters, enters + length});
        sojourns += length;
    }
    const auto load = caseload_over(stays, {0, std::int64_t{31} * 86400});
    CHECK(load.person_ticks == sojourns);
    CHECK(load.highest > 10);
    // Its windows make up the whole.
    CHECK(caseload_over(stays, {0, 1'000'000}).person_ticks +
              caseload_over(stays, {1'000'000, std::int64_t{31} * 86400}).person_ticks ==
          sojourns);
}

TEST_CASE("the backlog is who is there, and for how long") {
    const auto there = backlog_at(three_spans, 5);
    CHECK(there.persons == 2);
    CHECK(there.ages == 5);
    CHECK(there.oldest == 3);
    CHECK(there.mean_age == 2.5);
    const auto at_a_change = backlog_at(three_spans, 3);
    CHECK(at_a_change.persons == 2);
    CHECK(at_a_change.oldest == 1);
    const auto when_over = backlog_at(three_spans, 9);
    CHECK(when_over.persons == 0);
    CHECK(when_over.oldest == 0);
    CHECK_FALSE(when_over.mean_age);
}

TEST_CASE("stays that end before they begin and windows of no length are refused") {
    const std::vector<TickSpan> backwards{{6, 2}};
    CHECK_THROWS_AS(caseload_over(backwards, {0, 10}), ContractViolation);
    CHECK_THROWS_AS(backlog_at(backwards, 3), ContractViolation);
    CHECK_THROWS_AS(caseload_over(three_spans, {5, 5}), ContractViolation);
}
