// What the page says about the question itself.
#include "tests/unit/report/made_up_page.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

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
    "nobody's course is said to change only where every digest agrees - equal counts say less") {
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
                        "see a difference of 8 people in 10 years"));
    CHECK_THAT(words, Contains("four in five such studies would see 1.0") && Contains("10年で8人"));
}

TEST_CASE("hours per person are given only for an effect that is seen") {
    Json analysis = made_up_analysis();
    row_of(analysis, "extra_hours", "regular-contact")["per_person"] = nullptr;
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(japanese_half(words), Contains("示さない：増加の区間が0を上回らない"));
    CHECK_THAT(words, Contains("none: the gain’s interval does not lie above 0"));
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

TEST_CASE("a policy that gains people and saves hours has no price, and says that it saves") {
    Json analysis = made_up_analysis();
    CHECK_THAT(words_of(page_of(analysis)), !Contains("saves hours"));
    row_of(analysis, "extra_hours", "regular-contact")["per_person"] = estimate(-1.0, -2.0, -0.5);
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("saves hours") && Contains("時間も減る"));
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

TEST_CASE("the two kinds of link are told apart without a claim about which matters most") {
    const std::string words = words_of(page_of(made_up_analysis()));
    CHECK_THAT(words, !Contains("depends most") && !Contains("最も大きく分ける"));
}
