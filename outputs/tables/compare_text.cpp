#include "outputs/tables/compare_text.hpp"

#include "outputs/store/value_text.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi {
namespace {

using Align = TextTable::Align;

constexpr double per_100 = 100.0;
constexpr const char* nothing = "-";

/// Writes the sections one after the other.
class CompareText {
public:
    CompareText(const Analysis& analysis, const Messages& messages)
        : analysis_{analysis}, messages_{messages} {}

    std::string text() && {
        add_setting();
        add_headline();
        add_expectations();
        add_break_even();
        add_draws();
        add_outcomes();
        add_hours();
        add_pairing();
        return std::move(text_);
    }

private:
    std::string say(const std::string& id, const Messages::Arguments& arguments = {}) const {
        return messages_.text(id, arguments);
    }
    const std::string& words(const BothLanguages& text) const {
        return in_language(text, messages_.language());
    }
    const std::string& scenario(std::size_t row) const {
        return words(analysis_.study.scenarios[row].label);
    }
    void add_line(const std::string& line) { text_ += line + '\n'; }
    void add_section(const std::string& heading) { text_ += '\n' + heading + "\n\n"; }

    std::size_t replications_in(AnalysisGroup group) const {
        return analysis_.replications[static_cast<std::size_t>(group)];
    }
    std::string gain() const {
        return fmt::format("{:g}", per_100 * analysis_.study.facts.worth_knowing_gain);
    }

    /// Rows of the readings that people know by name.
    std::vector<std::size_t> named_readings() const {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < analysis_.study.readings.size(); ++row) {
            if (analysis_.study.readings[row].role == DescribedReading::Role::named) {
                rows.push_back(row);
            }
        }
        return rows;
    }

    std::string difference_cell(const Comparison& row, double factor) const {
        switch (row.verdict) {
        case Verdict::none:
        case Verdict::reference:
            return nothing;
        case Verdict::identical:
            return say("table.identical");
        case Verdict::no_difference_seen:
        case Verdict::more:
        case Verdict::fewer:
            break;
        }
        return row.difference ? difference_text(*row.difference, factor) : nothing;
    }
    std::string level_cell(const Comparison& row) const {
        if (!row.level) {
            return nothing;
        }
        return spec_of(row.outcome).unit == OutcomeUnit::share
                   ? in_100(row.level->value)
                   : fmt::format("{:.1f}", row.level->value);
    }
    static double factor_of(Outcome outcome) {
        return spec_of(outcome).unit == OutcomeUnit::share ? per_100 : 1.0;
    }

    void add_setting() {
        const auto& facts = analysis_.study.facts;
        add_line(words(facts.title));
        add_line(say("table.question", {{"question", words(facts.question)}}));
        add_line(say("table.setting",
                     {{"region", words(facts.region)},
                      {"from", text_of(facts.policy_start)},
                      {"to", text_of(facts.horizon)},
                      {"replications", std::to_string(facts.replications)}}));
        const auto persons = analysis_.cohort_per_year.front().value_or(0.0);
        add_line(say("table.cohort", {{"persons", fmt::format("{:.0f}", persons)}}));
        add_line(say("table.replications",
                     {{"good", std::to_string(replications_in(AnalysisGroup::good))},
                      {"not_good", std::to_string(replications_in(AnalysisGroup::not_good))}}));
        add_line(say("table.assumed"));
    }

    /// Level and difference of every policy, the two kinds of link side by side before the mean of
    /// both.
    void add_headline() {
        add_section(say("table.headline",
                        {{"reference", scenario(analysis_.reference)},
                         {"days", std::to_string(analysis_.study.facts.support_window_days)}}));
        for (const auto reading : named_readings()) {
            std::vector<TextTable::Column> columns{
                {say("table.reading",
                     {{"reading", words(analysis_.study.readings[reading].label)}}),
                 Align::left}};
            constexpr std::array order{
                AnalysisGroup::good, AnalysisGroup::not_good, AnalysisGroup::all};
            for (const auto group : order) {
                columns.push_back({say(label_id(group)), Align::right});
                columns.push_back({say("table.difference"), Align::left});
            }
            columns.push_back({say("table.persons"), Align::left});
            TextTable table{std::move(columns)};
            for (std::size_t row = 0; row < analysis_.study.scenarios.size(); ++row) {
                std::vector<std::string> cells{scenario(row)};
                for (const auto group : order) {
                    const auto& found =
                        find_comparison(analysis_, reading, row, Outcome::support_180, group);
                    cells.push_back(level_cell(found));
                    cells.push_back(difference_cell(found, per_100));
                }
                cells.push_back(persons_cell(find_comparison(
                    analysis_, reading, row, Outcome::support_180, AnalysisGroup::all)));
                table.add_row(std::move(cells));
            }
            text_ += table.text() + '\n';
        }
    }

    static std::string persons_cell(const Comparison& row) {
        return row.persons_level ? fmt::format("{:.0f}", *row.persons_level) : nothing;
    }

    void add_expectations() {
        const auto& expectations = analysis_.study.expectations;
        if (expectations.empty()) {
            add_line(say("table.no_expectation"));
            return;
        }
        for (std::size_t stated = 0; stated < expectations.size(); ++stated) {
            add_line(say("table.expected", {{"expectation", words(expectations[stated].text)}}));
            add_found(stated);
        }
    }

    void add_found(std::size_t stated) {
        for (const auto& check : analysis_.expectation_checks) {
            if (check.expectation != stated) {
                continue;
            }
            const auto& row = analysis_.comparisons[check.comparison];
            const Messages::Arguments arguments{
                {"reading", words(analysis_.study.readings[row.reading].label)},
                {"policy", scenario(row.scenario)},
                {"found", difference_cell(row, factor_of(row.outcome))}};
            switch (check.direction) {
            case ExpectationCheck::Agreement::yes:
                add_line(say("table.found.yes", arguments));
                break;
            case ExpectationCheck::Agreement::no:
                add_line(say("table.found.no", arguments));
                break;
            case ExpectationCheck::Agreement::undecided:
                add_line(say("table.found.undecided", arguments));
                break;
            }
        }
    }

    void add_break_even() {
        if (analysis_.effect_curves.empty()) {
            return;
        }
        add_section(say("table.break_even", {{"gain", gain()}}));
        TextTable table{{{say("table.policy"), Align::left},
                         {say("table.group"), Align::left},
                         {say("table.strength"), Align::left}}};
        for (const auto& curve : analysis_.effect_curves) {
            if (curve.points.empty()) {
                continue;
            }
            const auto last = two_digits(curve.points.back().scale);
            table.add_row(
                {scenario(curve.scenario),
                 say(label_id(curve.group)),
                 curve.break_even
                     ? say("table.reached", {{"scale", fmt::format("{:.2f}", *curve.break_even)}})
                     : say("table.not_reached", {{"scale", last}})});
        }
        text_ += table.text();
    }

    void add_draws() {
        TextTable table{{{say("table.policy"), Align::left},
                         {say("table.group"), Align::left},
                         {"2.5 %", Align::right},
                         {"25 %", Align::right},
                         {"50 %", Align::right},
                         {"75 %", Align::right},
                         {"97.5 %", Align::right},
                         {say("table.worth_knowing"), Align::right}}};
        std::size_t draws = 0;
        for (const auto& row : analysis_.comparisons) {
            if (!row.draws || row.outcome != Outcome::support_180) {
                continue;
            }
            draws = std::max(draws, row.draws->count);
            std::vector<std::string> cells{scenario(row.scenario), say(label_id(row.group))};
            for (const auto quantile : row.draws->quantiles) {
                cells.push_back(fmt::format("{:.2f}", per_100 * quantile));
            }
            cells.push_back(in_100(row.draws->share_worth_knowing.value_or(0.0)));
            table.add_row(std::move(cells));
        }
        if (draws > 0) {
            add_section(say("table.draws", {{"draws", std::to_string(draws)}, {"gain", gain()}}));
            text_ += table.text();
        }
    }

    /// All outcomes under the study's first reading.
    void add_outcomes() {
        const auto reading = named_readings().front();
        add_section(say("table.outcomes",
                        {{"reading", words(analysis_.study.readings[reading].label)},
                         {"reference", scenario(analysis_.reference)}}));
        TextTable table{{{say("table.outcome"), Align::left},
                         {say("table.policy"), Align::left},
                         {say("table.level"), Align::right},
                         {say("table.difference"), Align::left},
                         {say("table.could_be_seen"), Align::right}}};
        for (const auto& spec : outcome_specs()) {
            for (std::size_t row = 0; row < analysis_.study.scenarios.size(); ++row) {
                const auto& found =
                    find_comparison(analysis_, reading, row, spec.outcome, AnalysisGroup::all);
                const auto factor = factor_of(spec.outcome);
                const bool unseen = found.verdict == Verdict::no_difference_seen;
                table.add_row({row == 0 ? say(label_id(spec.outcome)) : "",
                               scenario(row),
                               level_cell(found),
                               difference_cell(found, factor),
                               unseen ? two_digits(factor * found.half_width.value_or(0.0)) : ""});
            }
        }
        text_ += table.text();
    }

    /// Added hours by agency and task under the study's first reading.
    void add_hours() {
        const auto reading = named_readings().front();
        TextTable table{{{say("table.policy"), Align::left},
                         {say("table.agency"), Align::left},
                         {say("table.task"), Align::left},
                         {say("table.per_month"), Align::right},
                         {say("table.difference"), Align::left},
                         {say("table.posts"), Align::right}}};
        for (const auto& row : analysis_.hours) {
            const bool changed = row.difference && row.difference->value != 0.0;
            if (row.reading != reading || !changed) {
                continue;
            }
            table.add_row({scenario(row.scenario),
                           words(analysis_.study.agencies[row.agency].name),
                           row.task ? say(label_id(*row.task)) : say("table.all_tasks"),
                           fmt::format("{:.1f}", row.per_month),
                           difference_text(*row.difference, 1.0),
                           fmt::format("{:+.3f}", row.fte_difference.value_or(0.0))});
        }
        add_section(say("table.hours",
                        {{"reading", words(analysis_.study.readings[reading].label)},
                         {"reference", scenario(analysis_.reference)}}));
        text_ += table.text();
    }

    /// How much common random numbers were worth, for the headline under the study's first reading.
    void add_pairing() {
        text_ += '\n';
        const auto reading = named_readings().front();
        for (std::size_t row = 0; row < analysis_.study.scenarios.size(); ++row) {
            const auto& found =
                find_comparison(analysis_, reading, row, Outcome::support_180, AnalysisGroup::all);
            if (found.variance_ratio) {
                add_line(
                    say("table.pairing",
                        {{"policy", scenario(row)}, {"ratio", two_digits(*found.variance_ratio)}}));
            }
        }
    }

    const Analysis& analysis_;
    const Messages& messages_;
    std::string text_;
};

} // namespace

std::string compare_text(const Analysis& analysis, const Messages& messages) {
    return CompareText{analysis, messages}.text();
}

} // namespace tsunagi
