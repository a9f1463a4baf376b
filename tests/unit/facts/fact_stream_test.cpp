#include "engine/facts/fact_stream.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

void tell(FactStream& facts, std::int64_t amount) {
    facts.tell({.kind = FactKind::work_done, .amount = amount});
}

std::vector<std::int64_t> amounts_in(const FactStream& facts) {
    std::vector<std::int64_t> amounts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        amounts.push_back(facts.at(i).amount);
    }
    return amounts;
}

} // namespace

TEST_CASE("facts told while others are handed on stand behind them, however many") {
    FactStream facts;
    CHECK(facts.size() == 0);
    tell(facts, 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (const auto amount = facts.at(i).amount; amount < 100) {
            tell(facts, amount + 1);
        }
    }
    REQUIRE(facts.size() == 100);
    CHECK(amounts_in(facts).front() == 1);
    CHECK(amounts_in(facts).back() == 100);
}

TEST_CASE("a cleared stream holds only what is told from then on") {
    FactStream facts;
    tell(facts, 1);
    tell(facts, 2);
    facts.clear();
    CHECK(facts.size() == 0);
    tell(facts, 3);
    CHECK(amounts_in(facts) == std::vector<std::int64_t>{3});
}

TEST_CASE("a copy of a stream goes on by itself") {
    FactStream facts;
    tell(facts, 1);
    auto copy = facts;
    tell(copy, 2);
    tell(facts, 3);
    CHECK(amounts_in(facts) == std::vector<std::int64_t>{1, 3});
    CHECK(amounts_in(copy) == std::vector<std::int64_t>{1, 2});
}
