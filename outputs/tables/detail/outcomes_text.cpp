#include "outputs/tables/detail/headline.hpp"
#include "outputs/tables/detail/wording.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <algorithm>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

} // namespace

std::string break_even_text(const Wording& wording) {
    const auto& curves = wording.analysis().effect_curves;
    if (curves.empty()) {
        return {};
    }
    TextTable table{{{wording.say("table.policy"), Align::left},
                     {wording.say("table.group"), Align::left},
                     {wording.say("table.strength"), Align::left}}};
    for (const auto& curve : curves) {
        if (curve.points.empty()) {
            continue;
        }
        const auto last = short_number(curve.points.back().scale);
        table.add_row({wording.scenario(curve.scenario),
                       wording.say(label_id(curve.group)),
                       curve.break_even
                           ? wording.say("table.reached", {{"scale", fixed(*curve.break_even, 2)}})
                           : wording.say("table.not_reached", {{"scale", last}})});
    }
    return section(wording.say("table.break_even", {{"gain", wording.gain()}})) + table.text();
}

std::string draws_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    std::vector<TextTable::Column> columns{{wording.say("table.policy"), Align::left},
                                           {wording.say("table.group"), Align::left}};
    for (const auto probability : draw_probabilities) {
        columns.push_back({wording.say("table.quantile", {{"percent", exact(100.0 * probability)}}),
                           Align::right});
    }
    columns.push_back({wording.say("table.worth_knowing"), Align::right});
    TextTable table{std::move(columns)};
    std::size_t draws = 0;
    for (const auto& row : analysis.comparisons) {
        if (!row.draws || row.outcome != headline) {
            continue;
        }
        draws = std::max(draws, row.draws->count);
        std::vector<std::string> cells{wording.scenario(row.scenario),
                                       wording.say(label_id(row.group))};
        for (const auto quantile : row.draws->quantiles) {
            cells.push_back(fixed(100.0 * quantile, 2));
        }
        cells.push_back(in_100(row.draws->share_worth_knowing.value_or(0.0)));
        table.add_row(std::move(cells));
    }
    if (draws == 0) {
        return {};
    }
    const auto runs = std::to_string(analysis.study.facts.replications_per_draw);
    return section(wording.say(
               "table.draws",
               {{"draws", std::to_string(draws)}, {"runs", runs}, {"gain", wording.gain()}})) +
           table.text();
}

std::string outcomes_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    const auto reading = wording.named_readings().front();
    TextTable table{{{wording.say("table.outcome"), Align::left},
                     {wording.say("table.policy"), Align::left},
                     {wording.say("table.level"), Align::right},
                     {wording.say("table.difference"), Align::left},
                     {wording.say("table.could_be_seen"), Align::right}}};
    bool doubtful = false;
    for (const auto& spec : outcome_specs()) {
        for (std::size_t row = 0; row < analysis.study.scenarios.size(); ++row) {
            const auto& found =
                find_comparison(analysis, reading, row, spec.outcome, AnalysisGroup::all);
            const bool unseen = found.verdict == Verdict::no_difference_seen;
            doubtful = doubtful || is_doubtful(found);
            table.add_row(
                {row == 0 ? wording.say(label_id(spec.outcome)) : "",
                 wording.scenario(row),
                 wording.level_cell(found),
                 wording.difference_cell(found),
                 unseen ? significant(factor_of(spec.outcome) * found.detectable.value()) : ""});
        }
    }
    return section(wording.say("table.outcomes",
                               {{"reading", wording.reading(reading)},
                                {"reference", wording.scenario(analysis.reference)}})) +
           table.text() + (doubtful ? line('\n' + wording.say("table.doubtful")) : "");
}

std::string pairing_text(const Wording& wording) {
    const auto& analysis = wording.analysis();
    if (analysis.study.facts.pairing == StudyFacts::Pairing::independent) {
        return {};
    }
    std::string text{"\n"};
    const auto reading = wording.named_readings().front();
    for (std::size_t row = 0; row < analysis.study.scenarios.size(); ++row) {
        const auto& found = find_comparison(analysis, reading, row, headline, AnalysisGroup::all);
        if (found.variance_ratio) {
            text += line(wording.say("table.pairing",
                                     {{"policy", wording.scenario(row)},
                                      {"ratio", significant(*found.variance_ratio)}}));
        }
    }
    return text;
}

} // namespace tsunagi::detail
