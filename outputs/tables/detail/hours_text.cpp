#include "outputs/tables/detail/wording.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

/// Smallest change of a task that is printed by itself, in hours a month.
constexpr double shown_change = 0.5;

double change_of(const HoursRow& row) {
    return row.difference ? row.difference->value : 0.0;
}

/// All agencies' rows of one policy, and which of them stand by themselves.
class PolicyHours {
public:
    PolicyHours(const Analysis& analysis, std::size_t reading, std::size_t scenario) {
        for (const auto& row : analysis.hours) {
            if (row.reading == reading && row.scenario == scenario) {
                rows_.push_back(&row);
            }
        }
    }

    void add_to(TextTable& table, const Wording& wording) const {
        for (const auto* row : rows_) {
            if (!is_shown(row->agency) || (row->task && !is_large(*row))) {
                continue;
            }
            table.add_row({wording.scenario(row->scenario),
                           wording.words(wording.analysis().study.agencies[row->agency].name),
                           wording.say(row->task ? label_id(*row->task) : "table.all_tasks"),
                           fixed(row->per_month, 1),
                           row->difference ? difference_text(*row->difference, 1.0) : empty_cell,
                           fixed(row->fte_difference.value_or(0.0), 3, Sign::always)});
        }
        add_others(table, wording);
    }

private:
    static bool is_large(const HoursRow& row) { return std::abs(change_of(row)) >= shown_change; }

    bool is_shown(std::size_t agency) const {
        return std::ranges::any_of(rows_, [&](const HoursRow* row) {
            return row->agency == agency && row->task && is_large(*row);
        });
    }

    /// The agencies of which nothing is shown, added up; intervals do not add up and are left out.
    void add_others(TextTable& table, const Wording& wording) const {
        std::size_t agencies = 0;
        double per_month = 0.0;
        double change = 0.0;
        double posts = 0.0;
        for (const auto* row : rows_) {
            if (!row->task && !is_shown(row->agency)) {
                ++agencies;
                per_month += row->per_month;
                change += change_of(*row);
                posts += row->fte_difference.value_or(0.0);
            }
        }
        if (agencies > 0) {
            table.add_row(
                {wording.scenario(rows_.front()->scenario),
                 wording.say("table.other_agencies", {{"count", std::to_string(agencies)}}),
                 wording.say("table.all_tasks"),
                 fixed(per_month, 1),
                 significant(change, Sign::always),
                 fixed(posts, 3, Sign::always)});
        }
    }

    std::vector<const HoursRow*> rows_;
};

} // namespace

std::string hours_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    const auto reading = wording.named_readings().front();
    TextTable table{{{wording.say("table.policy"), Align::left},
                     {wording.say("table.agency"), Align::left},
                     {wording.say("table.task"), Align::left},
                     {wording.say("table.per_month"), Align::right},
                     {wording.say("table.difference"), Align::left},
                     {wording.say("table.posts"), Align::right}}};
    for (std::size_t row = 0; row < analysis.study.scenarios.size(); ++row) {
        if (row != analysis.reference) {
            PolicyHours{analysis, reading, row}.add_to(table, wording);
        }
    }
    return section(wording.say("table.hours",
                               {{"reading", wording.reading(reading)},
                                {"reference", wording.scenario(analysis.reference)},
                                {"hours", short_number(shown_change)}})) +
           table.text();
}

} // namespace tsunagi::detail
