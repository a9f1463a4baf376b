#include "outputs/eventlog/timeline.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;

namespace {

const LifeBook book = test::book_of(test::some_lives());
const Household household = household_of(book, *book.find("juvenile-0"));

} // namespace

TEST_CASE("a household is the person and the family, whichever is asked for") {
    CHECK(household.person->id == "juvenile-0");
    CHECK(household.family->id == "juvenile-0/family");
    const auto of_family = household_of(book, *book.find("juvenile-0/family"));
    CHECK(of_family.person == household.person);
    CHECK(of_family.family == household.family);
    const auto alone = household_of(book, *book.find("background_persons-0"));
    CHECK(alone.person->id == "background_persons-0");
    CHECK(alone.family == nullptr);
}

TEST_CASE("a timeline has every fact of person and family by time, with the start of the policy") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    CHECK(timeline_text(test::title, household, {english, test::english_names}) ==
          R"(juvenile-0: scenario meetings, reading causal, replication 3

when              who     what happens
-----------------------------------------------------------------------------------------------------------------------
2020-05-01 00:00  person  enters the model: a person of the justice system
2020-05-01 00:00  family  enters the model: the family of a person of the justice system
2021-04-01 00:00          ---- the scenario's policy starts ----
2021-04-01 00:00  family  calls Centre
2021-04-03 09:00  person  Probation office offers to refer to Centre (with consent to pass information on; offer no. 2)
2021-05-01 00:00  person  accepts the referral to Centre
2021-06-01 00:00  person  dies
2021-06-01 00:00  family  leaves the model
)");
    const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};
    const auto text = timeline_text(test::title, household, {japanese, test::japanese_names});
    CHECK(text.find("juvenile-0：シナリオ meetings、読み方 causal、反復 3\n") == 0);
    CHECK(text.find("2021-06-01 00:00  本人  亡くなる\n2021-06-01 00:00  家族  モデルから離れる") !=
          std::string::npos);
}

TEST_CASE("a timeline for programs has the same facts with the ids of whose they are") {
    const auto json = timeline_json(test::title, household, test::agency_ids);
    CHECK(json["study"] == "by-hand");
    CHECK(json["reading"] == "causal");
    CHECK(json["scenario"] == "meetings");
    CHECK(json["replication"] == 3);
    CHECK(json["from"] == "2021-04-01");
    CHECK(json["until"] == "2026-03-31");
    CHECK(json["person"] == "juvenile-0");
    CHECK(json["family"] == "juvenile-0/family");
    REQUIRE(json["facts"].size() == 7);
    CHECK(json["facts"][3].dump() ==
          R"({"who":"juvenile-0","at":"2021-04-03T09:00:00","fact":"offered","agency":"centre",)"
          R"("other":"office","detail":"given","amount":1})");
    const auto alone = household_of(book, *book.find("background_persons-0"));
    CHECK(timeline_json(test::title, alone, test::agency_ids)["family"].is_null());
}

TEST_CASE("the list has everybody present in the policy years with their facts in these") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    CHECK(
        present_text(test::title, book, {english, test::english_names}) ==
        R"(3 persons and families present from 2021-04-01 to 2026-03-31: scenario meetings, reading causal, replication 3

id                    who     facts
-----------------------------------
juvenile-0            person      3
juvenile-0/family     family      2
background_persons-0  person      0
)");
    const auto json = present_json(test::title, book);
    REQUIRE(json["lives"].size() == 3);
    CHECK(json["lives"][1].dump() == R"({"id":"juvenile-0/family","kind":"family","facts":2})");
}
