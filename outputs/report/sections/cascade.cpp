#include "engine/core/contracts.hpp"
#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

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
            !row->at("stages").front().at("level").is_null()) {
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
constexpr std::array stage_names{
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
    Named{"person_gone", "page.loss.person_gone"},
};

std::string name_of(const PageSource& source, const Json& row) {
    const auto& id = row.at("id").get_ref<const std::string&>();
    const auto* found = std::find_if(
        stage_names.begin(), stage_names.end(), [&](const Named& named) { return named.id == id; });
    expects(found != stage_names.end(), "the page knows every stage and loss of the analysis");
    return source.say(found->message);
}

double level_of(const Json& row) {
    return row.at("level").at("value").get<double>();
}

/// Adds a list of the cascades: every row under every scenario, with what the policies change.
template <class More>
void add_rows(const PageSource& source,
              const std::vector<Way>& ways,
              const char* list,
              PageTable& table,
              const More& more) {
    for (std::size_t row = 0; row < ways.front().cascade.at(list).size(); ++row) {
        for (const Way& way : ways) {
            const Json& found = way.cascade.at(list).at(row);
            std::vector<PageCell> cells{head_cell(name_of(source, found)),
                                        plain_cell(way.scenario.label)};
            add_compared_cells(source, found, in_100, hundred, cells);
            more(found, cells);
            table.row(cells, row_kind(way.scenario));
        }
    }
}

/// Stages, then how many are still in care later, of those followed so long.
PageTable stage_table(const PageSource& source, const std::vector<Way>& ways) {
    PageTable table{source.say("page.cascade.caption")};
    table.words(source.say("page.column.stage"))
        .words(source.say("page.column.scenario"))
        .numbers(source.say("page.axis.reached"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"))
        .numbers(source.say("page.column.lost"));
    add_rows(source, ways, "stages", table, [](const Json& stage, std::vector<PageCell>& cells) {
        cells.push_back(number_cell(stage.at("lost"), in_100));
    });
    add_rows(source, ways, "retention", table, [](const Json&, std::vector<PageCell>& cells) {
        cells.push_back(dash_cell());
    });
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
            values.push_back(hundred * level_of(stage));
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
    table.words(source.say("page.column.reason"))
        .words(source.say("page.column.scenario"))
        .numbers(source.say("page.axis.reached"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"));
    add_rows(source, ways, "losses", table, [](const Json&, std::vector<PageCell>&) {});
    return {{"table", table.model()}};
}

/// The stage with the greatest loss under the reference.
std::string cascade_finding(const PageSource& source, const Json& stages) {
    const Json* worst = nullptr;
    for (const Json& stage : stages) {
        if (!stage.at("lost").is_null() &&
            (worst == nullptr ||
             stage.at("lost").get<double>() > worst->at("lost").get<double>())) {
            worst = &stage;
        }
    }
    const std::string cared = in_100(level_of(stages.back()));
    if (worst == nullptr) {
        return source.say("page.cascade.finding_short", {{"cared", cared}});
    }
    return source.say("page.cascade.finding",
                      {{"cared", cared},
                       {"stage", name_of(source, *worst)},
                       {"lost", in_100(worst->at("lost").get<double>())}});
}

} // namespace

Json cascade_section(const PageSource& source) {
    const std::vector<Way> ways = ways_of(source);
    Json model{{"body",
                source.say("page.cascade.body",
                           {{"reading", source.reading_label(source.main_reading())}})},
               {"stages", false},
               {"losses", false},
               {"pathways", pathways_table(source)}};
    if (!ways.empty()) {
        model["stages"] =
            figure_model(source,
                         {.name = "cascade",
                          .finding = cascade_finding(source, ways.front().cascade.at("stages")),
                          .chart = stage_chart(source, ways),
                          .table = stage_table(source, ways)});
        model["losses"] = loss_table(source, ways);
    }
    return model;
}

} // namespace tsunagi
