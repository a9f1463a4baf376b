#include "engine/core/contracts.hpp"
#include "outputs/report/detail/figure.hpp"
#include "outputs/report/detail/numbers.hpp"
#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tsunagi {

namespace {

struct Way {
    PageScenario scenario;
    const Json& cascade; ///< row of "cascades"
};

std::vector<Way> ways_of(const PageSource& source) {
    std::vector<Way> ways;
    for (const PageScenario& scenario : source.scenarios()) {
        const Json* row = source.row(
            "cascades",
            {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"group", "all"}});
        if (row != nullptr && !row->at("stages").empty() &&
            !row->at("stages").front().at("per_100").is_null()) {
            ways.push_back({.scenario = scenario, .cascade = *row});
        }
    }
    return ways;
}

/// A row of the cascade, retention or losses, and its name in the catalogue; written out, so that a
/// search finds them.
struct Named {
    std::string_view id;
    const char* message;
};
constexpr std::array names{
    Named{"true_need", "page.stage.true_need"},
    Named{"recognised", "page.stage.recognised"},
    Named{"offered", "page.stage.offered"},
    Named{"consented", "page.stage.consented"},
    Named{"accepted", "page.stage.accepted"},
    Named{"first_contact", "page.stage.first_contact"},
    Named{"second_visit", "page.stage.second_visit"},
    Named{"in_care_6_months", "page.stage.in_care_6_months"},
    Named{"in_care_12_months", "page.stage.in_care_12_months"},
    Named{"refused", "page.loss.refused"},
    Named{"found_no_hours", "page.loss.found_no_hours"},
    Named{"not_kept", "page.loss.not_kept"},
    Named{"lost_at_second_visit", "page.loss.lost_at_second_visit"},
};

std::string name_of(const PageSource& source, const Json& row) {
    const auto& id = row.at("id").get_ref<const std::string&>();
    const auto* found = std::find_if(
        names.begin(), names.end(), [&](const Named& named) { return named.id == id; });
    expects(found != names.end(), "the page knows every stage and loss of the analysis");
    return source.say(found->message);
}

std::string in_a_hundred(double number) {
    return fixed(number, 1);
}

/// Stages, then how many are still in care later, of those followed so long.
PageTable stage_table(const PageSource& source, const std::vector<Way>& ways) {
    PageTable table{source.say("page.cascade.caption")};
    table.words(source.say("page.column.stage"));
    for (const Way& way : ways) {
        table.numbers(way.scenario.label);
    }
    table.numbers(source.say("page.column.lost", {{"reference", ways.front().scenario.label}}));
    const auto add = [&](const char* list, std::size_t row, const auto& value, PageCell lost) {
        std::vector<PageCell> cells{
            head_cell(name_of(source, ways.front().cascade.at(list).at(row)))};
        for (const Way& way : ways) {
            cells.push_back(value(way.cascade.at(list).at(row)));
        }
        cells.push_back(std::move(lost));
        table.row(cells);
    };
    const Json& stages = ways.front().cascade.at("stages");
    for (std::size_t row = 0; row < stages.size(); ++row) {
        add(
            "stages",
            row,
            [](const Json& stage) { return number_cell(stage.at("per_100"), in_a_hundred); },
            number_cell(stages.at(row).at("lost"), in_a_hundred));
    }
    for (std::size_t row = 0; row < ways.front().cascade.at("retention").size(); ++row) {
        add(
            "retention",
            row,
            [](const Json& stage) {
                return number_cell(stage.at("share"),
                                   [](double share) { return in_a_hundred(hundred * share); });
            },
            dash_cell());
    }
    return table;
}

Json stage_chart(const PageSource& source, const std::vector<Way>& ways) {
    Json categories = Json::array();
    for (const Json& stage : ways.front().cascade.at("stages")) {
        categories.push_back(name_of(source, stage));
    }
    Json series = Json::array();
    for (const Way& way : ways) {
        Json values = Json::array();
        for (const Json& stage : way.cascade.at("stages")) {
            values.push_back(stage.at("per_100"));
        }
        series.push_back({{"name", way.scenario.label},
                          {"role", way.scenario.role},
                          {"values", std::move(values)}});
    }
    return {{"kind", "bars"},
            {"x", {{"name", source.say("page.axis.of_need")}}},
            {"categories", std::move(categories)},
            {"series", std::move(series)}};
}

Json loss_table(const PageSource& source, const std::vector<Way>& ways) {
    PageTable table{source.say("page.cascade.loss_caption")};
    table.words(source.say("page.column.reason"));
    for (const Way& way : ways) {
        table.numbers(way.scenario.label);
    }
    const Json& losses = ways.front().cascade.at("losses");
    for (std::size_t row = 0; row < losses.size(); ++row) {
        std::vector<PageCell> cells{head_cell(name_of(source, losses.at(row)))};
        for (const Way& way : ways) {
            cells.push_back(
                number_cell(way.cascade.at("losses").at(row).at("per_100"), in_a_hundred));
        }
        table.row(cells);
    }
    return {{"table", table.model()}};
}

/// The stage with the greatest loss under the reference.
std::string finding_of(const PageSource& source, const Json& stages) {
    const Json* worst = nullptr;
    for (const Json& stage : stages) {
        if (!stage.at("lost").is_null() &&
            (worst == nullptr ||
             stage.at("lost").get<double>() > worst->at("lost").get<double>())) {
            worst = &stage;
        }
    }
    const auto care = [&](const Json& stage) {
        return in_a_hundred(stage.at("per_100").get<double>());
    };
    if (worst == nullptr) {
        return source.say("page.cascade.finding_short", {{"cared", care(stages.back())}});
    }
    return source.say("page.cascade.finding",
                      {{"cared", care(stages.back())},
                       {"stage", name_of(source, *worst)},
                       {"lost", in_a_hundred(worst->at("lost").get<double>())}});
}

} // namespace

Json cascade_section(const PageSource& source) {
    const std::vector<Way> ways = ways_of(source);
    Json model{{"body",
                source.say("page.cascade.body",
                           {{"reading", source.reading_label(source.main_reading())}})},
               {"stages", false},
               {"losses", false}};
    if (!ways.empty()) {
        model["stages"] =
            figure_model(source,
                         {.name = "cascade",
                          .finding = finding_of(source, ways.front().cascade.at("stages")),
                          .chart = stage_chart(source, ways),
                          .table = stage_table(source, ways)});
        model["losses"] = loss_table(source, ways);
    }
    return model;
}

} // namespace tsunagi
