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

TEST_CASE("the page holds both languages and leaves no placeholder open") {
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
               !Contains("src=") && !Contains("<link") && !Contains("http://") &&
                   !Contains("https://") && !Contains("onclick"));
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
               Contains("No expectation was given.") && Contains("事前の予想は示されていません。"));
}

TEST_CASE("a policy that changes nobody is said to change nobody, and its difference is 0") {
    Json analysis = made_up_analysis();
    CHECK(headline(analysis, "written-agreement").at("verdict") == "identical");
    const std::string words = words_of(page_of(analysis));
    CHECK_THAT(words, Contains("With “Written agreement”: exactly the same people as without it"));
    CHECK_THAT(words, Contains("「協定のみ」では一人も変わりません。"));
}

TEST_CASE("where no difference is seen, the page says how large one would have been seen") {
    Json analysis = made_up_analysis();
    Json& row = headline(analysis, "no-contact");
    row["verdict"] = "no_difference_seen";
    row["persons_difference"] = {
        {"value", 0.1}, {"lower", -0.4}, {"upper", 0.6}, {"standard_error", 0.25}};
    CHECK_THAT(words_of(page_of(analysis)),
               Contains("no difference seen with this many runs; a difference of 5 people in ten "
                        "years would have been seen"));
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
    CHECK_THAT(words, Contains("This share is taken over the assumptions, not over chance."));
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
