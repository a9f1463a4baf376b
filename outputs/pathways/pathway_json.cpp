#include "outputs/pathways/pathway_json.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/pathways/labels.hpp"
#include "outputs/store/value_text.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

using Json = nlohmann::ordered_json;

Json number_json(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::string_view unit_name(PathwayUnit unit) {
    switch (unit) {
    case PathwayUnit::share:
        return "share";
    case PathwayUnit::number:
        return "number";
    case PathwayUnit::days:
        return "days";
    }
    violate("a unit is one of the list", __FILE__, __LINE__);
}

Json rows_json(const std::vector<ShownIndicator>& rows) {
    auto list = Json::array();
    for (const auto& row : rows) {
        list.push_back({{"id", row.id},
                        {"unit", unit_name(row.unit)},
                        {"n", row.n},
                        {"value", nullptr},
                        {"lower", nullptr},
                        {"upper", nullptr}});
        if (row.estimate) {
            list.back()["value"] = row.estimate->value;
        }
        if (row.estimate && row.estimate->interval) {
            list.back()["lower"] = row.estimate->interval->lower;
            list.back()["upper"] = row.estimate->interval->upper;
        }
    }
    return list;
}

Json split_json(const PathwaySplit& split) {
    auto groups = Json::array();
    for (const auto& group : split.groups) {
        groups.push_back({{"id", group.id},
                          {"persons", group.persons},
                          {"indicators", rows_json(group.indicators)}});
    }
    auto equity = Json::array();
    for (const auto& row : split.equity) {
        equity.push_back({{"id", row.id},
                          {"largest_gap", number_json(row.largest_gap)},
                          {"concentration_index", number_json(row.concentration_index)}});
    }
    return {{"attribute", name_of(split.attribute)}, {"groups", groups}, {"equity", equity}};
}

} // namespace

Json pathway_json(const PathwayReport& report, const Messages& english, const Messages& japanese) {
    const auto said = [&](const char* id) {
        return Json{{"en", english.text(id)}, {"ja", japanese.text(id)}};
    };
    auto splits = Json::array();
    for (const auto& split : report.splits) {
        splits.push_back(split_json(split));
    }
    const auto& title = report.title;
    return {{"study", title.study},
            {"reading", title.reading.id},
            {"scenario", title.scenario.id},
            {"replications", report.replications},
            {"from", text_of(date_of(title.policy_start))},
            {"until", text_of(date_of(title.horizon - one_day))},
            {"standard_days", days_of(title.standard)},
            {"persons", report.persons},
            {"assumed", said("table.assumed")},
            {"intervals", said(interval_id(report))},
            {"indicators", rows_json(report.cohort)},
            {"load", rows_json(report.load)},
            {"splits", splits}};
}

} // namespace tsunagi
