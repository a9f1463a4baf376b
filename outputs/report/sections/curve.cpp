#include "engine/core/contracts.hpp"
#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

const Json* curve_of(const PageSource& source, const PageScenario& policy, std::string_view group) {
    return source.row("effect_curves", {{"scenario", policy.name}, {"group", group}});
}

bool is_complete(const Json* curve) {
    if (curve == nullptr || curve->at("points").empty()) {
        return false;
    }
    for (const Json& point : curve->at("points")) {
        if (point.at("difference").is_null() || point.at("difference").at("lower").is_null()) {
            return false;
        }
    }
    return true;
}

/// A policy that changes nobody, or for the worse, has no break-even to speak of.
bool may_gain(const PageSource& source, const PageScenario& policy) {
    const auto verdict = source
                             .comparison({.reading = source.main_reading(),
                                          .scenario = policy.name,
                                          .outcome = headline_outcome,
                                          .group = "all"})
                             .at("verdict")
                             .get<std::string>();
    return verdict == "more" || verdict == "no_difference_seen";
}

std::string
break_even_sentence(const PageSource& source, const PageScenario& policy, const Json& even) {
    const std::string gain = short_number(hundred * even.at("gain").get<double>());
    const std::string up_to = short_number(even.at("up_to").get<double>());
    if (even.at("scale").is_null()) {
        return source.say("page.dependence.not_reached",
                          {{"policy", policy.label}, {"gain", gain}, {"up_to", up_to}});
    }
    const auto strength = [&](const char* key) {
        const Json& scale = even.at(key);
        return scale.is_null() ? source.say("page.dependence.beyond", {{"up_to", up_to}})
                               : significant(scale.get<double>());
    };
    return source.say(
        "page.dependence.reached",
        {{"policy", policy.label},
         {"gain", gain},
         {"scale", strength("scale")},
         {"interval",
          source.say("page.interval",
                     {{"low", strength("earliest")}, {"high", strength("latest")}})}});
}

Json line_of(const PageScenario& policy, const Json& curve) {
    Json points = Json::array();
    for (const Json& point : curve.at("points")) {
        const Json& difference = point.at("difference");
        points.push_back({point.at("scale"),
                          hundred * difference.at("value").get<double>(),
                          hundred * difference.at("lower").get<double>(),
                          hundred * difference.at("upper").get<double>()});
    }
    return {{"name", policy.label},
            {"role", policy.role},
            {"step", false},
            {"points", std::move(points)}};
}

/// Rows: strengths; columns: a difference and its interval for each policy.
PageTable
table_of(const PageSource& source, const std::vector<PageScenario>& drawn, std::string_view group) {
    PageTable table{source.say("page.dependence.caption")};
    table.numbers(source.say("page.column.strength"));
    for (const PageScenario& policy : drawn) {
        table.numbers(policy.label).numbers(source.say("page.column.interval"));
    }
    const Json& scales = curve_of(source, drawn.front(), group)->at("points");
    for (std::size_t row = 0; row < scales.size(); ++row) {
        std::vector<PageCell> cells{
            number_cell(scales.at(row).at("scale"), [](double scale) { return fixed(scale, 2); })};
        for (const PageScenario& policy : drawn) {
            const Json& point = curve_of(source, policy, group)->at("points").at(row);
            for (PageCell& cell :
                 estimate_cells(source, point.at("difference"), hundred, Precision::two_digits)) {
                cells.push_back(std::move(cell));
            }
        }
        table.row(cells);
    }
    return table;
}

std::string differences_at_one(const PageSource& source,
                               const std::vector<PageScenario>& drawn,
                               std::string_view group) {
    std::string list;
    for (const PageScenario& policy : drawn) {
        for (const Json& point : curve_of(source, policy, group)->at("points")) {
            if (point.at("scale").get<double>() != 1.0) {
                continue;
            }
            if (!list.empty()) {
                list += source.say("page.list_separator");
            }
            list += source.say(
                "page.dependence.one_policy",
                {{"policy", policy.label},
                 {"difference",
                  worded(source, point.at("difference"), hundred, Precision::two_digits).value}});
        }
    }
    return list;
}

/// The chart of one group; false where the group has no complete curve.
Json curve_figure(const PageSource& source, std::string_view group, const std::string& finding) {
    std::vector<PageScenario> drawn;
    Json lines = Json::array();
    Json extent;
    for (const PageScenario& policy : source.policies()) {
        const Json* curve = curve_of(source, policy, group);
        if (is_complete(curve)) {
            drawn.push_back(policy);
            lines.push_back(line_of(policy, *curve));
            extent = curve->at("points");
        }
    }
    if (drawn.empty()) {
        return false;
    }
    const Json& gain = source.study().at("worth_knowing_gain");
    Json chart{
        {"kind", "lines"},
        {"x",
         {{"name", source.say("page.axis.strength")},
          {"min", extent.front().at("scale")},
          {"max", extent.back().at("scale")},
          {"tick", 0.5}}},
        {"y",
         {{"name",
           source.say("page.axis.difference_from", {{"reference", source.reference().label}})}}},
        {"series", std::move(lines)},
        {"vertical",
         {{{"at", 1.0}, {"label", source.say("page.mark.assumed")}, {"strong", false}}}},
        {"horizontal",
         {{{"at", 0.0}, {"label", ""}, {"strong", true}},
          {{"at", hundred * gain.get<double>()},
           {"label",
            source.say("page.mark.gain", {{"gain", short_number(hundred * gain.get<double>())}})},
           {"strong", false}}}}};
    return figure_model(source,
                        {.name = "curve-" + std::string{group},
                         .finding = source.say(
                             finding, {{"differences", differences_at_one(source, drawn, group)}}),
                         .chart = std::move(chart),
                         .table = table_of(source, drawn, group)});
}

} // namespace

void add_curves(const PageSource& source, Json& section) {
    Json& sentences = section["break_even"] = Json::array();
    for (const PageScenario& policy : source.policies()) {
        const Json* curve = curve_of(source, policy, "all");
        if (is_complete(curve) && may_gain(source, policy)) {
            sentences.push_back(break_even_sentence(source, policy, curve->at("break_even")));
        }
    }
    section["curve"] = curve_figure(source, "all", "page.dependence.finding");
    Json& split = section["split_curves"] = Json::array();
    for (const auto& [group, finding] :
         {std::pair{"good", "page.dependence.finding_good"},
          std::pair{"not_good", "page.dependence.finding_not_good"}}) {
        Json figure = curve_figure(source, group, finding);
        if (figure.is_object()) {
            split.push_back(std::move(figure));
        }
    }
}

Json dependence_section(const PageSource& source) {
    Json section;
    add_curves(source, section);
    add_readings(source, section);
    return section;
}

} // namespace tsunagi
