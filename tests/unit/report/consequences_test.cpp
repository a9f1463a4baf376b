// The folded part on use, re-imprisonment, ways to a residential place and staying in care.
#include "tests/unit/report/made_up_page.hpp"

#include <algorithm>

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

/// The row of a list under the first reading that counts from somewhere to a number of years.
Json& use_row(Json& analysis, const std::string& scenario, const std::string& from, int years) {
    for (Json& row : analysis["use"]) {
        if (row.at("reading") == "causal" && row.at("scenario") == scenario &&
            row.at("from") == from && row.at("years") == years) {
            return row;
        }
    }
    throw std::logic_error{"the made-up study has no such row"};
}

/// The folded part in one language, without tags' line ends.
std::string part_of(const Json& analysis, const std::string& language) {
    const std::string words = words_of(page_of(analysis));
    const auto half = words.find("<main lang=\"" + language + "\">");
    const std::string summary = language == "en" ? "<summary>Use, arrest and re-imprisonment"
                                                 : "<summary>使用・逮捕・刑務所への再入所";
    const auto from = words.find(summary, half);
    REQUIRE(from != std::string::npos);
    return words.substr(from, words.find("</details>", from) - from);
}

/// The rows under a heading, with the heading.
std::string group_of(const std::string& part, const std::string& heading) {
    const auto from = part.find("<th scope=\"rowgroup\" colspan=\"8\"><span>" + heading);
    REQUIRE(from != std::string::npos);
    return part.substr(from, part.find("</tbody>", from) - from);
}

/// Of these the row of one outcome.
std::string row_of(const std::string& group, const std::string& outcome) {
    const auto from = group.find("<th scope=\"row\">" + outcome);
    REQUIRE(from != std::string::npos);
    return group.substr(from, group.find("</tr>", from) - from);
}

Json& meetings(Json& analysis) {
    return test::row_of(analysis, "reimprisonment", "regular-contact");
}

} // namespace

TEST_CASE("use, tracks and retention are folded below what comes after supervision") {
    const std::string words = words_of(page_of(made_up_analysis()));
    const std::string half = words.substr(words.find("<main lang=\"en\">"));
    const auto summary = half.find("<summary>Use, arrest and re-imprisonment");
    REQUIRE(summary != std::string::npos);
    CHECK(half.rfind("<details class=\"more\">", summary) + 30 > summary);
    CHECK(half.find("id=\"course-en\"") < summary);
    CHECK(half.find("id=\"incidence-en\"") < summary);
    CHECK(summary < half.find("id=\"cascade-en\""));
}

TEST_CASE("consequences stand as level and difference, beside the grade of what makes them") {
    Json analysis = made_up_analysis();
    use_row(analysis, "today", "end", 2)["imprisoned"]["level"]["value"] = 0.2061;
    use_row(analysis, "today", "end", 2)["followed"] = 236.8;
    use_row(analysis, "regular-contact", "end", 2)["imprisoned"]["difference"] =
        estimate(-0.0117, -0.0161, -0.0073);
    analysis["rests_on"][0] = {
        {"outcomes", "use"}, {"parameters", 45}, {"grade", "assumed"}, {"of_grade", 34}};
    const auto group = group_of(part_of(analysis, "en"),
                                "2 years after supervision ends (237 followed in a replication)");
    CHECK_THAT(group, Contains("weakest grade: assumed (34 of 45 parameters)</span>"));
    CHECK_THAT(row_of(group, "to prison after an arrest"),
               Contains("20.6</data>") && Contains("−1.2</data>") && Contains("−1.6 to −0.7"));
    const auto in_japanese =
        group_of(part_of(analysis, "ja"), "保護観察の終了から2年（1回の反復で237人を追跡）");
    CHECK_THAT(in_japanese, Contains("最も弱い根拠：仮定（45個のうち34個）</span>"));
    CHECK_THAT(row_of(in_japanese, "逮捕後の刑務所への入所（再入所）"), Contains("20.6</data>"));
}

TEST_CASE("entries a year are numbers, other tracks in 100 or days") {
    Json analysis = made_up_analysis();
    for (Json& row : analysis["tracks"]) {
        if (row.at("route") == "prison") {
            row["opened_per_year"] = 3.21;
            row["entered_per_year"]["level"]["value"] = 0.64;
            row["entered"]["level"]["value"] = 0.194;
            row["mean_days"]["level"]["value"] = 179.2;
        }
    }
    const auto group =
        group_of(part_of(analysis, "en"),
                 "to a residential place: visits in prison (3.2 ways opened a year)");
    CHECK_THAT(row_of(group, "people who enter"), Contains(">0.64</data>"));
    CHECK_THAT(row_of(group, "of ways opened: entered"), Contains(">19.4</data>"));
    CHECK_THAT(row_of(group, "from the occasion"), Contains(">179.2</data>"));
}

TEST_CASE("a mark that nobody was followed to says so in place of numbers") {
    const auto in_english = part_of(made_up_analysis(), "en");
    for (const char* mark : {"5 years after release or start of supervision",
                             "released from prison: to the end of the fourth year after",
                             "5 years after supervision ends"}) {
        const auto group = group_of(in_english, mark);
        CHECK_THAT(group,
                   Contains(std::string{mark} + ": not followed within the horizon</span>") &&
                       !Contains("scope=\"row\""));
    }
    CHECK_THAT(group_of(part_of(made_up_analysis(), "ja"), "釈放または保護観察の開始から5年"),
               Contains("：期間内には追えない</span>"));
    CHECK_THAT(group_of(in_english, "staying: self-help group"), Contains(": nobody</span>"));
    CHECK_THAT(group_of(in_english, "to a residential place: own wish"),
               Contains(": nobody</span>"));
}

TEST_CASE("a length of stay that nobody was watched for is said to be none") {
    Json analysis = made_up_analysis();
    for (Json& row : analysis["retention"]) {
        if (row.at("service") == "counselling") {
            Json& point = row["points"][2];
            point["level"] = nullptr;
            point["difference"] = nullptr;
            point["not_followed"] = "horizon";
        }
    }
    const auto group = group_of(part_of(analysis, "en"), "staying: individual counselling");
    CHECK_THAT(row_of(group, "still there after 365 days"),
               Contains("365 days: not followed within the horizon") && !Contains("<data"));
    CHECK_THAT(row_of(group, "still there after 180 days"), Contains("<data"));
}

TEST_CASE("the page says of re-imprisonment what is expected, and what the numbers show") {
    Json analysis = made_up_analysis();
    Json& row = meetings(analysis);
    row["verdict"] = "no_difference_seen";
    row["numbers"] = 5;
    row["off_zero"] = 0;
    row["told"] = {{"from", "end"},
                   {"years", 2},
                   {"difference", estimate(0.001, -0.002, 0.004)},
                   {"detectable", 0.0043}};
    CHECK_THAT(part_of(analysis, "en"),
               Contains("no visible effect is the expected answer") &&
                   Contains("<li>“Monthly meetings”: no visible effect, as expected.") &&
                   Contains("0.43 in 100 (2 years after supervision ends)"));
    CHECK_THAT(part_of(analysis, "ja"),
               Contains("<li>「毎月の会合」：予想どおり、目に見える効果はありません。") &&
                   Contains("100人あたり0.43人"));
}

TEST_CASE("where re-imprisonment changes, the page does not say that nothing is visible") {
    Json analysis = made_up_analysis();
    Json& row = meetings(analysis);
    row["verdict"] = "fewer";
    row["numbers"] = 5;
    row["off_zero"] = 4;
    row["told"] = {{"from", "year_end"},
                   {"years", 2},
                   {"difference", estimate(-0.00117, -0.0016, -0.0008)},
                   {"detectable", 0.001}};
    const auto sentence = [&](const std::string& language, const std::string& policy) {
        const auto part = part_of(analysis, language);
        const auto from = part.find("<li>" + policy);
        REQUIRE(from != std::string::npos);
        return part.substr(from, part.find("</li>", from) - from);
    };
    CHECK_THAT(sentence("en", "“Monthly meetings”"),
               !Contains("no visible effect") && Contains("4 of 5 numbers") &&
                   Contains("−0.12 in 100 (95 % interval −0.16 to −0.08; released from prison: to "
                            "the end of the next year), about one person in 850.") &&
                   Contains("smaller than the 1 in 100"));
    CHECK_THAT(sentence("ja", "「毎月の会合」"),
               !Contains("効果はありません") && Contains("効果が見えます") &&
                   Contains("およそ850人に1人"));
    analysis["study"]["worth_knowing_gain"] = 0.0015;
    CHECK_THAT(sentence("en", "“Monthly meetings”"), !Contains("smaller than"));
    row["verdict"] = "identical";
    CHECK_THAT(sentence("en", "“Monthly meetings”"), Contains("exactly the same numbers"));
    row["verdict"] = "none";
    CHECK_THAT(sentence("en", "“Monthly meetings”"), Contains("too few runs to tell"));
}

TEST_CASE("a study of the reference alone has the table without a word on policies") {
    Json analysis = made_up_analysis();
    Json today = analysis.at("scenarios").at(0);
    analysis["scenarios"] = Json::array({today});
    analysis["reimprisonment"] = Json::array();
    analysis["expectations"] = Json::array();
    CHECK_THAT(part_of(analysis, "en"),
               Contains("any use") && !Contains("the expected answer") && !Contains("<li>"));
}
