#include "outputs/store/names.hpp"
#include "outputs/tables/compare_text.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

using namespace tsunagi;
using Catch::Matchers::Contains;

namespace {

const Messages in_english{Language::en, TSUNAGI_CATALOGUES};
const Messages in_japanese{Language::ja, TSUNAGI_CATALOGUES};

/// The table of use, tracks and retention, and what follows it on re-imprisonment.
std::string table_of(const Analysis& analysis, const Messages& messages = in_english) {
    const auto text = compare_text(analysis, messages);
    const bool is_english = messages.language() == Language::en;
    const auto from =
        text.find(is_english ? "Use, arrest and re-imprisonment" : "使用・逮捕・刑務所への再入所");
    REQUIRE(from != std::string::npos);
    return text.substr(
        from, text.find(is_english ? "Families with a person" : "コホートの人の家族", from) - from);
}

/// The line that holds a part, or that comes so many after it.
std::string line_of(const std::string& text, const std::string& part, int after = 0) {
    auto from = text.find(part);
    REQUIRE(from != std::string::npos);
    from = text.rfind('\n', from) + 1;
    for (; after > 0; --after) {
        from = text.find('\n', from) + 1;
    }
    return text.substr(from, text.find('\n', from) - from);
}

ShownEstimate with_interval(double value, double lower, double upper) {
    return {.value = value, .standard_error = 0.001, .interval = Interval{lower, upper}};
}

/// The row of the first reading and the third scenario, monthly meetings.
Reimprisonment& of_meetings(Analysis& analysis) {
    return analysis.reimprisonment.at(1);
}

} // namespace

TEST_CASE("the table tells use, tracks and retention: level, then each policy's difference") {
    const auto analysis = analyse(synthetic::study(8));
    const auto text = table_of(analysis);
    const auto& use = analysis.use;
    const auto used = line_of(text, "1 year after release or start of supervision (");
    CHECK_THAT(used, Contains("any use") && Contains(in_100(use[0].used.level->value)));
    CHECK_THAT(used, Contains(difference_text(use[12].used.difference.value(), 100.0)));
    CHECK_THAT(used, Contains("(" + whole(use[0].followed) + " followed in a replication)"));
    CHECK_THAT(line_of(text, "2 years after supervision ends (", 3),
               Contains("re-imprisonment") && Contains(in_100(use[4].imprisoned.level->value)));
    CHECK_THAT(line_of(text, "to the end of the next year"),
               Contains(in_100(use[1].imprisoned_by_year_end.level->value)));
    const auto& prison = analysis.tracks[static_cast<std::size_t>(AdmissionRoute::prison)];
    CHECK_THAT(line_of(text, "to a residential place: visits in prison", 2),
               Contains(in_100(prison.entered.level->value)));
    CHECK_THAT(line_of(text, "to a residential place: visits in prison", 4), Contains("50.0"));
    CHECK_THAT(line_of(text, "staying: individual counselling", 1),
               Contains("after 180 days") &&
                   Contains(in_100(analysis.retention[0].points[1].share.level->value)));
}

TEST_CASE("what nobody was followed to is said in words, in both languages") {
    auto analysis = analyse(synthetic::study(8));
    CHECK_THAT(line_of(table_of(analysis), "5 years after release"),
               Contains("not followed within the horizon"));
    CHECK_THAT(line_of(table_of(analysis), "to the end of the fourth year after"),
               Contains("not followed within the horizon"));
    CHECK_THAT(line_of(table_of(analysis, in_japanese), "保護観察の終了から5年"),
               Contains("期間内には追えない"));
    CHECK_THAT(line_of(table_of(analysis), "to a residential place: own wish"), Contains("nobody"));
    CHECK_THAT(line_of(table_of(analysis), "staying: self-help group"), Contains("nobody"));
    auto& point = analysis.retention[0].points[2];
    point.share = {};
    point.unfollowed = Unfollowed::horizon;
    CHECK_THAT(line_of(table_of(analysis), "staying: individual counselling", 2),
               Contains("still there after 365 days: not followed within the horizon"));
}

TEST_CASE("a number that one policy alone has is not said to be nobody's") {
    auto analysis = analyse(synthetic::study(8));
    constexpr auto wish = static_cast<std::size_t>(AdmissionRoute::own_wish);
    auto& policy = analysis.tracks[2 * admission_routes + wish];
    policy.opened_per_year = 0.5;
    policy.entered_per_year.difference = with_interval(0.25, 0.125, 0.375);
    CHECK_THAT(line_of(table_of(analysis), "to a residential place: own wish"),
               Contains("+0.25 [+0.12, +0.38]"));
}

TEST_CASE("numbers stand beside the weakest grade of what makes them") {
    auto analysis = analyse(synthetic::study(8));
    analysis.bases[0] = {
        .kind = Basis::Kind::use, .parameters = 45, .grade = "assumed", .of_grade = 34};
    CHECK_THAT(line_of(table_of(analysis), "1 year after supervision ends (", 3),
               Contains("assumed (34 of 45 parameters)"));
    CHECK_THAT(line_of(table_of(analysis, in_japanese), "保護観察の終了から1年（"),
               Contains("仮定（45個のうち34個）"));
}

TEST_CASE("that no effect on re-imprisonment is visible is said only where none is") {
    auto analysis = analyse(synthetic::study(8));
    auto& row = of_meetings(analysis);
    row = {.reading = 0,
           .scenario = 2,
           .numbers = 5,
           .off_zero = 0,
           .told = Reimprisonment::Number{.index = UseOutcomes::Index::end,
                                          .years = 2,
                                          .clock = UseOutcomes::Clock::exact,
                                          .difference = with_interval(0.001, -0.002, 0.004),
                                          .detectable = 0.0043},
           .verdict = Verdict::no_difference_seen};
    CHECK_THAT(line_of(table_of(analysis), "“Monthly meetings”"),
               Contains("no visible effect, as expected") && Contains("0.43 in 100") &&
                   Contains("2 years after supervision ends"));
    CHECK_THAT(line_of(table_of(analysis, in_japanese), "「毎月の会合」"),
               Contains("目に見える効果はありません") && Contains("100人あたり0.43人"));
    row.verdict = Verdict::fewer;
    row.off_zero = 3;
    row.told->difference = with_interval(-0.00117, -0.0016, -0.0008);
    const auto seen = line_of(table_of(analysis), "“Monthly meetings”");
    CHECK_THAT(seen, !Contains("no visible effect") && Contains("3 of 5 numbers"));
    CHECK_THAT(seen, Contains("−0.12 in 100 (95 % interval −0.16 to −0.08"));
    CHECK_THAT(seen, Contains("one person in 850") && Contains("smaller than the 1 in 100"));
    CHECK_THAT(seen, Contains("weakest grade is: published (derived) (1 of 1 parameters);"));
    CHECK_THAT(line_of(table_of(analysis, in_japanese), "「毎月の会合」"),
               !Contains("効果はありません") && Contains("およそ850人に1人"));
    row.told->difference = with_interval(-0.02, -0.03, -0.01);
    CHECK_THAT(line_of(table_of(analysis), "“Monthly meetings”"), !Contains("smaller than"));
    row.verdict = Verdict::identical;
    CHECK_THAT(line_of(table_of(analysis), "“Monthly meetings”"), Contains("exactly the same"));
    row.verdict = Verdict::none;
    CHECK_THAT(line_of(table_of(analysis), "“Monthly meetings”"), Contains("too few runs"));
}

TEST_CASE("everything that the table names has words in both languages") {
    for (const auto* messages : {&in_english, &in_japanese}) {
        for (std::size_t service = 0; service < services; ++service) {
            CHECK(messages->has(label_id(static_cast<Service>(service))));
        }
        for (std::size_t route = 0; route < admission_routes; ++route) {
            CHECK(messages->has(label_id(static_cast<AdmissionRoute>(route))));
        }
        for (const int years : {1, 2, 5}) {
            for (const auto index : {UseOutcomes::Index::start, UseOutcomes::Index::end}) {
                CHECK(messages->has(label_id(index, years, UseOutcomes::Clock::exact)));
            }
        }
        for (const int years : {2, 5}) {
            CHECK(messages->has(
                label_id(UseOutcomes::Index::start, years, UseOutcomes::Clock::year_end)));
        }
        for (const auto* grade : {"observed", "published", "published (derived)", "assumed"}) {
            CHECK(messages->has(grade_label_id(grade)));
        }
    }
    CHECK(in_english.text(grade_label_id("published")) == "published");
    CHECK(in_english.text(grade_label_id("assumed")) == "assumed");
}
