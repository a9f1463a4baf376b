#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

struct Row {
    const Json& outcome;
    const PageScenario& policy;
    const Json& today;
    const Json& found;
};

std::string outcome_label(const PageSource& source, const Json& outcome) {
    return source.say("table.outcome." + outcome.at("id").get<std::string>());
}

bool is_share(const Json& outcome) {
    return outcome.at("unit") == "share";
}

/// What a table is about: the outcomes the intervals were made for, or those looked at besides.
enum class Outcomes : unsigned char { primary, secondary };

struct Extract {
    Outcomes outcomes;
    std::string_view group;
};

bool belongs(const Json& outcome, Outcomes role) {
    return (outcome.at("role") == "secondary") == (role == Outcomes::secondary);
}

/// Calls act(Row) for every outcome and policy of an extract, outcomes in the analysis' order.
template <class Act>
void for_each_row(const PageSource& source,
                  const std::vector<PageScenario>& policies,
                  const Extract& extract,
                  Act act) {
    for (const Json& outcome : source.all().at("outcomes")) {
        if (!belongs(outcome, extract.outcomes)) {
            continue;
        }
        const auto id = outcome.at("id").get<std::string>();
        const auto find = [&](const PageScenario& scenario) -> const Json& {
            return source.comparison({.reading = source.main_reading(),
                                      .scenario = scenario.name,
                                      .outcome = id,
                                      .group = extract.group});
        };
        for (const PageScenario& policy : policies) {
            act(Row{.outcome = outcome,
                    .policy = policy,
                    .today = find(source.reference()),
                    .found = find(policy)});
        }
    }
}

PageCell level_cell(const Json& comparison, double factor) {
    const Json& level = comparison.at("level");
    if (level.is_null()) {
        return dash_cell();
    }
    return number_cell(level.at("value"), [&](double value) { return fixed(factor * value, 1); });
}

PageCell persons_cell(const PageSource& source, const Json& comparison) {
    const Json& persons = comparison.at("persons_difference");
    if (persons.is_null()) {
        return dash_cell();
    }
    return estimate_cells(source, persons, years_of_whole_persons, Precision::whole).front();
}

/// What the difference comes to in words; where none is seen, how large a one mostly would be.
std::string plain_verdict(const PageSource& source, const Row& row, double factor) {
    const auto verdict = row.found.at("verdict").get<std::string>();
    if (verdict == "more") {
        return source.say("page.verdict.more");
    }
    if (verdict == "fewer") {
        return source.say("page.verdict.fewer");
    }
    if (verdict == "identical") {
        return source.say("page.verdict.identical");
    }
    if (verdict == "no_difference_seen") {
        const double size = factor * row.found.at("detectable").get<double>();
        return source.say("page.verdict.unseen", {{"size", significant(size)}});
    }
    return source.say("page.verdict.none");
}

/// The same, with a warning where the interval is doubtful.
std::string verdict_text(const PageSource& source, const Row& row, double factor) {
    const std::string verdict = plain_verdict(source, row, factor);
    return row.found.at("doubtful").get<bool>()
               ? source.say("page.verdict.doubtful", {{"verdict", verdict}})
               : verdict;
}

/// Whose runs a table is about; written out, so that a search finds the messages.
std::string caption_id(std::string_view group) {
    if (group == "good") {
        return "page.comparison.caption_good";
    }
    return group == "not_good" ? "page.comparison.caption_not_good" : "page.comparison.caption";
}

Json table_of(const PageSource& source,
              const std::vector<PageScenario>& policies,
              const Extract& extract) {
    PageTable table{source.say(caption_id(extract.group),
                               {{"reading", source.reading_label(source.main_reading())},
                                {"years", whole(years_of_whole_persons)}}),
                    PageTable::Order::by_reader};
    table.words(source.say("page.column.outcome"))
        .words(source.say("page.column.policy"))
        .numbers(source.reference().label)
        .numbers(source.say("page.column.under_policy"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"))
        .numbers(source.say("page.column.persons", {{"years", whole(years_of_whole_persons)}}))
        .words(source.say("page.column.verdict"));
    for_each_row(source, policies, extract, [&](const Row& row) {
        const double factor = is_share(row.outcome) ? hundred : 1.0;
        const auto difference =
            estimate_cells(source, row.found.at("difference"), factor, Precision::two_digits);
        table.row({head_cell(outcome_label(source, row.outcome)),
                   plain_cell(row.policy.label),
                   level_cell(row.today, factor),
                   level_cell(row.found, factor),
                   difference.at(0),
                   difference.at(1),
                   persons_cell(source, row.found),
                   plain_cell(verdict_text(source, row, factor))});
    });
    return table.model();
}

/// Primary outcomes that are shares, so that all stand on one axis.
Json plot_of(const PageSource& source, const std::vector<PageScenario>& policies) {
    Json rows = Json::array();
    std::string heading;
    PageTable table{source.say("page.comparison.plot_caption")};
    table.words(source.say("page.column.outcome"))
        .words(source.say("page.column.policy"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"));
    const Extract extract{.outcomes = Outcomes::primary, .group = "all"};
    for_each_row(source, policies, extract, [&](const Row& row) {
        const Json& difference = row.found.at("difference");
        if (!is_share(row.outcome) || difference.is_null() || difference.at("lower").is_null()) {
            return;
        }
        const std::string label = outcome_label(source, row.outcome);
        if (label != heading) {
            rows.push_back({{"label", label}});
            heading = label;
        }
        rows.push_back({{"label", row.policy.label},
                        {"full", label + ", " + row.policy.label},
                        {"role", row.policy.role},
                        {"value", hundred * difference.at("value").get<double>()},
                        {"lower", hundred * difference.at("lower").get<double>()},
                        {"upper", hundred * difference.at("upper").get<double>()},
                        {"inner", nullptr}});
        const auto cells = estimate_cells(source, difference, hundred, Precision::two_digits);
        table.row({head_cell(label), plain_cell(row.policy.label), cells.at(0), cells.at(1)});
    });
    if (rows.empty()) {
        return false;
    }
    Json chart{{"kind", "intervals"},
               {"x", {{"name", source.say("page.axis.difference")}}},
               {"rows", std::move(rows)}};
    return figure_model(source,
                        {.name = "comparison",
                         .finding = source.say("page.comparison.finding"),
                         .chart = std::move(chart),
                         .table = std::move(table)});
}

} // namespace

Json comparison_section(const PageSource& source) {
    const std::vector<PageScenario> policies = source.policies();
    const auto extract = [&](Outcomes role, std::string_view group) {
        return table_of(source, policies, {.outcomes = role, .group = group});
    };
    Json more = Json::array();
    more.push_back({{"summary", source.say("page.comparison.good")},
                    {"table", extract(Outcomes::primary, "good")}});
    more.push_back({{"summary", source.say("page.comparison.not_good")},
                    {"table", extract(Outcomes::primary, "not_good")}});
    more.push_back({{"summary", source.say("page.comparison.secondary")},
                    {"table", extract(Outcomes::secondary, "all")}});
    return {{"body",
             source.say(source.is_paired() ? "page.comparison.body"
                                           : "page.comparison.body_independent")},
            {"table", extract(Outcomes::primary, "all")},
            {"plot", plot_of(source, policies)},
            {"more", std::move(more)}};
}

} // namespace tsunagi
