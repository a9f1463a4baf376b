#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tsunagi {

namespace {

/// A state of the analysis and its name in the catalogue; written out, so that a search finds it.
struct NamedState {
    const char* id;
    const char* message;
};
constexpr std::array states{
    NamedState{"in_support", "page.state.in_support"},
    NamedState{"no_support", "page.state.no_support"},
    NamedState{"custody", "page.state.custody"},
    NamedState{"dead", "page.state.dead"},
    NamedState{"moved", "page.state.moved"},
};

constexpr int half_a_year = 180;

/// The days of "states" of one scenario, of everybody; null where nobody was counted.
const Json* days_of(const PageSource& source, const PageScenario& scenario) {
    const Json* row = source.row(
        "states",
        {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"group", "all"}});
    const bool counted =
        row != nullptr && !row->at("days").front().at("in_support").at("level").is_null();
    return counted ? &row->at("days") : nullptr;
}

double level_of(const Json& day, const char* state) {
    return day.at(state).at("level").at("value").get<double>();
}

std::string day_name(const PageSource& source, const Json& day) {
    const int days = day.at("day").get<int>();
    return days == 0 ? source.say("page.states.at_end")
                     : source.say("page.states.later", {{"days", std::to_string(days)}});
}

/// How many of 100 people are in each state.
Json bar_of(const Json& day) {
    Json values = Json::array();
    for (const NamedState& state : states) {
        values.push_back(hundred * level_of(day, state.id));
    }
    return values;
}

/// A bar for every day and scenario.
Json chart_of(const PageSource& source, const Json& reference_days) {
    Json rows = Json::array();
    for (std::size_t day = 0; day < reference_days.size(); ++day) {
        rows.push_back({{"label", day_name(source, reference_days.at(day))}});
        for (const PageScenario& scenario : source.scenarios()) {
            if (const Json* days = days_of(source, scenario)) {
                rows.push_back({{"label", scenario.label}, {"values", bar_of(days->at(day))}});
            }
        }
    }
    Json names = Json::array();
    for (const NamedState& state : states) {
        names.push_back(source.say(state.message));
    }
    return {{"kind", "stacks"},
            {"x", {{"name", source.say("page.axis.reached")}}},
            {"names", std::move(names)},
            {"rows", std::move(rows)}};
}

PageTable table_of(const PageSource& source, const Json& reference_days) {
    PageTable table{source.say("page.states.caption", {{"reference", source.reference().label}})};
    table.words(source.say("page.column.day")).words(source.say("page.column.state"));
    add_policy_columns(source, table);
    for (std::size_t day = 0; day < reference_days.size(); ++day) {
        const Json& today = reference_days.at(day);
        for (const NamedState& state : states) {
            std::vector<PageCell> cells{head_cell(day_name(source, today)),
                                        plain_cell(source.say(state.message))};
            add_policy_cells(
                source,
                number_cell(today.at(state.id).at("level").at("value"), in_100),
                hundred,
                [&](const PageScenario& policy) {
                    const Json* days = days_of(source, policy);
                    return days == nullptr ? Json() : days->at(day).at(state.id).at("difference");
                },
                cells);
            table.row(cells);
        }
    }
    return table;
}

/// Where everybody is half a year after the end, under the reference.
std::string half_year_finding(const PageSource& source, const Json& reference_days) {
    const auto day = std::find_if(reference_days.begin(),
                                  reference_days.end(),
                                  [](const Json& one) { return one.at("day") == half_a_year; });
    PageSource::Arguments arguments{{"scenario", source.reference().label}};
    for (const NamedState& state : states) {
        arguments.emplace_back(state.id, in_100(level_of(*day, state.id)));
    }
    return source.say("page.states.finding", arguments);
}

} // namespace

Json states_figure(const PageSource& source) {
    const Json* days = days_of(source, source.reference());
    if (days == nullptr) {
        return false;
    }
    return figure_model(source,
                        {.name = "states",
                         .finding = half_year_finding(source, *days),
                         .chart = chart_of(source, *days),
                         .table = table_of(source, *days)});
}

} // namespace tsunagi
