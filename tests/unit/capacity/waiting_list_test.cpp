#include "engine/capacity/waiting_list.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

using Priority = Claim::Priority;

constexpr SimTime tick(int number) {
    return SimTime{Duration{number}};
}

constexpr EntityKey subject(std::uint64_t value) {
    return {value};
}

// In the order in which they are served: each rule decides once, against all the later ones.
const std::vector<Claim> served{
    {Priority::crisis_or_discharge, tick(9), 0.9, subject(9), 0},
    {Priority::supervised_or_handed_over, tick(3), 0.8, subject(8), 1},
    {Priority::supervised_or_handed_over, tick(4), 0.1, subject(7), 2},
    {Priority::supervised_or_handed_over, tick(4), 0.2, subject(2), 3},
    {Priority::supervised_or_handed_over, tick(4), 0.2, subject(6), 4},
    {Priority::other, tick(1), 0.1, subject(1), 5},
};

WaitingList list_of(const std::vector<Claim>& claims) {
    WaitingList list;
    for (const auto& claim : claims) {
        list.join(claim);
    }
    return list;
}

std::vector<std::uint32_t> rows(WaitingList list) {
    std::vector<std::uint32_t> rows;
    while (!list.empty()) {
        rows.push_back(list.pop_first().row);
    }
    return rows;
}

} // namespace

TEST_CASE("class goes before tick, tick before keyed order, keyed order before subject key") {
    CHECK(rows(list_of(served)) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
    CHECK(rows(list_of({served.rbegin(), served.rend()})) == rows(list_of(served)));
}

TEST_CASE("who is first is served first, as the claim that was made") {
    auto list = list_of(served);
    CHECK(list.size() == 6);
    CHECK(list.first() == served[0]);
    CHECK(list.pop_first() == served[0]);
    CHECK(list.first() == served[1]);
    CHECK(list.size() == 5);
    CHECK_FALSE(list.find(subject(9)).has_value());
}

TEST_CASE("who leaves is gone from wherever they stood, and may join again") {
    auto list = list_of(served);
    CHECK(list.leave(subject(2)) == served[3]);
    CHECK_FALSE(list.leave(subject(2)).has_value());
    CHECK_FALSE(list.leave(subject(1000)).has_value());
    CHECK(rows(list) == std::vector<std::uint32_t>{0, 1, 2, 4, 5});
    list.join({Priority::other, tick(0), 0.5, subject(2), 3});
    CHECK(rows(list) == std::vector<std::uint32_t>{0, 1, 2, 4, 3, 5});
}

TEST_CASE("a claim of another class keeps the tick at which it joined") {
    auto list = list_of(served);
    list.reprioritise(subject(1), Priority::supervised_or_handed_over);
    CHECK(rows(list) == std::vector<std::uint32_t>{0, 5, 1, 2, 3, 4});
    list.reprioritise(subject(9), Priority::other);
    CHECK(rows(list) == std::vector<std::uint32_t>{5, 1, 2, 3, 4, 0});
    list.reprioritise(subject(9), Priority::other); // its own class: nothing changes
    list.reprioritise(subject(1000), Priority::other);
    CHECK(rows(list) == std::vector<std::uint32_t>{5, 1, 2, 3, 4, 0});
    CHECK(list.find(subject(9)) == Claim{Priority::other, tick(9), 0.9, subject(9), 0});
}

TEST_CASE("ahead of a claim are those to be served before it, whether it waits or would join") {
    const auto list = list_of(served);
    for (std::size_t position = 0; position < served.size(); ++position) {
        CHECK(list.ahead_of(served[position]) == position);
    }
    const auto newcomer = [&](Priority priority) {
        return list.ahead_of({priority, tick(10), 0.5, subject(5), 9});
    };
    CHECK(newcomer(Priority::crisis_or_discharge) == 1);
    CHECK(newcomer(Priority::supervised_or_handed_over) == 5);
    CHECK(newcomer(Priority::other) == 6);
    CHECK(WaitingList{}.ahead_of(served[0]) == 0);
}

TEST_CASE("a copy of a list is a list of its own") {
    auto list = list_of(served);
    auto copy = list;
    list.leave(subject(9));
    copy.pop_first();
    copy.pop_first();
    CHECK(rows(list) == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
    CHECK(rows(copy) == std::vector<std::uint32_t>{2, 3, 4, 5});
}

TEST_CASE("what a list cannot hold or give is refused") {
    WaitingList list;
    CHECK_THROWS_AS(list.first(), ContractViolation);
    CHECK_THROWS_AS(list.pop_first(), ContractViolation);
    list.join(served[0]);
    auto second = served[0];
    second.joined = tick(10);
    CHECK_THROWS_AS(list.join(second), ContractViolation);
    CHECK_THROWS_AS(list.join({Priority::other, tick(0), 0.0, subject(3), 0}), ContractViolation);
    CHECK_THROWS_AS(list.join({Priority::other, tick(0), 1.0, subject(3), 0}), ContractViolation);
    CHECK(list.size() == 1);
    CHECK(list.pop_first() == served[0]);
}
