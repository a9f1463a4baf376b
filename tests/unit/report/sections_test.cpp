// Tables and figures below the answer, each beside the numbers it is made of.
#include "tests/unit/report/made_up_page.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

TEST_CASE("tables by the link at the start are said to hold those runs, not all") {
    const std::string words = words_of(page_of(made_up_analysis()));
    for (const char* caption : {"All runs together, under the reading “causal”",
                                "Runs whose link was already good, under the reading “causal”",
                                "Runs whose link was not good, under the reading “causal”",
                                "全反復、読み方「因果」",
                                "連携がすでに良かった反復、読み方「因果」",
                                "連携が良くなかった反復、読み方「因果」"}) {
        CHECK_THAT(words, Contains(caption));
    }
}

TEST_CASE("what parameters cite is printed with its source") {
    Json analysis = made_up_analysis();
    analysis["evidence"] = Json::array({{{"id", "X99"},
                                         {"figure", "share that came <A&B>"},
                                         {"value", "42 %"},
                                         {"year", "2017"},
                                         {"population", "59 centres"},
                                         {"source", "Survey of centres"},
                                         {"address", "none"}}});
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("<th scope=\"row\">X99</th>") && Contains("<td>42 %</td>"));
    CHECK_THAT(words, Contains("share that came &lt;A&amp;B&gt;"));
    CHECK_THAT(words, Contains("<td>Survey of centres</td>"));
    analysis["evidence"] = Json::array();
    CHECK_THAT(words_of(page_of(analysis)), !Contains("Published figures that the sources"));
}

TEST_CASE("levels of the cascade, of first contacts and of waits stand beside their differences") {
    Json analysis = made_up_analysis();
    const auto set = [](Json& compared) {
        compared["level"]["value"] = 0.123;
        compared["difference"] = {
            {"value", 0.0456}, {"lower", 0.0312}, {"upper", 0.0601}, {"standard_error", 0.01}};
    };
    const auto row = [&](const char* list) -> Json& {
        for (Json& found : analysis[list]) {
            if (found.at("reading") == "causal" && found.at("scenario") == "regular-contact") {
                return found;
            }
        }
        throw std::logic_error{"the made-up study has no such row"};
    };
    set(row("cascades")["stages"][1]);
    set(row("cascades")["losses"][0]);
    set(row("incidence")["points"][0]);
    set(row("waits")["kept_share"]);
    const std::string words = words_of(page_of(analysis, Language::en));
    const std::string english_half = words.substr(words.find("<main lang=\"en\">"));
    std::size_t found = 0;
    for (auto at = english_half.find("+3.1 to +6.0"); at != std::string::npos;
         at = english_half.find("+3.1 to +6.0", at + 1)) {
        CHECK_THAT(english_half.substr(at - 200, 200),
                   Contains("12.3</data>") && Contains("+4.6</data>"));
        ++found;
    }
    CHECK(found == 4);
}

TEST_CASE("where people are half a year after the end is told in persons of 100") {
    Json analysis = made_up_analysis();
    Json& half_year = row_of(analysis, "states", "today")["days"][2];
    REQUIRE(half_year.at("day") == 180);
    half_year["in_support"]["level"]["value"] = 0.071;
    half_year["no_support"]["level"]["value"] = 0.702;
    half_year["custody"]["level"]["value"] = 0.153;
    half_year["dead"]["level"]["value"] = 0.024;
    half_year["moved"]["level"]["value"] = 0.05;
    row_of(analysis, "states", "regular-contact")["days"][2]["custody"]["difference"] =
        estimate(-0.0123, -0.0321, -0.0111);
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words,
               Contains("under “Today”, of 100: 7.1 in support, 70.2 without support, 15.3 in "
                        "custody, 2.4 dead, 5.0 moved away."));
    CHECK_THAT(words,
               Contains("支援につながっている7.1人、支援なし70.2人、収容中15.3人、死亡2.4人、転出"
                        "5.0人。"));
    CHECK_THAT(words, Contains("−1.2</data>") && Contains("−3.2 to −1.1"));
}

TEST_CASE("what comes first after the end is told with what competes") {
    Json analysis = made_up_analysis();
    Json& row = row_of(analysis, "incidence", "today");
    row["at_risk_per_year"] = 71.3;
    row["contact"].back() = 0.111;
    row["custody"].back() = 0.222;
    row["death"].back() = 0.033;
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("“Today” 71 people a year: support 11.1, custody 22.2, death 3.3"));
    CHECK_THAT(words, Contains("「現状」年71人のうち支援11.1、収容22.2、死亡3.3"));
}

TEST_CASE("families and those who may be displaced stand as level and difference") {
    Json analysis = made_up_analysis();
    row_of(analysis, "families", "today")["families_per_year"] = 48.2;
    row_of(analysis, "families", "today")["reached"]["level"]["value"] = 0.417;
    row_of(analysis, "families", "regular-contact")["reached"]["difference"] =
        estimate(0.0789, 0.0657, 0.0923);
    row_of(analysis, "other_clients", "regular-contact")["served"]["difference"] =
        estimate(-4.31, -5.83, -2.79);
    std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("About 48 families a year") && Contains("年に約48世帯"));
    CHECK_THAT(words, Contains("41.7</data>") && Contains("+6.6 to +9.2"));
    CHECK_THAT(words, Contains("−4.3</data>") && Contains("−5.8 to −2.8"));
    row_of(analysis, "families", "today")["retained"]["level"] = nullptr;
    words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("Of these, still there after half a year"));
}

TEST_CASE("hours and persons a year stand in one sentence, and each point has its intervals") {
    Json analysis = made_up_analysis();
    row_of(analysis, "extra_hours", "regular-contact")["per_year"] = estimate(124.0, 118.0, 130.0);
    row_of(analysis, "extra_hours", "regular-contact")["per_person"] =
        estimate(151.2, 128.3, 181.4);
    headline(analysis, "regular-contact")["persons_difference"] = estimate(0.82, 0.61, 1.03);
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("“Monthly meetings” +124 hours, +0.82 people"));
    CHECK_THAT(words, Contains("「毎月の会合」+124時間・+0.82人"));
    CHECK_THAT(words, Contains("+118 to +130") && Contains("+0.61 to +1.03"));
    CHECK_THAT(words, Contains(">151</data>") && Contains("128 to 181"));
    CHECK_THAT(words, Contains(R"("x":[124.0,118.0,130.0],"y":[0.82,0.61,1.03])"));
    CHECK_THAT(words, Contains("the assumed strength of links, under the reading “causal”"));
}

TEST_CASE("ways through the agencies are folded: shares in 100, numbers as they are") {
    Json analysis = made_up_analysis();
    Json& today = row_of(analysis, "pathways", "today")["indicators"];
    Json& policy = row_of(analysis, "pathways", "regular-contact")["indicators"];
    REQUIRE(today.at(0).at("id") == "bice_boxerman");
    today[0]["level"]["value"] = 0.7123;
    policy[0]["difference"] = estimate(0.0421, 0.0312, 0.0534);
    REQUIRE(today.at(4).at("id") == "hand_offs");
    today[4]["level"]["value"] = 1.34;
    std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("71.2</data>") && Contains("+3.1 to +5.3"));
    CHECK_THAT(words, Contains(">1.3</data>"));
    CHECK_THAT(words, Contains("継続性COC") && Contains("Continuity, coming back"));
    today[0]["level"] = nullptr;
    words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("continuity COC") && !Contains("71.2</data>"));
}
