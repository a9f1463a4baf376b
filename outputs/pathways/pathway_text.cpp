#include "outputs/pathways/pathway_text.hpp"

#include "outputs/pathways/labels.hpp"
#include "outputs/store/value_text.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace tsunagi {

namespace {

using Align = TextTable::Align;
using Rows = std::span<const ShownIndicator>;

constexpr const char* no_value = "-";
constexpr double hundredfold = 100.0;   // shares are printed in 100
constexpr std::int64_t fewest_told = 5; // observations of a group that a table names

double printed_factor(PathwayUnit unit) {
    return unit == PathwayUnit::share ? hundredfold : 1.0;
}

/// The rows from one indicator on to the one before another; to the end where there is no other.
Rows rows_between(Rows rows, std::string_view first, std::string_view next) {
    const auto begin = std::ranges::find(rows, first, &ShownIndicator::id);
    return {begin,
            std::find_if(begin, rows.end(), [&](const auto& row) { return row.id == next; })};
}

/// @param row  an indicator of which the group has a value
double level_in(const PathwaySplit::Group& group, std::size_t row) {
    return group.indicators[row].estimate->value;
}

/// The groups with the lowest and the highest value of an indicator.
struct Ends {
    const PathwaySplit::Group* lowest = nullptr; ///< no group: none has a value, here and below
    const PathwaySplit::Group* highest = nullptr;
};

Ends ends_of(const PathwaySplit& split, std::size_t row) {
    Ends ends;
    for (const auto& group : split.groups) {
        if (!group.indicators[row].estimate) {
            continue;
        }
        const auto level = level_in(group, row);
        if (ends.lowest == nullptr || level < level_in(*ends.lowest, row)) {
            ends.lowest = &group;
        }
        if (ends.highest == nullptr || level > level_in(*ends.highest, row)) {
            ends.highest = &group;
        }
    }
    return ends;
}

class Writer {
public:
    Writer(const PathwayReport& report, const Messages& messages)
        : report_{report}, messages_{messages} {}

    std::string text() const {
        const Rows cohort{report_.cohort};
        auto text = title();
        text += part("pathway.part.referrals", rows_between(cohort, "sent", "lost_sent"));
        text += part("pathway.part.lost", rows_between(cohort, "lost_sent", "wait_median"));
        text += part("pathway.part.waits", rows_between(cohort, "wait_median", "first_missed"));
        text += part("pathway.part.visits", rows_between(cohort, "first_missed", ""));
        text += part("pathway.part.load", report_.load);
        for (const auto& split : report_.splits) {
            text += split.groups.size() < 2 ? "" : groups(split);
        }
        return text;
    }

private:
    std::string say(const char* id, const Messages::Arguments& arguments = {}) const {
        return messages_.text(id, arguments);
    }

    std::string reading() const {
        const auto& label = in_language(report_.title.reading.label, messages_.language());
        const auto& forced = report_.title.forced_link;
        return forced ? say("table.forced_reading", {{"reading", label}, {"level", exact(*forced)}})
                      : label;
    }

    std::string replications() const {
        return report_.replications == 1
                   ? say("pathway.replication")
                   : say("pathway.replications",
                         {{"replications", std::to_string(report_.replications)}});
    }

    std::string title() const {
        const auto& title = report_.title;
        return say("pathway.title",
                   {{"study", title.study},
                    {"scenario", in_language(title.scenario.label, messages_.language())},
                    {"scenario_id", title.scenario.id},
                    {"reading", reading()},
                    {"reading_id", title.reading.id},
                    {"replications", replications()},
                    {"persons", fixed(report_.persons, 1)},
                    {"from", text_of(date_of(title.policy_start))},
                    {"until", text_of(date_of(title.horizon - one_day))}}) +
               "\n" + say("pathway.cohort") + "\n" + say("pathway.values") + "\n" +
               say(interval_id(report_)) + "\n" + say("table.assumed") + "\n";
    }

    std::string value_cell(const ShownIndicator& row) const {
        if (!row.estimate) {
            return no_value;
        }
        auto text = difference_text(*row.estimate, printed_factor(row.unit), Sign::plain);
        if (row.estimate->value == 0.0 && row.unit != PathwayUnit::days) {
            return say("pathway.none_seen", {{"value", text}});
        }
        if (row.estimate->value == 1.0 && row.unit == PathwayUnit::share) {
            return say("pathway.all_seen", {{"value", text}});
        }
        return text;
    }

    std::string part(const char* heading, Rows rows) const {
        TextTable table{{{say("table.indicator"), Align::left},
                         {say("pathway.column.value"), Align::left},
                         {say("pathway.column.unit"), Align::left},
                         {"n", Align::right},
                         {say("pathway.column.meaning"), Align::left}}};
        const auto standard = short_number(days_of(report_.title.standard));
        for (const auto& row : rows) {
            const auto& label = label_of(row.id);
            table.add_row({say(label.name),
                           value_cell(row),
                           say(label_id(row.unit)),
                           std::to_string(row.n),
                           say(label.meaning, {{"standard", standard}})});
        }
        return "\n" + say(heading) + "\n\n" + table.text();
    }

    std::string group_name(Attribute attribute, const std::string& id) const {
        if (attribute == Attribute::fiscal_year) {
            return say("table.fiscal_year", {{"year", id}});
        }
        if (attribute == Attribute::municipality) {
            const auto& all = report_.title.municipalities;
            const auto found = std::ranges::find(all, id, &PathwayTitle::Municipality::id);
            return in_language(found->name, messages_.language());
        }
        return messages_.text("table.level." + id);
    }

    std::string groups(const PathwaySplit& split) const {
        TextTable table{{{say("table.indicator"), Align::left},
                         {say("pathway.column.lowest"), Align::left},
                         {say("pathway.column.highest"), Align::left},
                         {say("pathway.column.gap"), Align::right},
                         {say("pathway.column.unit"), Align::left},
                         {say("pathway.column.index"), Align::right}}};
        for (std::size_t row = 0; row < split.equity.size(); ++row) {
            add_equity(table, split, row);
        }
        const auto attribute = say(label_id(split.attribute));
        return "\n" +
               say("pathway.part.split",
                   {{"attribute", attribute}, {"fewest", std::to_string(fewest_told)}}) +
               "\n\n" + table.text();
    }

    void add_equity(TextTable& table, const PathwaySplit& split, std::size_t row) const {
        const auto [lowest, highest] = ends_of(split, row);
        if (lowest == nullptr) {
            return;
        }
        const auto& equity = split.equity[row];
        const auto unit = lowest->indicators[row].unit;
        const auto is_told = [&](const PathwaySplit::Group& group) {
            return group.indicators[row].n >= fewest_told;
        };
        const bool differ = equity.largest_gap.value_or(0.0) > 0.0;
        const auto cell = [&](const PathwaySplit::Group& group) {
            return differ && is_told(group)
                       ? say("pathway.group",
                             {{"value", significant(printed_factor(unit) * level_in(group, row))},
                              {"group", group_name(split.attribute, group.id)},
                              {"n", std::to_string(group.indicators[row].n)}})
                       : no_value;
        };
        const bool gap_is_told = equity.largest_gap && is_told(*lowest) && is_told(*highest);
        table.add_row(
            {say(label_of(equity.id).name),
             cell(*lowest),
             cell(*highest),
             gap_is_told ? significant(printed_factor(unit) * *equity.largest_gap) : no_value,
             say(label_id(unit)),
             equity.concentration_index ? fixed(*equity.concentration_index, 3, Sign::always)
                                        : no_value});
    }

    const PathwayReport& report_;
    const Messages& messages_;
};

} // namespace

std::string pathway_text(const PathwayReport& report, const Messages& messages) {
    return Writer{report, messages}.text();
}

} // namespace tsunagi
