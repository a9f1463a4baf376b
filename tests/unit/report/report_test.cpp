#include "engine/core/contracts.hpp"

#include "tests/unit/report/made_up_page.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

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

TEST_CASE("too few runs for an interval still give a page") {
    const std::string words = words_of(page_of(analysis_json(analyse(synthetic::study(4)))));
    CHECK_THAT(words, Contains("4 runs"));
}

TEST_CASE("the page says what being in support means") {
    Json analysis = made_up_analysis();
    analysis["study"]["windows"] = {{"support_days", 77},
                                    {"close_days", 22},
                                    {"silence_days", 111.0},
                                    {"remote_contacts", "not_counted"}};
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("in the 77 days before") && Contains("その日までの77日間"));
    CHECK_THAT(words, Contains("in the 22 days before") && Contains("それが22日間に"));
    CHECK_THAT(words, Contains("silence of 111 days") && Contains("接触が111日"));
    CHECK_THAT(words, Contains("online do not count") && Contains("接触は数えません"));
}

TEST_CASE("the command to repeat the study names the study's own file") {
    Json analysis = made_up_analysis();
    analysis["study"]["inputs"][0]["name"] = "my-study.toml";
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("tsunagi run my-study.toml -o results/regular-contact"));
}

TEST_CASE("months stand in the Japanese era and the Christian year") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, Contains("令和3年（2021年）4月～令和8年（2026年）3月"));
    CHECK_THAT(words, Contains("4/2021 (Reiwa 3) to 3/2026 (Reiwa 8)"));
}

TEST_CASE("a reading that forces the link is named as such") {
    Json analysis = made_up_analysis();
    analysis["readings"][0]["forced_link"] = 0.5;
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("causal (every link forced to 0.5)") &&
                   Contains("因果（すべての連携を0.5に固定）"));
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
