#include "outputs/store/names.hpp"
#include "outputs/tables/compare_text.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

using namespace tsunagi;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The line of a text that holds a part.
std::string line_with(const std::string& text, const std::string& part) {
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    const auto from = text.rfind('\n', at) + 1;
    return text.substr(from, text.find('\n', at) - from);
}

const Messages english{Language::en, TSUNAGI_CATALOGUES};

/// Hours of one agency on a task (or all) that change by so much.
HoursRow hours(std::size_t agency, std::optional<Task> task, double per_month, double change) {
    return {.reading = 0,
            .scenario = 2,
            .agency = agency,
            .task = task,
            .per_month = per_month,
            .difference = ShownEstimate{.value = change,
                                        .standard_error = 0.1,
                                        .interval = Interval{change - 0.2, change + 0.2}},
            .fte_difference = change / 155.0};
}

} // namespace

TEST_CASE(
    "the tables split the headline by link, and have no message without words, in both languages") {
    const auto analysis = analyse(synthetic::study(8));
    for (const auto language : {Language::en, Language::ja}) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        const auto text = compare_text(analysis, messages);
        CHECK_FALSE(holds(text, "table."));
        CHECK_FALSE(holds(text, "{"));
        CHECK(holds(text, in_language(analysis.study.facts.question, language)));
        CHECK(holds(text, messages.text("table.group.good")));
        CHECK(text.find(messages.text("table.group.good")) <
              text.find(messages.text("table.outcome.support_90")));
        CHECK(holds(text, messages.text("table.identical")));
    }
}

TEST_CASE("without an expectation the tables say so") {
    auto results = synthetic::study(4);
    results.study.expectations.clear();
    const Messages messages{Language::en, TSUNAGI_CATALOGUES};
    CHECK(holds(compare_text(analyse(results), messages), messages.text("table.no_expectation")));
}

TEST_CASE("everything that tables name has words in both languages") {
    for (const auto language : {Language::en, Language::ja}) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        for (const auto& spec : outcome_specs()) {
            CHECK(messages.has(label_id(spec.outcome)));
        }
        for (const auto group : analysis_groups) {
            CHECK(messages.has(label_id(group)));
        }
        for (std::size_t task = 0; task < tasks; ++task) {
            CHECK(messages.has(label_id(static_cast<Task>(task))));
        }
    }
}

TEST_CASE("tasks stand by themselves from half an hour a month - other agencies are added up") {
    auto analysis = analyse(synthetic::study(8));
    analysis.hours = {hours(0, std::nullopt, 100.0, 1.75),
                      hours(0, Task::guarantor_meeting, 60.0, 1.5),
                      hours(0, Task::liaison, 40.0, 0.25),
                      hours(1, std::nullopt, 20.0, -0.375),
                      hours(1, Task::liaison, 20.0, -0.375),
                      hours(2, std::nullopt, 10.0, 0.125),
                      hours(2, Task::handover, 10.0, 0.125)};
    const auto text = compare_text(analysis, english);
    CHECK(holds(line_with(text, "guarantor meetings"), "+1.5 [+1.3, +1.7]"));
    CHECK_FALSE(holds(text, "liaison"));
    CHECK_FALSE(holds(text, "referrals and handovers"));
    const auto others = line_with(text, "other agencies (2)");
    CHECK(holds(others, "Monthly meetings"));
    CHECK(holds(others, "30.0  \u22120.25"));
    CHECK(holds(others, "\u22120.002"));
}

TEST_CASE("where no agency's tasks change by that much, one line holds them all") {
    auto analysis = analyse(synthetic::study(8));
    analysis.hours = {hours(0, std::nullopt, 100.0, 0.0), hours(0, Task::liaison, 100.0, 0.0)};
    CHECK(holds(line_with(compare_text(analysis, english), "other agencies (1)"), "100.0  0"));
}

TEST_CASE("without common random numbers nothing is said to be paired") {
    auto results = synthetic::study(8);
    CHECK(holds(compare_text(analyse(results), english), "8 paired replications"));
    CHECK(holds(compare_text(analyse(results), english), "without common random numbers"));
    results.study.facts.pairing = StudyFacts::Pairing::independent;
    const auto text = compare_text(analyse(results), english);
    CHECK(holds(text, "8 replications, with chance events of its own for every policy"));
    CHECK_FALSE(holds(text, "paired"));
    CHECK_FALSE(holds(text, "common random numbers"));
}

TEST_CASE("quantiles over draws are said to hold chance, with the replications of a draw") {
    const auto text = compare_text(analyse(synthetic::study(8)), english);
    CHECK(holds(text, "over 2 draws"));
    CHECK(holds(text, "Each draw has 4 replications, so chance is in these numbers too"));
}

TEST_CASE("the tables tell where people are, what becomes of families, and who is displaced") {
    const auto analysis = analyse(synthetic::study(8));
    const auto text = compare_text(analysis, english);
    const auto& states = analysis.states.front();
    const auto& custody = states.days.back().shares[static_cast<std::size_t>(PersonState::custody)];
    CHECK(holds(line_with(text, "365  Today"), in_100(custody.level->value)));
    CHECK(holds(line_with(text, "Reached: know the centre"),
                in_100(analysis.families.front().reached.level->value)));
    CHECK(holds(line_with(text, "People: first appointments kept"),
                fixed(analysis.other_clients.front().served.level->value, 1)));
}

TEST_CASE("the tables tell how ways through the agencies go, level and difference") {
    const auto analysis = analyse(synthetic::study(8));
    const auto text = compare_text(analysis, english);
    const auto& rows = analysis.pathways.front().rows;
    CHECK(holds(line_with(text, "continuity COC"), in_100(rows[0].value.level->value)));
    CHECK(holds(line_with(text, "next visits at another agency"),
                fixed(rows[4].value.level->value, 1)));
    CHECK(holds(line_with(text, "contact again within 365 days"),
                in_100(rows[8].value.level->value)));
    const auto& policy = analysis.pathways[2].rows[0].value.difference;
    CHECK(holds(text.substr(text.find("continuity COC")), difference_text(policy.value(), 100.0)));
}

TEST_CASE("the headline by group: persons, level, and what each policy changes") {
    const auto analysis = analyse(synthetic::study(8));
    const auto text = compare_text(analysis, english);
    const auto& women = analysis.subgroups[static_cast<std::size_t>(Attribute::sex)].groups[1];
    REQUIRE(women.id == "female");
    const auto line = line_with(text, "women");
    CHECK(holds(line, fixed(women.persons, 1) + "  "));
    CHECK(holds(line, in_100(women.support_180.level->value)));
    const auto& changed = analysis.subgroups[2 * attributes.size() + 2].groups[1].support_180;
    CHECK(holds(line, difference_text(changed.difference.value(), 100.0)));
    CHECK(holds(text, "supervision ends in fiscal year 2024"));
    CHECK(holds(text, "Town <A&B>"));
    CHECK_FALSE(holds(text, "released at full term")); // nobody of the cohort
    CHECK(holds(text, "largest less smallest"));
}

TEST_CASE("every level of every attribute has words in both languages") {
    for (const auto language : {Language::en, Language::ja}) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        for (std::size_t level = 0; level < levels; ++level) {
            CHECK(messages.has("table.level." + std::string{name_of(static_cast<Level>(level))}));
        }
        for (std::size_t indicator = 0; indicator < indicators; ++indicator) {
            CHECK(messages.has(label_id(static_cast<Indicator>(indicator))));
        }
    }
}

TEST_CASE("a group that has nobody under one policy has no difference there") {
    auto analysis = analyse(synthetic::study(8));
    for (auto& row : analysis.subgroups) {
        if (row.attribute == Attribute::municipality && row.scenario == 2) {
            row.groups.pop_back();
        }
    }
    const auto line = line_with(compare_text(analysis, english), "Town <A&B>");
    CHECK(holds(line, "  -  "));
}

TEST_CASE("hours per person stand with their interval, or with the reason why there are none") {
    auto analysis = analyse(synthetic::study(8));
    analysis.extra_hours.resize(3);
    analysis.extra_hours[0].per_person = std::nullopt;
    analysis.extra_hours[1].per_person =
        ShownEstimate{.value = 151.0, .standard_error = {}, .interval = Interval{118.0, 210.0}};
    analysis.extra_hours[2].per_person =
        ShownEstimate{.value = -3.0, .standard_error = {}, .interval = Interval{-5.0, -1.0}};
    const auto text = compare_text(analysis, english);
    CHECK(holds(text, "interval does not lie above 0\n"));
    CHECK(holds(text, "  151 [118, 210]\n"));
    CHECK(holds(text, "  saves hours\n"));
}

TEST_CASE("what ran out stands in one line per scenario") {
    auto analysis = analyse(synthetic::study(8));
    auto& today = analysis.upsets.front();
    today.slots_waited = 12.25;
    today.beds_not_found = 3.5;
    const auto text = compare_text(analysis, english);
    const auto from = text.find("Where hours, slots and beds ran out");
    CHECK(holds(line_with(text.substr(from), "Today"), fixed(12.25, 1)));
    CHECK(holds(line_with(text.substr(from), "Today"), "3.5"));
}

TEST_CASE("hours used stand beside the hours there are, where they have a limit") {
    auto analysis = analyse(synthetic::study(8));
    CHECK_FALSE(holds(compare_text(analysis, english), "direct hours"));
    HoursUsed row{
        .reading = 0, .scenario = 0, .agency = 0, .available_per_week = 42.75, .used = {}};
    row.used.level = ShownEstimate{.value = 0.875, .standard_error = {}, .interval = {}};
    analysis.hours_used = {row};
    CHECK(holds(line_with(compare_text(analysis, english), "(42.8 hours a week)"), "87.5"));
}

TEST_CASE("a doubtful interval has a star, and the star is explained") {
    auto analysis = analyse(synthetic::study());
    for (auto& row : analysis.comparisons) {
        row.skewness = 0.0;
    }
    CHECK_FALSE(holds(compare_text(analysis, english), "*"));
    for (auto& row : analysis.comparisons) {
        if (row.verdict == Verdict::more && row.outcome == Outcome::support_180) {
            row.units = 29;
            row.skewness = -1.5;
        }
    }
    const auto text = compare_text(analysis, english);
    CHECK(holds(text, "] *"));
    CHECK(holds(text, english.text("table.doubtful")));
}

TEST_CASE("a reading that forces the link is named as such") {
    auto results = synthetic::study(8);
    results.study.readings.front().forced_link = 0.5;
    CHECK(holds(compare_text(analyse(results), english), "causal (every link forced to 0.5)"));
}
