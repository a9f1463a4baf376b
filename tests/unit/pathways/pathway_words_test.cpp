// The report as text and as JSON.
#include "outputs/pathways/labels.hpp"
#include "outputs/pathways/pathway_json.hpp"
#include "outputs/pathways/pathway_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/pathways/hand_made_runs.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

PathwayReport made_report() {
    return report_pathways(title_of_three(),
                           std::vector{run_of({{10, 20, 12}, {5, 10, 2}, {0, 0, 0}}),
                                       run_of({{10, 20, 10}, {5, 10, 6}, {0, 0, 0}})});
}

// The cells of the row of a table that begins with a name; no cells where there is none.
std::vector<std::string> cells_of(const std::string& text, const std::string& name) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells;
        for (std::size_t at = 0; at < line.size();) {
            const auto end = std::min(line.find("  ", at), line.size());
            cells.push_back(line.substr(at, end - at));
            at = std::min(line.find_first_not_of(' ', end), line.size());
        }
        if (!cells.empty() && cells.front() == name) {
            return cells;
        }
    }
    return {};
}

// The part of the text from a heading on.
std::string from_heading(const std::string& text, const std::string& heading) {
    const auto at = text.find(heading);
    return at == std::string::npos ? std::string{} : text.substr(at);
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
        for (const auto unit : {PathwayUnit::share, PathwayUnit::number, PathwayUnit::days}) {
            CHECK(words.has(label_id(unit)));
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
        const auto said = [&](const char* id) { return words.text(id); };
        CHECK(cells_of(text, said("pathway.name.received")) ==
              std::vector<std::string>{said("pathway.name.received"),
                                       "50 [16, 84]",
                                       said("pathway.unit.share"),
                                       "60",
                                       said("pathway.means.received")});
        CAPTURE(text);
        CHECK_FALSE(holds(text, "{"));
        CHECK_FALSE(holds(text, "pathway."));
        const bool english = language == Language::en;
        CHECK(holds(text, english ? "55 (Near; n = 40)" : "55（近町、n = 40）"));
        CHECK(holds(text, english ? "40 (Far; n = 20)" : "40（遠町、n = 20）"));
        CHECK(holds(text, "2021-04-01"));
        CHECK(holds(text, "2023-03-31"));
        CHECK(holds(text, english ? "within 14 days" : "14日以内"));
        CHECK(holds(text, english ? "n counts episodes" : "n は利用の数"));
        // One sex, one fiscal year: nothing to compare.
        CHECK_FALSE(holds(text, english ? "The cohort by sex" : "性別の対象者"));
    }
}

TEST_CASE(
    "the title names scenario and reading in the language and says what the numbers rest on") {
    auto report = made_report();
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language, TSUNAGI_CATALOGUES};
        const bool english = language == Language::en;
        report.title.forced_link.reset();
        auto text = pathway_text(report, words);
        CHECK(holds(text, english ? "\"Today\" (today)" : "「現状」（today）"));
        CHECK(holds(
            text, english ? "\"Meetings make links\" (causal)" : "「会合が連携を作る」（causal）"));
        CHECK(holds(text, "\n" + words.text("pathway.cohort") + "\n"));
        CHECK(holds(text, "\n" + words.text("table.assumed") + "\n"));
        report.title.forced_link = 0.5;
        text = pathway_text(report, words);
        CHECK(holds(text, english ? "(every link forced to 0.5)" : "（すべての連携を0.5に固定）"));
    }
}

TEST_CASE("the title says what intervals are of, or that there are none") {
    const auto run = run_of({{10, 20, 12}, {5, 10, 3}, {0, 0, 0}});
    auto drawn = title_of_three();
    drawn.replications_per_draw = 2;
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language, TSUNAGI_CATALOGUES};
        const auto says = [&](const PathwayTitle& title, std::size_t replications, const char* id) {
            const auto report = report_pathways(title, std::vector(replications, run));
            return holds(pathway_text(report, words), "\n" + words.text(id) + "\n");
        };
        CHECK(says(title_of_three(), 2, "pathway.interval.replications"));
        CHECK(says(title_of_three(), 1, "pathway.no_interval.replication"));
        CHECK(says(drawn, 3, "pathway.interval.draws"));
        CHECK(says(drawn, 2, "pathway.no_interval.draw"));
        const bool english = language == Language::en;
        const auto text = [&](std::size_t replications) {
            return pathway_text(report_pathways(title_of_three(), std::vector(replications, run)),
                                words);
        };
        CHECK(holds(text(1), english ? ", 1 replication;" : "、反復1回（"));
        CHECK(holds(text(2), english ? ", 2 replications;" : "、反復2回（"));
    }
}

TEST_CASE("a share of which none or all is seen is said to be so, a wait of no days is not") {
    auto run = run_of({{10, 10, 10}, {0, 0, 0}, {0, 0, 0}});
    run.cohort[static_cast<std::size_t>(PathwaySum::wait_runs)] = 1;
    const auto report = report_pathways(title_of_three(), std::vector{run, run});
    for (const auto language : {Language::en, Language::ja}) {
        const Messages words{language, TSUNAGI_CATALOGUES};
        const auto text = pathway_text(report, words);
        const auto value = [&](const char* id) { return cells_of(text, words.text(id)).at(1); };
        const bool english = language == Language::en;
        CHECK(value("pathway.name.accepted") == (english ? "0 (none seen)" : "0（なし）"));
        CHECK(value("pathway.name.received") == (english ? "100 (all seen)" : "100（すべて）"));
        CHECK(value("pathway.name.wait_median") == "0");
        CHECK(value("pathway.name.re_entered_90") == "-");
    }
}

TEST_CASE("a group is named where groups differ and it has five observations, with its unit") {
    const Messages words{Language::en, TSUNAGI_CATALOGUES};
    const auto received_by_municipality = [&](const Referred& near, const Referred& far) {
        const auto report =
            report_pathways(title_of_three(), std::vector{run_of({near, far, {0, 0, 0}})});
        const auto text = from_heading(pathway_text(report, words), "The cohort by municipality");
        auto cells = cells_of(text, "received");
        REQUIRE(cells.size() == 6);
        cells.pop_back(); // the index
        return cells;
    };
    using Cells = std::vector<std::string>;
    CHECK(received_by_municipality({5, 10, 8}, {5, 5, 1}) ==
          Cells{"received", "20 (Far; n = 5)", "80 (Near; n = 10)", "60", "in 100"});
    CHECK(received_by_municipality({5, 10, 8}, {5, 4, 1}) ==
          Cells{"received", "-", "80 (Near; n = 10)", "-", "in 100"});
    CHECK(received_by_municipality({5, 4, 3}, {5, 5, 1}) ==
          Cells{"received", "20 (Far; n = 5)", "-", "-", "in 100"});
    CHECK(received_by_municipality({5, 10, 8}, {5, 5, 4}) ==
          Cells{"received", "-", "-", "0", "in 100"});
}

TEST_CASE("JSON holds numbers as they are, and null where there is none") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};
    const auto json = pathway_json(made_report(), english, japanese);
    CHECK(json["study"] == "made");
    CHECK(json["scenario"] == "today");
    CHECK(json["reading"] == "causal");
    CHECK(json["replications"] == 2);
    CHECK(json["assumed"]["en"] == english.text("table.assumed"));
    CHECK(json["assumed"]["ja"] == japanese.text("table.assumed"));
    CHECK(json["intervals"]["en"] == english.text("pathway.interval.replications"));
    CHECK(json["intervals"]["ja"] == japanese.text("pathway.interval.replications"));
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
    const auto& accepted = json["indicators"][2];
    CHECK(accepted["value"] == 0.0);
    CHECK(accepted["lower"].is_null());
    CHECK(accepted["upper"].is_null());
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
    CHECK(municipality["groups"][0]["indicators"][1]["n"] == 40);
    CHECK(municipality["equity"][1]["id"] == "received");
    CHECK(municipality["equity"][1]["concentration_index"].is_number());
    CHECK(json["splits"][2]["equity"][1]["concentration_index"].is_null());
}
