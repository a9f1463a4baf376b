#include "engine/capacity/claim_queue.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

Claim claim(std::uint8_t priority, int tick, double order, std::uint32_t row) {
    return {.priority = Claim::Priority{priority},
            .joined = SimTime{Duration{tick}},
            .order = order,
            .subject = {row + 1U},
            .row = row};
}

} // namespace

TEST_CASE("claim queue: a claim leaves from wherever it stands, and its place serves the next") {
    ClaimQueue queue;
    queue.join(claim(1, 5, 0.5, 0));
    const auto middle = queue.join(claim(1, 6, 0.5, 1));
    queue.join(claim(1, 7, 0.5, 2));
    CHECK(queue.leave(middle).row == 1);
    CHECK_THROWS_AS(queue.leave(middle), ContractViolation);
    CHECK_THROWS_AS(queue.at(middle), ContractViolation);
    CHECK(queue.join(claim(0, 8, 0.5, 3)) == middle);
    CHECK(queue.size() == 3);
    CHECK(queue.leave(queue.first()).row == 3); // its class goes first
    CHECK(queue.leave(queue.first()).row == 0);
    CHECK(queue.leave(queue.first()).row == 2);
    CHECK(queue.empty());
    CHECK_THROWS_AS(queue.first(), ContractViolation);
}

TEST_CASE(
    "claim queue: of those who join at one tick the keyed order decides, whoever came first") {
    ClaimQueue queue;
    queue.join(claim(2, 4, 0.9, 0));
    queue.join(claim(2, 4, 0.1, 1));
    queue.join(claim(2, 4, 0.5, 2));
    CHECK(queue.ahead_of(claim(2, 4, 0.6, 3)) == 2);
    CHECK(queue.ahead_of(claim(1, 9, 0.6, 3)) == 0);
    CHECK(queue.at(queue.first()).row == 1);
    const auto second = queue.after(queue.first()).value();
    CHECK(queue.at(second).row == 2);
    queue.prefetch_after(second);
    CHECK(queue.at(queue.after(second).value()).row == 0);
    CHECK_FALSE(queue.after(queue.after(second).value()));
    CHECK_THROWS_AS(queue.join(claim(2, 4, 0.0, 4)), ContractViolation);
}
