#include "outputs/tables/detail/number_table.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

// Words of the page, for the same things.
constexpr std::array<const char*, person_states.size()> state_ids{"page.state.in_support",
                                                                  "page.state.no_support",
                                                                  "page.state.custody",
                                                                  "page.state.dead",
                                                                  "page.state.moved"};

} // namespace

std::string states_text(const Wording& wording) {
    std::vector<TextTable::Column> columns{{wording.say("table.day"), Align::right},
                                           {wording.say("table.policy"), Align::left}};
    for (const auto* id : state_ids) {
        columns.push_back({wording.say(id), Align::right});
    }
    TextTable table{std::move(columns)};
    const auto rows = shown(wording, wording.analysis().states);
    for (std::size_t day = 0; !rows.empty() && day < rows.front()->days.size(); ++day) {
        for (const auto* row : rows) {
            const auto& on_day = row->days.at(day);
            std::vector<std::string> cells{row == rows.front() ? std::to_string(on_day.day)
                                                               : std::string{},
                                           wording.scenario(row->scenario)};
            for (const auto& share : on_day.shares) {
                cells.push_back(share.level ? in_100(share.level->value) : empty_cell);
            }
            table.add_row(std::move(cells));
        }
    }
    return heading(wording, "table.states") + table.text();
}

std::string families_text(const Wording& wording) {
    NumberTable table{wording, "page.column.families"};
    const auto rows = shown(wording, wording.analysis().families);
    const auto add = [&](const char* name, Compared FamilyOutcomes::*number) {
        for (const auto* row : rows) {
            table.add(wording.say(name), row->scenario, row->*number, hundred);
        }
    };
    add("page.families.reached", &FamilyOutcomes::reached);
    add("page.families.engaged", &FamilyOutcomes::engaged);
    add("page.families.retained", &FamilyOutcomes::retained);
    return heading(wording, "table.families") + table.text();
}

std::string others_text(const Wording& wording) {
    NumberTable table{wording, "page.column.others"};
    const auto rows = shown(wording, wording.analysis().other_clients);
    const auto add = [&](OtherClients who, const char* name, Compared OtherClientsServed::*number) {
        for (const auto* row : rows) {
            if (row->who == who) {
                table.add(wording.say(name), row->scenario, row->*number, 1.0);
            }
        }
    };
    using Who = OtherClients;
    add(Who::persons, "page.others.persons_served", &OtherClientsServed::served);
    add(Who::persons, "page.others.persons_lost", &OtherClientsServed::lost);
    add(Who::families, "page.others.families_served", &OtherClientsServed::served);
    add(Who::families, "page.others.families_lost", &OtherClientsServed::lost);
    return heading(wording, "table.others") + table.text();
}

std::string hours_used_text(const Wording& wording) {
    const auto rows = shown(wording, wording.analysis().hours_used);
    if (rows.empty()) {
        return {};
    }
    NumberTable table{wording, "table.agency"};
    const auto& agencies = wording.analysis().study.agencies;
    for (std::size_t agency = 0; agency < agencies.size(); ++agency) {
        for (const auto* row : rows) {
            if (row->agency == agency) {
                table.add(wording.say("table.agency_hours",
                                      {{"agency", wording.words(agencies[agency].name)},
                                       {"hours", fixed(row->available_per_week, 1)}}),
                          row->scenario,
                          row->used,
                          hundred);
            }
        }
    }
    return heading(wording, "table.hours_used") + table.text();
}

} // namespace tsunagi::detail
