#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tsunagi {

namespace {

/// One policy under one reading: the value and the interval that stand for it.
struct Spread {
    Json estimate;              ///< {"value", "lower", "upper"}
    Json inner;                 ///< the middle half of the draws, or null
    const char* over = nullptr; ///< message: what the interval is taken over
};

const Json&
headline(const PageSource& source, const std::string& reading, const PageScenario& policy) {
    return source.comparison(
        {.reading = reading, .scenario = policy.name, .outcome = headline_outcome, .group = "all"});
}

/// Under drawn assumptions quantiles over the draws stand for the policy; mean and standard error
/// would be Monte Carlo error only.
Spread spread_of(const Json& comparison) {
    const Json& draws = comparison.at("draws");
    if (draws.is_null()) {
        return {.estimate = comparison.at("difference"),
                .inner = nullptr,
                .over = "page.readings.over_runs"};
    }
    const Json& quantiles = draws.at("quantiles");
    return {.estimate = {{"value", quantiles.at("50")},
                         {"lower", quantiles.at("2.5")},
                         {"upper", quantiles.at("97.5")}},
            .inner = {quantiles.at("25"), quantiles.at("75")},
            .over = "page.readings.over_draws"};
}

bool can_be_drawn(const Spread& spread) {
    return !spread.estimate.is_null() && !spread.estimate.at("lower").is_null();
}

Json mark_of(const PageScenario& policy, const std::string& reading, const Spread& spread) {
    const auto scaled = [](const Json& number) { return hundred * number.get<double>(); };
    Json inner = nullptr;
    if (!spread.inner.is_null()) {
        inner = {scaled(spread.inner.at(0)), scaled(spread.inner.at(1))};
    }
    return {{"label", reading},
            {"full", policy.label + ", " + reading},
            {"role", policy.role},
            {"value", scaled(spread.estimate.at("value"))},
            {"lower", scaled(spread.estimate.at("lower"))},
            {"upper", scaled(spread.estimate.at("upper"))},
            {"inner", std::move(inner)}};
}

Json draws_sentences(const PageSource& source) {
    Json sentences = Json::array();
    for (const std::string& reading : source.readings()) {
        if (!source.draws_priors(reading)) {
            continue;
        }
        for (const PageScenario& policy : source.policies()) {
            const Json& found = headline(source, reading, policy);
            const Json& draws = found.at("draws");
            if (draws.is_null() || found.at("verdict") == "identical") {
                continue;
            }
            const double share = draws.at("share_worth_knowing").get<double>();
            const double gain = source.study().at("worth_knowing_gain").get<double>();
            sentences.push_back(source.say("page.readings.draws",
                                           {{"policy", policy.label},
                                            {"reading", source.reading_label(reading)},
                                            {"count", draws.at("count").dump()},
                                            {"runs", source.runs_per_draw()},
                                            {"share", whole(hundred * share)},
                                            {"gain", short_number(hundred * gain)}}));
        }
    }
    return sentences;
}

/// Whether no policy changes how many are in support where links do not matter.
bool nothing_without_links(const PageSource& source) {
    const auto reading = source.null_reading();
    const auto policies = source.policies();
    return reading && !policies.empty() &&
           std::all_of(policies.begin(), policies.end(), [&](const auto& policy) {
               return headline(source, *reading, policy).at("verdict") == "identical";
           });
}

} // namespace

void add_readings(const PageSource& source, Json& section) {
    PageTable table{source.say("page.readings.caption")};
    table.words(source.say("page.column.policy"))
        .words(source.say("page.column.reading"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"))
        .words(source.say("page.column.over"));
    Json rows = Json::array();
    for (const PageScenario& policy : source.policies()) {
        rows.push_back({{"label", policy.label}});
        for (const std::string& reading : source.readings()) {
            const Spread spread = spread_of(headline(source, reading, policy));
            const std::string label = source.reading_label(reading);
            const auto cells =
                estimate_cells(source, spread.estimate, hundred, Precision::two_digits);
            table.row({head_cell(policy.label),
                       plain_cell(label),
                       cells.at(0),
                       cells.at(1),
                       plain_cell(source.say(spread.over, {{"runs", source.runs_per_draw()}}))});
            if (can_be_drawn(spread)) {
                rows.push_back(mark_of(policy, label, spread));
            }
        }
    }
    Json chart{{"kind", "intervals"},
               {"x", {{"name", source.say("page.axis.difference")}}},
               {"rows", std::move(rows)}};
    section["readings"] = figure_model(
        source,
        {.name = "readings",
         .finding = source.say(nothing_without_links(source) ? "page.readings.finding_null"
                                                             : "page.readings.finding"),
         .chart = std::move(chart),
         .table = std::move(table)});
    section["priors"] = draws_sentences(source);
}

} // namespace tsunagi
