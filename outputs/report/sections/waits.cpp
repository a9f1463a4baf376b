#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tsunagi {

namespace {

/// A route to a first appointment and its name in the catalogue.
struct NamedRoute {
    std::string_view id;
    const char* message;
};
constexpr std::array routes_named{
    NamedRoute{"handover", "page.route.handover"},
    NamedRoute{"referral_without_consent", "page.route.referral_without_consent"},
    NamedRoute{"self", "page.route.self"},
    NamedRoute{"family", "page.route.family"},
    NamedRoute{"admission", "page.route.admission"},
    NamedRoute{"discharge", "page.route.discharge"},
    NamedRoute{"unannounced", "page.route.unannounced"},
    NamedRoute{"background_person", "page.route.background_person"},
    NamedRoute{"background_family", "page.route.background_family"},
};

std::string route_name(const PageSource& source, std::string_view id) {
    const auto* found = std::find_if(routes_named.begin(),
                                     routes_named.end(),
                                     [&](const auto& named) { return named.id == id; });
    expects(found != routes_named.end(), "the page knows every route of the analysis");
    return source.say(found->message);
}

const Json* find(const PageSource& source, const std::string& route, const PageScenario& scenario) {
    return source.row(
        "waits",
        {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"route", route}});
}

/// Nobody has an appointment on some routes; they have no row.
bool has_appointments(const PageSource& source, const std::string& route) {
    const auto rows = source.rows("waits", {{"reading", source.main_reading()}, {"route", route}});
    return std::any_of(rows.begin(), rows.end(), [](const Json* row) {
        return row->at("due_per_year").get<double>() > 0.0;
    });
}

std::string days_text(double days) {
    return fixed(days, 1);
}

/// Calls act(name of the route, scenario, row) for every route with appointments and scenario.
template <class Act> void for_each_row(const PageSource& source, const Act& act) {
    for (const Json* today :
         source.rows("waits",
                     {{"reading", source.main_reading()}, {"scenario", source.reference().name}})) {
        const auto& route = today->at("route").get_ref<const std::string&>();
        if (!has_appointments(source, route)) {
            continue;
        }
        for (const PageScenario& scenario : source.scenarios()) {
            if (const Json* row = find(source, route, scenario)) {
                act(route_name(source, route), scenario, *row);
            }
        }
    }
}

/// Mean wait by route and scenario: who waits longer.
Json mean_table(const PageSource& source) {
    PageTable table{source.say("page.waits.mean_caption")};
    table.words(source.say("page.column.route"));
    for (const PageScenario& scenario : source.scenarios()) {
        table.numbers(scenario.label);
    }
    for (const NamedRoute& route : routes_named) {
        if (!has_appointments(source, std::string{route.id})) {
            continue;
        }
        std::vector<PageCell> cells{head_cell(source.say(route.message))};
        for (const PageScenario& scenario : source.scenarios()) {
            const Json* row = find(source, std::string{route.id}, scenario);
            const bool known = row != nullptr && !row->at("mean_days").at("level").is_null();
            cells.push_back(number_cell(
                known ? row->at("mean_days").at("level").at("value") : Json(), days_text));
        }
        table.row(cells);
    }
    return {{"table", table.model()}};
}

/// Mean waits and how long nine in ten wait at most, each with what the policies change.
Json days_table(const PageSource& source) {
    PageTable table{source.say("page.waits.days_caption")};
    table.words(source.say("page.column.route")).words(source.say("page.column.scenario"));
    for (const char* heading : {"page.column.mean_wait", "page.column.long_wait"}) {
        table.numbers(source.say(heading))
            .numbers(source.say("page.column.difference"))
            .numbers(source.say("page.column.interval"));
    }
    for_each_row(source,
                 [&](const std::string& route, const PageScenario& scenario, const Json& row) {
                     std::vector<PageCell> cells{head_cell(route), plain_cell(scenario.label)};
                     add_compared_cells(source, row.at("mean_days"), days_text, 1.0, cells);
                     add_compared_cells(source, row.at("p90_days"), days_text, 1.0, cells);
                     table.row(cells, row_kind(scenario));
                 });
    return {{"table", table.model()}};
}

/// How many appointments, and the shares soon enough and kept, with what the policies change.
Json shares_table(const PageSource& source) {
    PageTable table{source.say("page.waits.caption")};
    table.words(source.say("page.column.route"))
        .words(source.say("page.column.scenario"))
        .numbers(source.say("page.column.due"));
    for (const char* heading : {"page.column.within_14", "page.column.kept"}) {
        table.numbers(source.say(heading))
            .numbers(source.say("page.column.difference"))
            .numbers(source.say("page.column.interval"));
    }
    for_each_row(
        source, [&](const std::string& route, const PageScenario& scenario, const Json& row) {
            std::vector<PageCell> cells{
                head_cell(route),
                plain_cell(scenario.label),
                number_cell(row.at("due_per_year"), [](double number) { return whole(number); })};
            add_compared_cells(source, row.at("within_14"), in_100, hundred, cells);
            add_compared_cells(source, row.at("kept_share"), in_100, hundred, cells);
            table.row(cells, row_kind(scenario));
        });
    return {{"table", table.model()}};
}

} // namespace

Json waits_tables(const PageSource& source) {
    return {{"mean", mean_table(source)},
            {"days", days_table(source)},
            {"shares", shares_table(source)}};
}

} // namespace tsunagi
