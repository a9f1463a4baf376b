#include "outputs/tables/analysis_json.hpp"

#include "outputs/store/names.hpp"
#include "outputs/store/value_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace tsunagi {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array format_version{1, 0};

Json json_of(const BothLanguages& text) {
    return {{"en", text.en}, {"ja", text.ja}};
}

template <class Value> Json json_of(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json json_of(const ShownEstimate& estimate) {
    const auto& interval = estimate.interval;
    return {{"value", estimate.value},
            {"lower", interval ? Json(interval->lower) : Json(nullptr)},
            {"upper", interval ? Json(interval->upper) : Json(nullptr)},
            {"standard_error", json_of(estimate.standard_error)}};
}
Json json_of(const std::optional<ShownEstimate>& estimate) {
    return estimate ? json_of(*estimate) : Json(nullptr);
}

template <class Value, class Convert>
Json by_group(const ByGroup<Value>& values, Convert&& convert) {
    auto json = Json::object();
    for (const auto group : analysis_groups) {
        json[std::string{name_of(group)}] = convert(values[static_cast<std::size_t>(group)]);
    }
    return json;
}

template <class Row, class Convert> Json list(const std::vector<Row>& rows, Convert&& convert) {
    auto json = Json::array();
    for (const auto& row : rows) {
        json.push_back(convert(row));
    }
    return json;
}

/// Whole draws of the study; 0 where nothing is drawn.
std::size_t draws_of(const StudyDescription& study) {
    return study.draws.size();
}

Json study_json(const Analysis& analysis) {
    const auto& facts = analysis.study.facts;
    return {
        {"name", facts.name},
        {"title", json_of(facts.title)},
        {"question", json_of(facts.question)},
        {"region", json_of(facts.region)},
        {"run_start", text_of(facts.run_start)},
        {"policy_start", text_of(facts.policy_start)},
        {"horizon", text_of(facts.horizon)},
        {"years", analysis.years},
        {"cohort_years", analysis.cohort_years},
        {"reference", facts.reference},
        {"replications", facts.replications},
        {"replications_per_draw", facts.replications_per_draw},
        {"draws", draws_of(analysis.study)},
        {"seed", std::to_string(facts.seed)},
        {"worth_knowing_gain", facts.worth_knowing_gain},
        {"windows",
         {{"support_days", facts.support_window_days}, {"close_days", facts.close_window_days}}},
        {"fte_hours_per_month", facts.paid_hours_per_month},
        {"engine_version", facts.engine_version},
        {"inputs_digest", inputs_digest(analysis.study)},
        {"results_digest", analysis.results_digest},
        {"inputs",
         list(analysis.study.inputs,
              [](const DescribedInput& input) {
                  return Json{{"name", input.name}, {"digest", input.digest}};
              })},
        {"pairing", text_of(facts.pairing)}};
}

std::string_view id_of(OutcomeRole role) {
    constexpr std::array<std::string_view, 3> names{"headline", "primary", "secondary"};
    return names.at(static_cast<std::size_t>(role));
}

Json outcomes_json() {
    auto json = Json::array();
    for (const auto& spec : outcome_specs()) {
        json.push_back({{"id", spec.id},
                        {"unit", spec.unit == OutcomeUnit::share ? "share" : "days"},
                        {"role", id_of(spec.role)},
                        {"share_of_cohort", is_share_of_cohort(spec.outcome)}});
    }
    return json;
}

Json reading_json(const DescribedReading& reading) {
    return {{"name", reading.name},
            {"label", json_of(reading.label)},
            {"structure_weight", json_of(reading.structure_weight)},
            {"switch_on", json_of(reading.switch_on)},
            {"scale", reading.scale},
            {"link", text_of(reading.link)},
            {"curve", reading.role == DescribedReading::Role::curve_point}};
}

/// The beginning of every row: whose numbers.
Json row_of(const StudyDescription& study, std::size_t reading, std::size_t scenario) {
    return {{"reading", study.readings[reading].name},
            {"scenario", study.scenarios[scenario].name}};
}

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
    json["persons_level"] = json_of(row.persons_level);
    json["persons_difference"] = json_of(row.persons_difference);
    json["correlation"] = json_of(row.correlation);
    json["variance_ratio"] = json_of(row.variance_ratio);
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
            {"outcome", spec_of(Outcome::support_180).id},
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

Json incidence_json(const StudyDescription& study, const Incidence& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["at_risk_per_year"] = row.at_risk_per_year;
    json["days"] = row.days;
    json["incidence"] = row.incidence;
    return json;
}

Json cascade_json(const StudyDescription& study, const Cascade& cascade) {
    auto json = row_of(study, cascade.reading, cascade.scenario);
    json["group"] = name_of(cascade.group);
    json["true_need_per_year"] = cascade.true_need_per_year;
    json["stages"] = list(cascade.stages, [](const Cascade::Stage& stage) {
        return Json{{"id", name_of(stage.count)},
                    {"per_100", stage.per_100},
                    {"lost", json_of(stage.lost)}};
    });
    json["retention"] = list(cascade.retention, [](const Cascade::Retention& row) {
        return Json{{"id", name_of(row.in_care)}, {"share", json_of(row.share)}};
    });
    json["losses"] = list(cascade.losses, [](const Cascade::Loss& loss) {
        return Json{{"id", name_of(loss.count)}, {"per_100", loss.per_100}};
    });
    return json;
}

Json wait_json(const StudyDescription& study, const WaitSummary& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["route"] = name_of(row.route);
    json["booked_per_year"] = row.booked_per_year;
    json["kept_share"] = json_of(row.kept_share);
    json["mean_days"] = json_of(row.mean_days);
    json["within_7"] = json_of(row.within_7_days);
    json["within_14"] = json_of(row.within_14_days);
    json["within_28"] = json_of(row.within_28_days);
    json["median_days"] = json_of(row.median_days);
    json["p90_days"] = json_of(row.p90_days);
    return json;
}

Json hours_json(const StudyDescription& study, const HoursRow& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["agency"] = study.agencies[row.agency].id;
    json["task"] = row.task ? name_of(*row.task) : std::string_view{"all"};
    json["per_month"] = row.per_month;
    json["difference"] = json_of(row.difference);
    json["fte_difference"] = json_of(row.fte_difference);
    return json;
}

Json upsets_json(const StudyDescription& study, const Upsets& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["cancelled_contacts"] = row.cancelled_contacts;
    json["sessions_not_offered"] = row.sessions_not_offered;
    json["overtime_hours"] = row.overtime_hours;
    return json;
}

Json understanding_json(const StudyDescription& study, const UnderstandingByYear& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["by_year"] =
        list(row.by_year, [](const std::optional<double>& level) { return json_of(level); });
    return json;
}

Json parameter_json(const DescribedParameter& parameter) {
    return {{"id", parameter.id},
            {"value", parameter.value},
            {"unit", parameter.unit},
            {"lower", parameter.lower},
            {"upper", parameter.upper},
            {"prior", parameter.prior},
            {"grade", parameter.grade},
            {"tier", parameter.tier},
            {"source", parameter.source},
            {"note", json_of(parameter.note)}};
}

Json parameters_by_grade(const StudyDescription& study) {
    Json json{{"observed", 0}, {"published", 0}, {"published (derived)", 0}, {"assumed", 0}};
    for (const auto& parameter : study.parameters) {
        json[parameter.grade] = json.value(parameter.grade, 0) + 1;
    }
    return json;
}

} // namespace

Json analysis_json(const Analysis& analysis) {
    const auto& study = analysis.study;
    const auto rows = [&](const auto& list_of_rows, auto convert) {
        return list(list_of_rows, [&](const auto& row) { return convert(study, row); });
    };
    auto json = Json::object();
    json["format"] = "tsunagi-analysis";
    json["version"] = format_version;
    json["study"] = study_json(analysis);
    json["scenarios"] = list(study.scenarios, [&](const DescribedScenario& scenario) {
        return Json{{"name", scenario.name},
                    {"label", json_of(scenario.label)},
                    {"is_reference", scenario.name == study.facts.reference}};
    });
    json["readings"] = list(study.readings, reading_json);
    json["agencies"] = list(study.agencies, [](const DescribedAgency& agency) {
        return Json{{"id", agency.id}, {"name", json_of(agency.name)}};
    });
    json["outcomes"] = outcomes_json();
    json["groups"] = list(std::vector(analysis_groups.begin(), analysis_groups.end()),
                          [](AnalysisGroup group) { return Json(name_of(group)); });
    json["replications_by_link"] =
        by_group(analysis.replications, [](std::size_t count) { return Json(count); });
    json["cohort_per_year"] =
        by_group(analysis.cohort_per_year,
                 [](const std::optional<double>& persons) { return json_of(persons); });
    json["expectations"] = expectations_json(analysis);
    json["comparisons"] = rows(analysis.comparisons, comparison_json);
    json["effect_curves"] = rows(analysis.effect_curves, curve_json);
    json["incidence"] = rows(analysis.incidence, incidence_json);
    json["cascades"] = rows(analysis.cascades, cascade_json);
    json["waits"] = rows(analysis.waits, wait_json);
    json["hours"] = rows(analysis.hours, hours_json);
    json["upsets"] = rows(analysis.upsets, upsets_json);
    json["understanding"] = rows(analysis.understanding, understanding_json);
    json["parameters"] = list(study.parameters, parameter_json);
    json["parameters_by_grade"] = parameters_by_grade(study);
    return json;
}

} // namespace tsunagi
