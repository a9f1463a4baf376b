#include "engine/core/contracts.hpp"
#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

std::string task_name(const PageSource& source, const std::string& id) {
    return source.say(id == "all" ? "table.all_tasks" : "table.task." + id);
}

/// A policy with its extra hours a year and its effect.
struct Balance {
    PageScenario policy;
    const Json& hours;  ///< row of "extra_hours"
    const Json& effect; ///< row of "comparisons", the headline for everybody
};

std::vector<Balance> balances_of(const PageSource& source) {
    std::vector<Balance> balances;
    for (const PageScenario& policy : source.policies()) {
        const Json* hours = source.row(
            "extra_hours", {{"reading", source.main_reading()}, {"scenario", policy.name}});
        expects(hours != nullptr, "the analysis has the extra hours of every policy");
        balances.push_back({.policy = policy,
                            .hours = *hours,
                            .effect = source.comparison({.reading = source.main_reading(),
                                                         .scenario = policy.name,
                                                         .outcome = headline_outcome,
                                                         .group = "all"})});
    }
    return balances;
}

/// Hours per additional person in support with their interval: only where the gain's interval lies
/// above zero.
std::vector<PageCell> price_cells(const PageSource& source, const Balance& balance) {
    const Json& price = balance.hours.at("per_person");
    if (price.is_null()) {
        return {no_number_cell(source.say("page.cost.no_finite_cost")), dash_cell()};
    }
    if (price.at("value").get<double>() < 0.0) {
        return {no_number_cell(source.say("page.cost.saves_hours")), dash_cell()};
    }
    return estimate_cells(source, price, 1.0, Precision::two_digits, Sign::plain);
}

PageTable balance_table(const PageSource& source, const std::vector<Balance>& balances) {
    PageTable table{source.say("page.cost.balance_caption")};
    table.words(source.say("page.column.policy"))
        .numbers(source.say("page.column.hours_year"))
        .numbers(source.say("page.column.interval"))
        .numbers(source.say("page.column.full_time"))
        .numbers(source.say("page.column.persons_a_year"))
        .numbers(source.say("page.column.interval"))
        .numbers(source.say("page.column.price"))
        .numbers(source.say("page.column.interval"));
    for (const Balance& balance : balances) {
        const auto hours =
            estimate_cells(source, balance.hours.at("per_year"), 1.0, Precision::two_digits);
        const auto gain = estimate_cells(
            source, balance.effect.at("persons_difference"), 1.0, Precision::two_digits);
        const auto posts = number_cell(balance.hours.at("full_time"), [](double number) {
            return significant(number, Sign::always);
        });
        const auto price = price_cells(source, balance);
        table.row({head_cell(balance.policy.label),
                   hours.at(0),
                   hours.at(1),
                   posts,
                   gain.at(0),
                   gain.at(1),
                   price.at(0),
                   price.at(1)});
    }
    return table;
}

/// Value, lower and upper end as a chart takes them; without an interval both ends are the value.
Json reach_of(const Json& estimate) {
    Json reach = Json::array();
    for (const char* key : {"value", "lower", "upper"}) {
        reach.push_back(estimate.at(estimate.at(key).is_null() ? "value" : key));
    }
    return reach;
}

/// Extra hours and extra persons on a plane; false where too few runs leave nothing to draw.
Json plane_figure(const PageSource& source) {
    const auto balances = balances_of(source);
    Json points = Json::array();
    std::string list;
    for (const Balance& balance : balances) {
        const Json& hours = balance.hours.at("per_year");
        const Json& persons = balance.effect.at("persons_difference");
        if (hours.is_null() || persons.is_null()) {
            return false;
        }
        points.push_back({{"name", balance.policy.label},
                          {"role", balance.policy.role},
                          {"x", reach_of(hours)},
                          {"y", reach_of(persons)}});
        list += list.empty() ? "" : source.say("page.list_separator");
        list +=
            source.say("page.cost.one_policy",
                       {{"policy", balance.policy.label},
                        {"hours", worded(source, hours, 1.0, Precision::two_digits).value},
                        {"persons", worded(source, persons, 1.0, Precision::two_digits).value}});
    }
    return figure_model(
        source,
        {.name = "plane",
         .finding = source.say("page.cost.finding",
                               {{"reference", source.reference().label}, {"policies", list}}),
         .chart = {{"kind", "plane"},
                   {"x", {{"name", source.say("page.axis.extra_hours")}}},
                   {"y", {{"name", source.say("page.axis.extra_persons")}}},
                   {"points", std::move(points)}},
         .table = balance_table(source, balances)});
}

/// Hours a month by agency and task: today, and what each policy changes.
Json hours_table(const PageSource& source) {
    PageTable table{source.say("page.cost.hours_caption")};
    table.words(source.say("page.column.agency")).words(source.say("page.column.task"));
    add_policy_columns(source, table);
    const auto find = [&](const PageScenario& scenario, const Json& like) {
        return source.row("hours",
                          {{"reading", source.main_reading()},
                           {"scenario", scenario.name},
                           {"agency", like.at("agency").get_ref<const std::string&>()},
                           {"task", like.at("task").get_ref<const std::string&>()}});
    };
    for (const Json* today :
         source.rows("hours",
                     {{"reading", source.main_reading()}, {"scenario", source.reference().name}})) {
        std::vector<PageCell> cells{
            head_cell(source.agency_name(today->at("agency").get<std::string>())),
            plain_cell(task_name(source, today->at("task").get<std::string>()))};
        add_policy_cells(
            source,
            number_cell(today->at("per_month"), [](double hours) { return fixed(hours, 1); }),
            1.0,
            [&](const PageScenario& policy) {
                const Json* row = find(policy, *today);
                return row == nullptr ? Json() : row->at("difference");
            },
            cells);
        table.row(cells);
    }
    return {{"table", table.model()}};
}

Json upset_table(const PageSource& source) {
    PageTable table{source.say("page.cost.upsets_caption")};
    table.words(source.say("page.column.scenario"))
        .numbers(source.say("page.column.cancelled"))
        .numbers(source.say("page.column.not_offered"))
        .numbers(source.say("page.column.slots_waited"))
        .numbers(source.say("page.column.beds_not_found"))
        .numbers(source.say("page.column.overtime"));
    for (const PageScenario& scenario : source.scenarios()) {
        const Json* row =
            source.row("upsets", {{"reading", source.main_reading()}, {"scenario", scenario.name}});
        if (row == nullptr) {
            continue;
        }
        const auto one_decimal = [](double number) { return fixed(number, 1); };
        table.row({head_cell(scenario.label),
                   number_cell(row->at("cancelled_contacts"), one_decimal),
                   number_cell(row->at("sessions_not_offered"), one_decimal),
                   number_cell(row->at("slots_waited"), one_decimal),
                   number_cell(row->at("beds_not_found"), one_decimal),
                   number_cell(row->at("overtime_hours"), one_decimal)},
                  row_kind(scenario));
    }
    return {{"table", table.model()}};
}

} // namespace

Json cost_section(const PageSource& source) {
    return {
        {"body",
         source.say("page.cost.body", {{"reading", source.reading_label(source.main_reading())}})},
        {"plane", source.policies().empty() ? Json(false) : plane_figure(source)},
        {"hours", hours_table(source)},
        {"upsets", upset_table(source)},
        {"waits", waits_tables(source)}};
}

} // namespace tsunagi
