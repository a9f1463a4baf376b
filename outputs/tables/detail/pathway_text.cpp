#include "outputs/tables/detail/number_table.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

/// Hours per additional person, or why there are none.
std::string price_cell(const Wording& wording, const ExtraHours& row) {
    if (!row.per_person) {
        return wording.say("page.cost.no_finite_cost");
    }
    return row.per_person->value < 0.0 ? wording.say("page.cost.saves_hours")
                                       : difference_text(*row.per_person, 1.0, Sign::plain);
}

} // namespace

std::string pathways_text(const Wording& wording) {
    NumberTable table{wording, "table.indicator"};
    const auto rows = shown(wording, wording.analysis().pathways);
    for (std::size_t one = 0; one < indicators; ++one) {
        for (const auto* row : rows) {
            const auto& found = row->rows.at(one);
            const bool is_share = unit_of(found.indicator) == IndicatorUnit::share;
            table.add(wording.say(label_id(found.indicator)),
                      row->scenario,
                      found.value,
                      is_share ? hundred : 1.0);
        }
    }
    return heading(wording, "table.pathways") + table.text();
}

std::string price_text(const Wording& wording) {
    const auto rows = shown(wording, wording.analysis().extra_hours);
    if (rows.empty()) {
        return {};
    }
    TextTable table{{{wording.say("table.policy"), Align::left},
                     {wording.say("page.column.hours_year"), Align::left},
                     {wording.say("page.column.price"), Align::left}}};
    for (const auto* row : rows) {
        table.add_row({wording.scenario(row->scenario),
                       row->per_year ? difference_text(*row->per_year, 1.0) : empty_cell,
                       price_cell(wording, *row)});
    }
    return heading(wording, "table.prices") + table.text();
}

std::string upsets_text(const Wording& wording) {
    std::vector<TextTable::Column> columns{{wording.say("table.policy"), Align::left}};
    for (const auto* id : {"page.column.cancelled",
                           "page.column.not_offered",
                           "page.column.slots_waited",
                           "page.column.beds_not_found",
                           "page.column.overtime"}) {
        columns.push_back({wording.say(id), Align::right});
    }
    TextTable table{std::move(columns)};
    for (const auto* row : shown(wording, wording.analysis().upsets)) {
        table.add_row({wording.scenario(row->scenario),
                       fixed(row->cancelled_contacts, 1),
                       fixed(row->sessions_not_offered, 1),
                       fixed(row->slots_waited, 1),
                       fixed(row->beds_not_found, 1),
                       fixed(row->overtime_hours, 1)});
    }
    return heading(wording, "table.upsets") + table.text();
}

} // namespace tsunagi::detail
