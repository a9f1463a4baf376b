#include "outputs/tables/analysis_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;

TEST_CASE("the JSON holds the numbers of the analysis, unrounded") {
    const auto analysis = analyse(synthetic::study(8));
    const auto json = nlohmann::ordered_json::parse(analysis_json(analysis).dump());
    CHECK(json["format"] == "tsunagi-analysis");
    CHECK(json["study"]["seed"] == "18446744073709551557");
    CHECK(json["study"]["policy_start"] == "2021-04-01");
    REQUIRE(json["comparisons"].size() == analysis.comparisons.size());
    for (std::size_t row = 0; row < analysis.comparisons.size(); ++row) {
        const auto& found = json["comparisons"][row];
        const auto& expected = analysis.comparisons[row];
        REQUIRE(found["outcome"] == spec_of(expected.outcome).id);
        REQUIRE(found["level"]["value"].get<double>() == expected.level->value);
        REQUIRE(found["difference"].is_null() == !expected.difference.has_value());
        if (expected.difference) {
            REQUIRE(found["difference"]["lower"].get<double>() ==
                    expected.difference->interval->lower);
        }
    }
    CHECK(json["comparisons"][0]["verdict"] == "reference");
    CHECK(json["effect_curves"].size() == 9);
    CHECK(json["effect_curves"][0]["break_even"]["scale"].is_null());
    CHECK(json["expectations"][0]["found"].size() == 4);
    CHECK(json["agencies"][2]["name"]["ja"] == "病院 <A&B>");
    CHECK(json["version"] == nlohmann::ordered_json{3, 4});
    CHECK(json["same_courses"].size() == 12);
    CHECK(json["states"][0]["days"][2]["custody"]["level"]["value"].get<double>() ==
          analysis.states[0].days[2].shares[2].level->value);
    CHECK(json["incidence"][0]["custody"].back().get<double>() ==
          analysis.incidence[0].custody.back());
    CHECK(json["families"][0]["reached"]["level"]["value"].get<double>() ==
          analysis.families[0].reached.level->value);
    CHECK(json["other_clients"][1]["who"] == "families");
    CHECK(json["other_clients"][1]["served"]["level"]["value"].get<double>() ==
          analysis.other_clients[1].served.level->value);
    CHECK(json["extra_hours"].size() == 12);
    CHECK(json["upsets"][0]["slots_waited"].get<double>() == analysis.upsets[0].slots_waited);
    CHECK(json["upsets"][0]["beds_not_found"].get<double>() == analysis.upsets[0].beds_not_found);
    CHECK(json["municipalities"][1]["name"]["ja"] == "町 <A&B>");
    CHECK(json["incidence"][0]["points"][0]["day"] == 30);
    CHECK(json["cascades"][0]["stages"][0]["level"]["value"] == 1.0);
    CHECK(json["cascades"][0]["stages"][0]["difference"].is_null());
    CHECK(json["waits"][0]["mean_days"]["level"]["value"].get<double>() ==
          analysis.waits[0].mean_days.level->value);
    CHECK(json["readings"][0]["forced_link"].is_null());
    REQUIRE(json["evidence"].size() == analysis.study.evidence.size());
    CHECK(json["evidence"][0]["id"] == analysis.study.evidence[0].id);
    CHECK(json["parameters_by_grade"] ==
          nlohmann::ordered_json{
              {"observed", 1}, {"published", 0}, {"published (derived)", 2}, {"assumed", 2}});
}

TEST_CASE("the JSON says why a number that takes time is not there") {
    auto analysis = analyse(synthetic::study(8));
    const auto json = nlohmann::ordered_json::parse(analysis_json(analysis).dump());
    const auto& first = json["use"][0];
    CHECK(first["from"] == "start");
    CHECK(first["not_followed"].is_null());
    CHECK(first["not_followed_by_year_end"] == "no_clock");
    const auto& fifth = json["use"][2];
    CHECK(fifth["years"] == 5);
    CHECK(fifth["used"]["level"].is_null());
    CHECK(fifth["not_followed"] == "horizon");
    CHECK(fifth["not_followed_by_year_end"] == "horizon");
    const auto& stays = json["retention"][0]["points"];
    CHECK(stays[1]["day"] == 180);
    CHECK(stays[1]["level"]["value"].get<double>() ==
          analysis.retention[0].points[1].share.level->value);
    CHECK(stays[1]["not_followed"].is_null());
    CHECK(json["retention"][1]["points"][1]["not_followed"] == "nobody");
}

TEST_CASE("the JSON holds what the numbers say on re-imprisonment, and what they rest on") {
    const auto analysis = analyse(synthetic::study(8));
    const auto json = nlohmann::ordered_json::parse(analysis_json(analysis).dump());
    REQUIRE(json["reimprisonment"].size() == 12);
    const auto& found = json["reimprisonment"][0];
    const auto& expected = analysis.reimprisonment[0];
    CHECK(found["scenario"] == "no-contact");
    CHECK(found["verdict"] == name_of(expected.verdict));
    CHECK(found["numbers"] == 5);
    CHECK(found["off_zero"] == expected.off_zero);
    CHECK(found["told"]["years"] == expected.told->years);
    CHECK(found["told"]["difference"]["value"].get<double>() == expected.told->difference.value);
    CHECK(found["told"]["detectable"].get<double>() == expected.told->detectable);
    CHECK(json["rests_on"][0] == nlohmann::ordered_json{{"outcomes", "use"},
                                                        {"parameters", 1},
                                                        {"grade", "published (derived)"},
                                                        {"of_grade", 1}});
    CHECK(json["rests_on"][1]["grade"].is_null());
    CHECK(json["tracks"][2]["entered_per_year"]["level"]["value"].get<double>() ==
          analysis.tracks[2].entered_per_year.level->value);
}

TEST_CASE("the JSON holds indicators, groups and hours per person as the analysis has them") {
    const auto analysis = analyse(synthetic::study(8));
    const auto json = nlohmann::ordered_json::parse(analysis_json(analysis).dump());
    REQUIRE(json["pathways"].size() == 16);
    const auto& found = json["pathways"][1]["indicators"][0];
    const auto& expected = analysis.pathways[1].rows[0];
    CHECK(found["id"] == "bice_boxerman");
    CHECK(found["unit"] == "share");
    CHECK(found["base"].get<double>() == expected.base);
    CHECK(found["level"]["value"].get<double>() == expected.value.level->value);
    CHECK(found["difference"]["upper"].get<double>() == expected.value.difference->interval->upper);
    CHECK(json["pathways"][0]["indicators"][4]["unit"] == "number");
    CHECK(json["pathways"][0]["indicators"][13]["unit"] == "days");
    REQUIRE(json["subgroups"].size() == 16 * attributes.size());
    CHECK(json["subgroups"][0]["attribute"] == "fiscal_year");
    CHECK(json["subgroups"][0]["groups"][0]["id"] == "2021");
    CHECK(json["subgroups"][0]["groups"][0]["persons"].get<double>() ==
          analysis.subgroups[0].groups[0].persons);
    CHECK(json["subgroups"][0]["groups"][0]["support_180"]["difference"].is_null());
    CHECK(json["subgroups"][0]["largest_gap"].get<double>() == *analysis.subgroups[0].largest_gap);
    for (std::size_t row = 0; row < analysis.extra_hours.size(); ++row) {
        const auto& price = analysis.extra_hours[row].per_person;
        const auto& printed = json["extra_hours"][row]["per_person"];
        REQUIRE(printed.is_null() == !price.has_value());
        if (price) {
            CHECK(printed["lower"].get<double>() == price->interval->lower);
        }
    }
}

TEST_CASE("no expectation is an empty list, and equal analyses make equal text") {
    auto results = synthetic::study(4);
    results.study.expectations.clear();
    const auto json = analysis_json(analyse(results));
    CHECK(json["expectations"].empty());
    CHECK(json.dump() == analysis_json(analyse(results)).dump());
}
