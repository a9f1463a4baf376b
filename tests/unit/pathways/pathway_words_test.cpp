// The report as text and as JSON.
#include "outputs/pathways/labels.hpp"
#include "outputs/pathways/pathway_json.hpp"
#include "outputs/pathways/pathway_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/pathways/hand_made_runs.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

PathwayReport made_report() {
    return report_pathways(title_of_three(),
                           std::vector{run_of({{10, 20, 12}, {5, 10, 3}, {0, 0, 0}}),
                                       run_of({{10, 20, 10}, {5, 10, 5}, {0, 0, 0}})});
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("every indicator, unit and attribute has words in both languages") {
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language, TSUNAGI_CATALOGUES};
        for (const auto& list : {pathway_indicators(), load_indicators()}) {
            for (const auto& indicator : list) {
                CAPTURE(indicator.id);
                CHECK(words.has(label_of(indicator.id).name));
                CHECK(words.has(label_of(indicator.id).meaning));
            }
        }
        for (const auto attribute : attributes) {
            CHECK(words.has(label_id(attribute)));
        }
    }
    CHECK_THROWS_AS(label_of("unheard_of"), ContractViolation);
}

TEST_CASE("the text tells each indicator with value, n and meaning, and the groups") {
    const auto report = made_report();
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language, TSUNAGI_CATALOGUES};
        const auto text = pathway_text(report, words);
        for (const auto* rows : {&report.cohort, &report.load}) {
            for (const auto& row : *rows) {
                CAPTURE(row.id);
                CHECK(holds(text, "\n" + words.text(label_of(row.id).name)));
            }
        }
        CAPTURE(text);
        CHECK_FALSE(holds(text, "{"));
        CHECK_FALSE(holds(text, "pathway."));
        const bool english = language == Language::en;
        CHECK(holds(text, english ? "55 (Near)" : "55（近町）"));
        CHECK(holds(text, english ? "40 (Far)" : "40（遠町）"));
        CHECK(holds(text, "2021-04-01"));
        CHECK(holds(text, "2023-03-31"));
        CHECK(holds(text, english ? "within 14 days" : "14日以内"));
        CHECK(holds(text, english ? "n counts episodes" : "n は利用の数"));
        // One sex, one fiscal year: nothing to compare.
        CHECK_FALSE(holds(text, english ? "The cohort by sex" : "性別の対象者"));
    }
}

TEST_CASE("JSON holds numbers as they are, and null where there is none") {
    const auto json = pathway_json(made_report());
    CHECK(json["study"] == "made");
    CHECK(json["replications"] == 2);
    CHECK(json["from"] == "2021-04-01");
    CHECK(json["until"] == "2023-03-31");
    CHECK(json["standard_days"] == 14.0);
    CHECK(json["persons"] == 15.0);
    const auto& received = json["indicators"][1];
    CHECK(received["id"] == "received");
    CHECK(received["unit"] == "share");
    CHECK(received["n"] == 60);
    CHECK(received["value"] == 0.5);
    CHECK(received["lower"].is_number());
    const auto median = std::find_if(json["indicators"].begin(),
                                     json["indicators"].end(),
                                     [](const auto& row) { return row["id"] == "wait_median"; });
    CHECK((*median)["value"].is_null());
    CHECK((*median)["lower"].is_null());
    CHECK(json["load"][0]["id"] == "caseload_counselling");
    CHECK(json["load"][0]["value"] == 0.0);
    REQUIRE(json["splits"].size() == attributes.size());
    const auto& municipality = json["splits"].back();
    CHECK(municipality["attribute"] == "municipality");
    CHECK(municipality["groups"].size() == 2);
    CHECK(municipality["groups"][0]["id"] == "near");
    CHECK(municipality["groups"][0]["indicators"][1]["value"] == 0.55);
    CHECK(municipality["equity"][1]["id"] == "received");
    CHECK(municipality["equity"][1]["concentration_index"].is_number());
    CHECK(json["splits"][2]["equity"][1]["concentration_index"].is_null());
}
