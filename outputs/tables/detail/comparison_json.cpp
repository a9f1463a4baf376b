#include "outputs/store/names.hpp"
#include "outputs/store/value_text.hpp"
#include "outputs/tables/detail/headline.hpp"
#include "outputs/tables/detail/json.hpp"

#include <fmt/format.h>

#include <array>

namespace tsunagi::detail {
namespace {

Json draws_json(const std::optional<DrawSummary>& draws) {
    if (!draws) {
        return nullptr;
    }
    auto quantiles = Json::object();
    for (std::size_t row = 0; row < draw_probabilities.size(); ++row) {
        quantiles[fmt::format("{:g}", 100.0 * draw_probabilities[row])] = draws->quantiles[row];
    }
    return {{"count", draws->count},
            {"quantiles", std::move(quantiles)},
            {"share_worth_knowing", json_of(draws->share_worth_knowing)}};
}

Json comparison_json(const StudyDescription& study, const Comparison& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["outcome"] = spec_of(row.outcome).id;
    json["group"] = name_of(row.group);
    json["units"] = row.units;
    json["unit"] = row.unit == UnitOfAnalysis::draw ? "draw" : "replication";
    json["level"] = json_of(row.level);
    json["difference"] = json_of(row.difference);
    json["verdict"] = name_of(row.verdict);
    json["half_width"] = json_of(row.half_width);
    json["detectable"] = json_of(row.detectable);
    json["persons_level"] = json_of(row.persons_level);
    json["persons_difference"] = json_of(row.persons_difference);
    json["correlation"] = json_of(row.correlation);
    json["variance_ratio"] = json_of(row.variance_ratio);
    json["skewness"] = json_of(row.skewness);
    json["doubtful"] = is_doubtful(row);
    json["draws"] = draws_json(row.draws);
    return json;
}

Json expectations_json(const Analysis& analysis) {
    constexpr std::array agreements{"yes", "no", "undecided"};
    auto json = list(analysis.study.expectations, [](const StatedExpectation& expectation) {
        return Json{{"outcome", expectation.outcome},
                    {"reading", expectation.reading},
                    {"scenario", expectation.scenario},
                    {"direction", text_of(expectation.direction)},
                    {"size", json_of(expectation.size)},
                    {"text", json_of(expectation.text)},
                    {"found", Json::array()}};
    });
    for (const auto& check : analysis.expectation_checks) {
        const auto& row = analysis.comparisons[check.comparison];
        auto found = row_of(analysis.study, row.reading, row.scenario);
        found["difference"] = json_of(row.difference);
        found["verdict"] = name_of(row.verdict);
        found["direction_agrees"] = agreements.at(static_cast<std::size_t>(check.direction));
        found["size_in_interval"] = json_of(check.size_in_interval);
        json.at(check.expectation)["found"].push_back(std::move(found));
    }
    return json;
}

Json curve_json(const StudyDescription& study, const EffectCurve& curve) {
    const auto last = curve.points.empty() ? Json(nullptr) : Json(curve.points.back().scale);
    return {{"scenario", study.scenarios[curve.scenario].name},
            {"group", name_of(curve.group)},
            {"outcome", spec_of(headline).id},
            {"points",
             list(curve.points,
                  [](const CurvePoint& point) {
                      return Json{{"scale", point.scale},
                                  {"difference", json_of(point.difference)},
                                  {"level", point.level},
                                  {"reference_level", point.reference_level}};
                  })},
            {"break_even",
             {{"gain", study.facts.worth_knowing_gain},
              {"scale", json_of(curve.break_even)},
              {"earliest", json_of(curve.break_even_earliest)},
              {"latest", json_of(curve.break_even_latest)},
              {"up_to", last}}}};
}

Json same_course_json(const StudyDescription& study, const SameCourse& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["same"] = row.same;
    return json;
}

} // namespace

void add_comparisons(Json& json, const Analysis& analysis) {
    const auto rows = [&](const auto& all, auto convert) {
        return rows_of(analysis.study, all, convert);
    };
    json["expectations"] = expectations_json(analysis);
    json["comparisons"] = rows(analysis.comparisons, comparison_json);
    json["same_courses"] = rows(analysis.same_courses, same_course_json);
    json["effect_curves"] = rows(analysis.effect_curves, curve_json);
}

} // namespace tsunagi::detail
