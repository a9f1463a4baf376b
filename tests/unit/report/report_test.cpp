#include "engine/core/contracts.hpp"
#include "outputs/report/report.hpp"
#include "outputs/tables/analysis_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using Catch::Matchers::Contains;

namespace {

using Json = nlohmann::ordered_json;

const Json& made_up_analysis() {
    static const Json analysis = analysis_json(analyse(synthetic::study()));
    return analysis;
}

std::string page_of(const Json& analysis, Language first = Language::ja) {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};
    return report_page(analysis, english, japanese, {.first = first});
}

/// The page less its style sheet and its one script, which hold braces of their own.
std::string words_of(std::string page) {
    for (const auto& [begin, end] :
         {std::pair{"<style>", "</style>"}, std::pair{"<script>", "</script>"}}) {
        const auto from = page.find(begin);
        if (from != std::string::npos) {
            page.erase(from, page.find(end, from) - from);
        }
    }
    return page;
}

std::string japanese_half(const std::string& words) {
    const auto from = words.find("<main lang=\"ja\">");
    return words.substr(from, words.find("</main>", from) - from);
}

/// Rows of "comparisons" of the headline outcome for everybody, under the first reading.
Json& headline(Json& analysis, const std::string& scenario, const std::string& group = "all") {
    const std::string reading = analysis.at("readings").at(0).at("name");
    for (Json& row : analysis.at("comparisons")) {
        if (row.at("reading") == reading && row.at("scenario") == scenario &&
            row.at("outcome") == "support_180" && row.at("group") == group) {
            return row;
        }
    }
    throw std::logic_error{"the made-up study has no such row"};
}

} // namespace

TEST_CASE("the page holds both languages and leaves no tag of its template unfilled") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("<main lang=\"ja\">") && Contains("<main lang=\"en\">"));
    CHECK_THAT(words, !Contains("{{") && !Contains("}}"));
    CHECK(words.find("{policy}") == std::string::npos);
}

TEST_CASE("the page opens in the language that is asked for") {
    CHECK_THAT(page_of(made_up_analysis(), Language::ja),
               Contains("<html lang=\"ja\">") && Contains("id=\"show-ja\" checked"));
    CHECK_THAT(page_of(made_up_analysis(), Language::en),
               Contains("<html lang=\"en\">") && Contains("id=\"show-en\" checked"));
}

TEST_CASE("the same analysis gives the same page to the last byte") {
    CHECK(page_of(made_up_analysis()) == page_of(made_up_analysis()));
}

TEST_CASE("the page loads nothing from anywhere") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("default-src 'none'"));
    CHECK_THAT(words,
               !Contains("src=") && !Contains("<link") && !Contains("=\"http") &&
                   !Contains("url(") && !Contains("onclick"));
}

TEST_CASE("names that look like markup are printed as names") {
    Json analysis = made_up_analysis();
    analysis["scenarios"][1]["label"] = {{"en", "<b>A&B</b>"}, {"ja", "<b>A&B</b>"}};
    analysis["study"]["title"] = {{"en", "</title><A&B>"}, {"ja", "</title><A&B>"}};
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("&lt;b&gt;A&amp;B&lt;/b&gt;") && Contains("&lt;A&amp;B&gt;"));
    CHECK_THAT(words, !Contains("<b>") && !Contains("<A&B>"));
}

TEST_CASE("the headline is the analysis' number in whole persons") {
    Json analysis = made_up_analysis();
    headline(analysis, "today")["persons_level"] = 6.4;
    analysis["cohort_per_year"]["all"] = 81.7;
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("Of 82 people a year whose supervision ends here, about 6 are"));
    CHECK_THAT(words, Contains("年に82人。") && Contains("約6人"));
}

TEST_CASE("a study without an expectation says so") {
    Json analysis = made_up_analysis();
    analysis["expectations"] = Json::array();
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words,
               Contains("No expectation was given.") &&
                   Contains("実行前の予想は示されていません。"));
}

TEST_CASE(
    "nobody's course is said to change only where every digest agrees; equal counts say less") {
    Json analysis = made_up_analysis();
    CHECK(headline(analysis, "written-agreement").at("verdict") == "identical");
    std::string words = words_of(page_of(analysis));
    CHECK_THAT(words,
               Contains("With “Written agreement”: exactly the same course as without it, for "
                        "everybody and in every run."));
    CHECK_THAT(words, Contains("「協定のみ」では、どの反復でも誰の経過も変わりません。"));
    for (Json& row : analysis["same_courses"]) {
        row["same"] = false;
    }
    words = words_of(page_of(analysis));
    CHECK_THAT(words,
               Contains("With “Written agreement”: exactly as many people in support half a year "
                        "later as without it, in every run."));
    CHECK_THAT(words, !Contains("for everybody") && !Contains("誰の経過も"));
}

TEST_CASE("where links do not matter, only what was counted is said to be the same") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("no policy changes how many people are in support"));
    CHECK_THAT(words, !Contains("changes anything") && !Contains("何も変わりません"));
    Json alone = made_up_analysis();
    alone["scenarios"] = Json::array({alone["scenarios"][0]});
    alone["expectations"] = Json::array();
    CHECK_THAT(words_of(page_of(alone)), !Contains("no policy changes"));
}

TEST_CASE("where no difference is seen, the page says which one four in five studies would see") {
    Json analysis = made_up_analysis();
    Json& row = headline(analysis, "no-contact");
    row["verdict"] = "no_difference_seen";
    row["detectable"] = 0.01;
    analysis["cohort_per_year"]["all"] = 80.0; // 0.01 x 80 persons x 10 years
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words,
               Contains("no difference seen with this many runs; four in five such studies would "
                        "see a difference of 8 people in ten years"));
    CHECK_THAT(words, Contains("four in five such studies would see 1.0") && Contains("10年で8人"));
}

TEST_CASE("too few runs for an interval still give a page") {
    const std::string words = words_of(page_of(analysis_json(analyse(synthetic::study(4)))));
    CHECK_THAT(words, Contains("4 runs"));
}

TEST_CASE("hours per person are given only for an effect that is seen") {
    Json analysis = made_up_analysis();
    headline(analysis, "regular-contact")["verdict"] = "no_difference_seen";
    CHECK_THAT(japanese_half(words_of(page_of(analysis))), Contains("費用は定まらない"));
}

TEST_CASE("a group that no run belongs to leaves the other answer standing") {
    Json analysis = made_up_analysis();
    for (Json& row : analysis["comparisons"]) {
        if (row.at("group") == "not_good") {
            for (const char* key :
                 {"level", "difference", "half_width", "persons_level", "persons_difference"}) {
                row[key] = nullptr;
            }
            row["verdict"] = "none";
        }
    }
    analysis["cohort_per_year"]["not_good"] = nullptr;
    analysis["replications_by_link"]["not_good"] = 0;
    CHECK_THAT(words_of(page_of(analysis)), Contains("No run started in this way."));
}

TEST_CASE("a probability of a gain is printed with what it is taken over") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words,
               Contains("draws of the assumptions. Each draw has only 4 runs, so that chance "
                        "is in this share as well."));
    CHECK_THAT(words, Contains("1組の仮定に反復は4回だけなので"));
    CHECK_THAT(words, Contains("over draws of the assumptions with 4 runs each, chance included"));
}

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

TEST_CASE("with independent chance nothing is said to be the same persons or saved by pairing") {
    Json analysis = made_up_analysis();
    const char* saved = "independent chance would have needed";
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("between the same persons") && Contains(saved));
    analysis["study"]["pairing"] = "independent";
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, !Contains("between the same persons") && !Contains(saved));
    CHECK_THAT(words, !Contains("同じ人どうし") && !Contains("何倍の反復が必要か"));
    CHECK_THAT(words, Contains("chance events of its own for every policy"));
}

TEST_CASE("the page says what being in support means") {
    Json analysis = made_up_analysis();
    analysis["study"]["windows"]["support_days"] = 77;
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("in the 77 days before") && Contains("その日までの77日間"));
}

TEST_CASE("the command to repeat the study names the study's own file") {
    Json analysis = made_up_analysis();
    analysis["study"]["inputs"][0]["name"] = "my-study.toml";
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("tsunagi run my-study.toml -o results/regular-contact"));
}

TEST_CASE("a size that no interval can be held against is undecided, not unstated") {
    Json analysis = made_up_analysis();
    Json& found = analysis["expectations"][0]["found"];
    found = Json::array({found.at(0)});
    const auto sizes = [&] {
        const std::string words = words_of(page_of(analysis));
        return std::pair{words.find("<td>undecided</td>") != std::string::npos,
                         words.find("<td>none stated</td>") != std::string::npos};
    };
    CHECK(sizes() == std::pair{false, false});
    found[0]["size_in_interval"] = nullptr;
    CHECK(sizes() == std::pair{true, false});
    analysis["expectations"][0]["size"] = nullptr;
    CHECK(sizes() == std::pair{false, true});
}

TEST_CASE("months stand in the Japanese era and the Christian year") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("令和3年（2021年）4月～令和8年（2026年）3月"));
    CHECK_THAT(words, Contains("4/2021 (Reiwa 3) to 3/2026 (Reiwa 8)"));
}

TEST_CASE("a policy that gains people and saves hours has no price, and says that it saves") {
    Json analysis = made_up_analysis();
    CHECK_THAT(words_of(page_of(analysis)), !Contains("saves hours"));
    for (Json& row : analysis["extra_hours"]) {
        if (row.at("scenario") == "regular-contact") {
            row["per_year"]["value"] = -1.0;
        }
    }
    CHECK(headline(analysis, "regular-contact").at("verdict") == "more");
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("saves hours") && Contains("時間も減る"));
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

TEST_CASE("a reading that forces the link is named as such") {
    Json analysis = made_up_analysis();
    analysis["readings"][0]["forced_link"] = 0.5;
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("causal (every link forced to 0.5)") &&
                   Contains("因果（すべての連携を0.5に固定）"));
}

TEST_CASE("a doubtful interval is said to be doubtful, in the card and in the comparison") {
    Json analysis = made_up_analysis();
    for (Json& row : analysis["comparisons"]) {
        row["doubtful"] = false;
    }
    CHECK_THAT(words_of(page_of(analysis)), !Contains("may be off"));
    headline(analysis, "regular-contact", "good")["doubtful"] = true;
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("Few runs with skewed differences: an interval here may be off."));
    CHECK_THAT(words, Contains("more (interval may be off: few, skewed runs)"));
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
    const std::string english = words.substr(words.find("<main lang=\"en\">"));
    std::size_t found = 0;
    for (auto at = english.find("+3.1 to +6.0"); at != std::string::npos;
         at = english.find("+3.1 to +6.0", at + 1)) {
        CHECK_THAT(english.substr(at - 200, 200),
                   Contains("12.3</data>") && Contains("+4.6</data>"));
        ++found;
    }
    CHECK(found == 4);
}

namespace {

Json& row_of(Json& analysis, const char* list, const std::string& scenario) {
    for (Json& row : analysis[list]) {
        if (row.at("reading") == "causal" && row.at("scenario") == scenario) {
            return row;
        }
    }
    throw std::logic_error{"the made-up study has no such row"};
}

Json estimate(double value, double lower, double upper) {
    return {{"value", value}, {"lower", lower}, {"upper", upper}, {"standard_error", 1.0}};
}

} // namespace

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
    headline(analysis, "regular-contact")["persons_difference"] = estimate(0.82, 0.61, 1.03);
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("“Monthly meetings” +124 hours, +0.82 people"));
    CHECK_THAT(words, Contains("「毎月の会合」+124時間・+0.82人"));
    CHECK_THAT(words, Contains("+118 to +130") && Contains("+0.61 to +1.03"));
    CHECK_THAT(words, Contains(">151</data>")); // 124 / 0.82 hours per added person
    CHECK_THAT(words, Contains(R"("x":[124.0,118.0,130.0],"y":[0.82,0.61,1.03])"));
    CHECK_THAT(words, Contains("the assumed strength of links, under the reading “causal”"));
}

TEST_CASE("the two kinds of link are told apart without a claim about which matters most") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, !Contains("depends most") && !Contains("最も大きく分ける"));
}

TEST_CASE("no number is said to lack what the page prints") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("most of the ways in which agencies hand people on"));
    CHECK_THAT(words, !Contains("typical region"));
    CHECK_THAT(words, Contains("during supervision and the year after"));
    CHECK_THAT(words, Contains("保護観察中から終了1年後まで"));
}

TEST_CASE("nothing assumed is called an estimate") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, !Contains("proves") && !Contains("the study shows"));
    CHECK_THAT(words, Contains("<td>assumed</td>") && Contains("<td>仮定</td>"));
}

TEST_CASE("an analysis that lacks what the page prints is refused") {
    Json analysis = made_up_analysis();
    analysis["readings"] = Json::array();
    CHECK_THROWS_AS(page_of(analysis), ContractViolation);
}
