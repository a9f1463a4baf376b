#include "outputs/store/value_text.hpp"
#include "outputs/tables/detail/json.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

Json study_json(const Analysis& analysis) {
    const auto& facts = analysis.study.facts;
    return {{"name", facts.name},
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
            {"draws", analysis.study.draws.size()},
            {"seed", std::to_string(facts.seed)},
            {"worth_knowing_gain", facts.worth_knowing_gain},
            {"windows",
             {{"support_days", facts.support_window_days},
              {"close_days", facts.close_window_days},
              {"silence_days", facts.silence_days},
              {"remote_contacts", text_of(facts.remote_contacts)}}},
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
            {"forced_link", json_of(reading.forced_link)},
            {"link", text_of(reading.link)},
            {"curve", reading.role == DescribedReading::Role::curve_point}};
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

Json evidence_json(const DescribedEvidence& evidence) {
    return {{"id", evidence.id},
            {"figure", evidence.figure},
            {"value", evidence.value},
            {"year", evidence.year},
            {"population", evidence.population},
            {"source", evidence.source},
            {"address", evidence.address}};
}

Json parameters_by_grade(const StudyDescription& study) {
    Json json{{"observed", 0}, {"published", 0}, {"published (derived)", 0}, {"assumed", 0}};
    for (const auto& parameter : study.parameters) {
        json[parameter.grade] = json.value(parameter.grade, 0) + 1;
    }
    return json;
}

template <class Value, class Convert>
Json by_group(const ByGroup<Value>& values, Convert&& convert) {
    auto json = Json::object();
    for (const auto group : analysis_groups) {
        json[std::string{name_of(group)}] = convert(values[static_cast<std::size_t>(group)]);
    }
    return json;
}

} // namespace

void add_study(Json& json, const Analysis& analysis) {
    const auto& study = analysis.study;
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
    json["municipalities"] =
        list(study.municipalities, [](const DescribedMunicipality& municipality) {
            return Json{{"id", municipality.id}, {"name", json_of(municipality.name)}};
        });
    json["outcomes"] = outcomes_json();
    json["groups"] = list(std::vector(analysis_groups.begin(), analysis_groups.end()),
                          [](AnalysisGroup group) { return Json(name_of(group)); });
    json["replications_by_link"] =
        by_group(analysis.replications, [](std::size_t count) { return Json(count); });
    json["cohort_per_year"] =
        by_group(analysis.cohort_per_year,
                 [](const std::optional<double>& persons) { return json_of(persons); });
    json["parameters"] = list(study.parameters, parameter_json);
    json["parameters_by_grade"] = parameters_by_grade(study);
    json["evidence"] = list(study.evidence, evidence_json);
}

} // namespace tsunagi::detail
