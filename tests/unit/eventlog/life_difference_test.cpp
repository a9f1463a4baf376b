#include "outputs/eventlog/life_difference.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;

namespace {

const auto from = test::title.policy_start;

LifeComparison compared(const std::vector<Fact>& base, const std::vector<Fact>& other) {
    return compare_lives(test::book_of(base), test::book_of(other), from);
}

/// Some lives in which the office's offer comes without consent and the family never leaves.
std::vector<Fact> other_lives() {
    auto facts = test::some_lives();
    facts.at(7) = test::offer(test::juvenile, test::on(2021, 4, 3, 9), Consent::refused);
    facts.erase(facts.begin() + 9);
    return facts;
}

} // namespace

TEST_CASE("facts are the same by what happened, not by who holds which row") {
    const auto fact = test::offer(test::juvenile, test::on(2021, 4, 3), Consent::given);
    auto moved = fact;
    moved.client = ClientId{7};
    CHECK(is_same(fact, moved));
    const auto differs = [&](auto change) {
        auto changed = fact;
        change(changed);
        return !is_same(fact, changed);
    };
    CHECK(differs([](Fact& one) { one.at += Duration{1}; }));
    CHECK(differs([](Fact& one) { one.kind = FactKind::offer_refused; }));
    CHECK(differs([](Fact& one) { one.detail = 0; }));
    CHECK(differs([](Fact& one) { one.agency = test::office; }));
    CHECK(differs([](Fact& one) { one.other = {}; }));
    CHECK(differs([](Fact& one) { one.amount = 2; }));
}

TEST_CASE("equal lives are counted, whoever has left before the policy is not") {
    const auto comparison = compared(test::some_lives(), test::some_lives());
    CHECK(comparison.different.empty());
    CHECK(comparison.equal == 3);
    CHECK(comparison.all() == 3);
}

TEST_CASE("what happened before the policy, and work of agencies, makes no life differ") {
    auto other = test::some_lives();
    other.insert(other.begin() + 4, test::work(test::on(2020, 8, 1)));
    other.insert(other.begin() + 4,
                 test::about(test::juvenile, test::on(2020, 8, 1), FactKind::lapsed));
    CHECK(compared(test::some_lives(), other).different.empty());
}

TEST_CASE("lives part at the first fact that differs, and the earliest parting comes first") {
    const auto comparison = compared(test::some_lives(), other_lives());
    CHECK(comparison.equal == 1);
    REQUIRE(comparison.different.size() == 2);
    const auto& offer = comparison.different[0];
    CHECK(offer.id == "juvenile-0");
    CHECK(offer.at == test::on(2021, 4, 3, 9));
    CHECK(offer.base->detail == static_cast<std::uint8_t>(Consent::given));
    CHECK(offer.other->detail == static_cast<std::uint8_t>(Consent::refused));
    const auto& family = comparison.different[1];
    CHECK(family.id == "juvenile-0/family");
    CHECK(family.at == test::on(2021, 6, 1));
    CHECK(family.base->kind == FactKind::person_left);
    CHECK_FALSE(family.other);
}

TEST_CASE("a life parts at the earlier of two facts, on either side") {
    auto later = test::some_lives();
    later.at(7).at += std::chrono::hours{1};
    for (const auto& comparison :
         {compared(test::some_lives(), later), compared(later, test::some_lives())}) {
        REQUIRE(comparison.different.size() == 1);
        CHECK(comparison.different[0].at == test::on(2021, 4, 3, 9));
    }
}

TEST_CASE("who is there in one scenario alone has a life that differs") {
    auto more = test::some_lives();
    more.push_back(test::entry(
        test::arrival(ArrivalSource::juvenile, 2), test::on(2022, 1, 1), ClientKind::justice));
    const auto without = compared(more, test::some_lives());
    const auto with = compared(test::some_lives(), more);
    for (const auto& comparison : {without, with}) {
        CHECK(comparison.all() == 4);
        REQUIRE(comparison.different.size() == 1);
        CHECK(comparison.different[0].id == "juvenile-2");
    }
    CHECK(without.different[0].base);
    CHECK_FALSE(without.different[0].other);
    CHECK(with.different[0].other);
    CHECK_FALSE(with.different[0].base);
}

TEST_CASE("differences are told with both sides, and none is told as none") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    const FactWords words{english, test::english_names};
    const auto comparison = compared(test::some_lives(), other_lives());
    CHECK(difference_text(test::title, comparison, words, test::agency_keys) ==
          R"(today against meetings, 2021-04-01 to 2026-03-31: reading causal, replication 3
Lives of persons and families: 3, of these equal 1, different 2
The first fact at which each of them parts:

id                 scenario                when              what happens
-------------------------------------------------------------------------------------------------------------------------------------------------------------
juvenile-0         today                   2021-04-03 09:00  Probation office offers to refer to Centre (with consent to pass information on; offer no. 2)
                   meetings                2021-04-03 09:00  Probation office offers to refer to Centre (without consent to pass information on; offer no. 2)
                   last difference before                    no fact before tells of one
juvenile-0/family  today                   2021-06-01 00:00  leaves the model
                   meetings                                  nothing further happens
                   last difference before                    no fact before tells of one
)");
    const auto equal = compared(test::some_lives(), test::some_lives());
    const auto text = difference_text(test::title, equal, words, test::agency_keys);
    CHECK(text.find("of these equal 3, different 0\n") != std::string::npos);
    CHECK(text.find("parts") == std::string::npos);
}

TEST_CASE("differences for programs hold counts that sum and the facts of both sides") {
    const auto json =
        difference_json(test::title, compared(test::some_lives(), other_lives()), test::agency_ids);
    CHECK(json["base"] == "today");
    CHECK(json["scenario"] == "meetings");
    CHECK(json["lives"] == 3);
    CHECK(json["equal"] == 1);
    CHECK(json["different"] == 2);
    REQUIRE(json["partings"].size() == 2);
    CHECK(json["partings"][0]["base"]["detail"] == "given");
    CHECK(json["partings"][0]["scenario"]["detail"] == "refused");
    CHECK(json["partings"][1]["at"] == "2021-06-01");
    CHECK(json["partings"][1]["scenario"].is_null());
}
