#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace tsunagi {

namespace {

/// A number of the analysis, whose it is, and its name in the catalogue.
struct NamedNumber {
    const char* who; ///< empty: the list has one row per scenario
    const char* id;
    const char* message;
};
constexpr std::array family_shares{
    NamedNumber{"", "reached", "page.families.reached"},
    NamedNumber{"", "engaged", "page.families.engaged"},
    NamedNumber{"", "retained", "page.families.retained"},
};
constexpr std::array other_numbers{
    NamedNumber{"persons", "served", "page.others.persons_served"},
    NamedNumber{"persons", "sessions", "page.others.persons_sessions"},
    NamedNumber{"persons", "lost", "page.others.persons_lost"},
    NamedNumber{"families", "served", "page.others.families_served"},
    NamedNumber{"families", "sessions", "page.others.families_sessions"},
    NamedNumber{"families", "lost", "page.others.families_lost"},
};

const Json& families_row(const PageSource& source, const PageScenario& scenario) {
    const Json* row = source.row(
        "families",
        {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"group", "all"}});
    expects(row != nullptr, "the analysis has the families of every scenario");
    return *row;
}

const Json&
others_row(const PageSource& source, const PageScenario& scenario, std::string_view who) {
    const Json* row =
        source.row("other_clients",
                   {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"who", who}});
    expects(row != nullptr, "the analysis has the other clients of every scenario");
    return *row;
}

/// What a table is called, and how its numbers are printed.
struct TableForm {
    const char* caption;
    const char* heading;
    std::string (*level)(double); ///< makes the printed form of a level
    double factor;                ///< from the analysis' unit of a difference to the printed one
};

/// Level under the reference, then each policy's difference.
/// @param find  (scenario, number): the compared number
template <class Numbers, class Find>
Json table_of(const PageSource& source,
              const TableForm& form,
              const Numbers& numbers,
              const Find& find) {
    PageTable table{source.say(form.caption, {{"reference", source.reference().label}})};
    table.words(source.say(form.heading));
    add_policy_columns(source, table);
    for (const NamedNumber& number : numbers) {
        const Json& today = find(source.reference(), number).at("level");
        std::vector<PageCell> cells{head_cell(source.say(number.message))};
        add_policy_cells(
            source,
            number_cell(today.is_null() ? today : today.at("value"), form.level),
            form.factor,
            [&](const PageScenario& policy) { return find(policy, number).at("difference"); },
            cells);
        table.row(cells);
    }
    return {{"table", table.model()}};
}

Json families_table(const PageSource& source) {
    return table_of(source,
                    {.caption = "page.families.caption",
                     .heading = "page.column.families",
                     .level = in_100,
                     .factor = hundred},
                    family_shares,
                    [&](const PageScenario& scenario, const NamedNumber& number) -> const Json& {
                        return families_row(source, scenario).at(number.id);
                    });
}

Json others_table(const PageSource& source) {
    return table_of(source,
                    {.caption = "page.others.caption",
                     .heading = "page.column.others",
                     .level = [](double level) { return fixed(level, 1); },
                     .factor = 1.0},
                    other_numbers,
                    [&](const PageScenario& scenario, const NamedNumber& number) -> const Json& {
                        return others_row(source, scenario, number.who).at(number.id);
                    });
}

} // namespace

Json clients_section(const PageSource& source) {
    const auto a_year = [](const Json& number) { return whole(number.get<double>()); };
    const PageScenario& today = source.reference();
    return {{"body",
             source.say("page.clients.body",
                        {{"families", a_year(families_row(source, today).at("families_per_year"))},
                         {"persons", a_year(others_row(source, today, "persons").at("arrived"))},
                         {"others", a_year(others_row(source, today, "families").at("arrived"))}})},
            {"families", families_table(source)},
            {"others", others_table(source)}};
}

} // namespace tsunagi
