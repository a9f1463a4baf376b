#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

constexpr double months_per_year = 12.0;

std::string task_name(const PageSource& source, const std::string& id) {
    return source.say(id == "all" ? "table.all_tasks" : "table.task." + id);
}

/// Extra hours of one policy, all agencies and tasks together.
struct Extra {
    double hours_per_month{};
    double full_time{};
};

Extra extra_of(const PageSource& source, const PageScenario& policy) {
    Extra extra;
    for (const Json* row : source.rows(
             "hours",
             {{"reading", source.main_reading()}, {"scenario", policy.name}, {"task", "all"}})) {
        if (!row->at("difference").is_null()) {
            extra.hours_per_month += row->at("difference").at("value").get<double>();
        }
        if (!row->at("fte_difference").is_null()) {
            extra.full_time += row->at("fte_difference").get<double>();
        }
    }
    return extra;
}

/// Hours per additional person in support: only where the gain's interval lies above zero.
PageCell price_cell(const PageSource& source, const Json& effect, double hours_per_month) {
    if (effect.at("verdict") != "more") {
        return no_number_cell(source.say("page.cost.no_finite_cost"));
    }
    if (hours_per_month < 0.0) {
        return no_number_cell(source.say("page.cost.saves_hours"));
    }
    const double persons = effect.at("persons_difference").at("value").get<double>();
    return number_cell(Json(months_per_year * hours_per_month / persons),
                       [](double hours) { return significant(hours); });
}

Json balance_table(const PageSource& source) {
    PageTable table{
        source.say("page.cost.balance_caption", {{"years", whole(years_of_whole_persons)}})};
    table.words(source.say("page.column.policy"))
        .numbers(source.say("page.column.hours_month"))
        .numbers(source.say("page.column.full_time"))
        .numbers(source.say("page.column.persons", {{"years", whole(years_of_whole_persons)}}))
        .numbers(source.say("page.column.interval"))
        .numbers(source.say("page.column.price"));
    for (const PageScenario& policy : source.policies()) {
        const Extra extra = extra_of(source, policy);
        const Json& effect = source.comparison({.reading = source.main_reading(),
                                                .scenario = policy.name,
                                                .outcome = headline_outcome,
                                                .group = "all"});
        const auto gain = estimate_cells(
            source, effect.at("persons_difference"), years_of_whole_persons, Precision::whole);
        const auto signed_digits = [](double number) { return significant(number, Sign::always); };
        table.row({head_cell(policy.label),
                   number_cell(Json(extra.hours_per_month), signed_digits),
                   number_cell(Json(extra.full_time), signed_digits),
                   gain.at(0),
                   gain.at(1),
                   price_cell(source, effect, extra.hours_per_month)});
    }
    return {{"table", table.model()}};
}

/// Hours a month by agency and task: today, and what each policy changes.
Json hours_table(const PageSource& source) {
    PageTable table{source.say("page.cost.hours_caption")};
    table.words(source.say("page.column.agency"))
        .words(source.say("page.column.task"))
        .numbers(source.reference().label);
    for (const PageScenario& policy : source.policies()) {
        table.numbers(policy.label).numbers(source.say("page.column.interval"));
    }
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
            plain_cell(task_name(source, today->at("task").get<std::string>())),
            number_cell(today->at("per_month"), [](double hours) { return fixed(hours, 1); })};
        for (const PageScenario& policy : source.policies()) {
            const Json* row = find(policy, *today);
            for (PageCell& cell : estimate_cells(source,
                                                 row == nullptr ? Json() : row->at("difference"),
                                                 1.0,
                                                 Precision::two_digits)) {
                cells.push_back(std::move(cell));
            }
        }
        table.row(cells);
    }
    return {{"table", table.model()}};
}

Json upset_table(const PageSource& source) {
    PageTable table{source.say("page.cost.upsets_caption")};
    table.words(source.say("page.column.scenario"))
        .numbers(source.say("page.column.cancelled"))
        .numbers(source.say("page.column.not_offered"))
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
                   number_cell(row->at("overtime_hours"), one_decimal)},
                  row_kind(scenario));
    }
    return {{"table", table.model()}};
}

} // namespace

Json cost_section(const PageSource& source) {
    return {{"balance", balance_table(source)},
            {"hours", hours_table(source)},
            {"upsets", upset_table(source)},
            {"waits", waits_tables(source)}};
}

} // namespace tsunagi
