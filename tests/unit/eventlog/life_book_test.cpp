#include "engine/core/contracts.hpp"
#include "outputs/eventlog/life_book.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

using namespace tsunagi;

TEST_CASE("a book holds everybody's facts in the order told, and work is nobody's") {
    const auto book = test::book_of(test::some_lives());
    REQUIRE(book.lives().size() == 4);
    std::size_t facts = 0;
    for (const auto& life : book.lives()) {
        facts += life.facts.size();
    }
    CHECK(facts == test::some_lives().size() - 1);
    const auto* juvenile = book.find("juvenile-0");
    REQUIRE(juvenile != nullptr);
    CHECK(juvenile == book.find(test::juvenile));
    CHECK(juvenile->kind == ClientKind::justice);
    REQUIRE(juvenile->facts.size() == 4);
    CHECK(juvenile->facts[1].kind == FactKind::offered);
    CHECK(book.lives()[1].id == "juvenile-0/family");
    CHECK(book.lives()[3].id == "background_persons-0");
    CHECK(book.find("juvenile-2") == nullptr);
    CHECK(book.find(key_of("office")) == nullptr);
}

TEST_CASE("who was gone before an instant is not present at it, and facts are cut at it") {
    const auto book = test::book_of(test::some_lives());
    const auto start = test::title.policy_start;
    CHECK(is_present_at(*book.find("juvenile-0"), start));
    CHECK(is_present_at(*book.find("juvenile-0"), test::on(2021, 6, 1)));
    CHECK_FALSE(is_present_at(*book.find("juvenile-0"), test::on(2021, 6, 1) + Duration{1}));
    CHECK_FALSE(is_present_at(*book.find("juvenile-1"), start));
    CHECK(facts_from(*book.find("juvenile-0"), start).size() == 3);
    CHECK(facts_from(*book.find("juvenile-0/family"), start).size() == 2);
    CHECK(facts_from(*book.find("juvenile-0/family"), start + Duration{1}).size() == 1);
    CHECK(facts_from(*book.find("background_persons-0"), start).empty());
}

TEST_CASE("a fact about somebody who has not entered is a broken contract") {
    LifeBook book;
    CHECK_THROWS_AS(book.add(test::about(test::juvenile, test::on(2021, 4, 3), FactKind::died)),
                    ContractViolation);
}
