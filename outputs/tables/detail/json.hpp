#pragma once

#include "outputs/tables/analysis.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace tsunagi::detail {

using Json = nlohmann::ordered_json;

Json json_of(const BothLanguages& text);
Json json_of(const ShownEstimate& estimate);

/// `null` where there is none.
template <class Value> Json json_of(const std::optional<Value>& value) {
    if (!value) {
        return nullptr;
    }
    if constexpr (std::is_same_v<Value, ShownEstimate>) {
        return json_of(*value);
    } else {
        return *value;
    }
}

Json json_of(const Compared& compared);

template <class Row, class Convert> Json list(const std::vector<Row>& rows, Convert&& convert) {
    auto json = Json::array();
    for (const auto& row : rows) {
        json.push_back(convert(row));
    }
    return json;
}

/// The beginning of every row: whose numbers.
Json row_of(const StudyDescription& study, std::size_t reading, std::size_t scenario);

/// A list of rows.
/// @param convert  Json(study, row)
template <class Row, class Convert>
Json rows_of(const StudyDescription& study, const std::vector<Row>& rows, Convert&& convert) {
    return list(rows, [&](const Row& row) { return convert(study, row); });
}

// The lists and tables of the analysis, in four files by subject.

/// Adds "study", "scenarios", "readings", "agencies", "municipalities", "outcomes", "groups",
/// "parameters" and what else the description holds.
void add_study(Json& json, const Analysis& analysis);
/// Adds what is compared on the study's outcomes: "expectations", "comparisons", "effect_curves",
/// "same_courses".
void add_comparisons(Json& json, const Analysis& analysis);
/// Adds what becomes of people: "states", "incidence", "cascades", "retention", "tracks", "use",
/// "reimprisonment", "rests_on", "families", "other_clients", "pathways", "subgroups".
void add_pathway(Json& json, const Analysis& analysis);
/// Adds what agencies do: "waits", "hours", "extra_hours", "hours_used", "upsets", "understanding".
void add_agencies(Json& json, const Analysis& analysis);

} // namespace tsunagi::detail
