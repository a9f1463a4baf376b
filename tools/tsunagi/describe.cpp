#include "tools/tsunagi/describe.hpp"

#include "engine/experiment/parameter_draw.hpp"

#include <algorithm>

#include "engine_version.hpp"

namespace tsunagi::program {

namespace {

BothLanguages both(const Words& words) {
    return {.en = words.en, .ja = words.ja};
}

StudyFacts facts_of(const Study& study) {
    const auto& experiment = study.experiment;
    const auto& text = study.text;
    return {.name = text.name,
            .title = both(text.title),
            .question = both(text.question),
            .region = both(text.region),
            .reference = text.scenarios.at(experiment.reference).name,
            .run_start = date_of(experiment.run_start),
            .policy_start = date_of(experiment.policy_start),
            .horizon = date_of(experiment.horizon),
            .replications = experiment.replications,
            .replications_per_draw = experiment.replications_per_draw,
            .seed = experiment.seed,
            .pairing = experiment.pairing == Pairing::common_random_numbers
                           ? StudyFacts::Pairing::common_random_numbers
                           : StudyFacts::Pairing::independent,
            .worth_knowing_gain = text.worth_knowing_gain,
            .support_window_days = experiment.windows.support_days,
            .close_window_days = experiment.windows.close_days,
            .silence_days = experiment.parameters.episodes.silence_days,
            .remote_contacts = experiment.windows.remote == RemoteContacts::counted
                                   ? StudyFacts::RemoteContacts::counted
                                   : StudyFacts::RemoteContacts::not_counted,
            .paid_hours_per_month = experiment.parameters.hours.paid_hours_per_month,
            .engine_version = engine_version};
}

StatedExpectation stated(const ExpectationText& text) {
    using Direction = StatedExpectation::Direction;
    const auto direction = text.direction == "more"    ? Direction::more
                           : text.direction == "fewer" ? Direction::fewer
                                                       : Direction::none;
    return {.outcome = text.outcome,
            .reading = text.reading,
            .scenario = text.scenario,
            .direction = direction,
            .size = text.size,
            .text = both(text.text)};
}

std::vector<DescribedReading> readings_of(const Study& study) {
    std::vector<DescribedReading> readings;
    for (std::size_t i = 0; i < study.text.readings.size(); ++i) {
        const auto& text = study.text.readings[i];
        const auto& reading = study.experiment.readings.at(i);
        readings.push_back({.name = text.name,
                            .label = both(text.label),
                            .structure_weight = reading.structure_weight,
                            .switch_on = reading.switch_on,
                            .scale = reading.scale,
                            .forced_link = reading.forced_link,
                            .link = reading.draw == Reading::LinkDraw::from_priors
                                        ? DescribedReading::LinkSource::priors
                                        : DescribedReading::LinkSource::stated,
                            .role = text.curve_scale ? DescribedReading::Role::curve_point
                                                     : DescribedReading::Role::named});
    }
    return readings;
}

std::vector<DescribedParameter> parameters_of(const StudyText& text) {
    std::vector<DescribedParameter> parameters;
    for (const auto& parameter : text.parameters) {
        parameters.push_back({.id = parameter.id,
                              .value = parameter.value,
                              .unit = parameter.unit,
                              .lower = parameter.lower,
                              .upper = parameter.upper,
                              .prior = parameter.prior,
                              .grade = parameter.grade,
                              .tier = parameter.tier,
                              .source = parameter.source,
                              .note = both(parameter.note)});
    }
    return parameters;
}

std::vector<DescribedEvidence> evidence_of(const StudyText& text) {
    std::vector<DescribedEvidence> evidence;
    for (const auto& row : text.evidence) {
        evidence.push_back({.id = row.id,
                            .figure = row.figure,
                            .value = row.value,
                            .year = row.year,
                            .population = row.population,
                            .source = row.source,
                            .address = row.address});
    }
    return evidence;
}

std::vector<DrawnLink> draws_of(const Experiment& experiment) {
    const bool drawn = std::any_of(
        experiment.readings.begin(), experiment.readings.end(), [](const Reading& reading) {
            return reading.draw == Reading::LinkDraw::from_priors;
        });
    std::vector<DrawnLink> draws;
    const auto last = (experiment.replications - 1) / experiment.replications_per_draw;
    for (std::int64_t draw = 0; drawn && draw <= last; ++draw) {
        const auto link = drawn_link(experiment, draw);
        draws.push_back({.structure_weight = link.structure_weight,
                         .switch_on = link.switch_on,
                         .offers = link.offers,
                         .arrival = link.arrival,
                         .drop_out = link.drop_out});
    }
    return draws;
}

} // namespace

StudyDescription describe(const Study& study) {
    StudyDescription description;
    description.facts = facts_of(study);
    for (const auto& expectation : study.text.expectations) {
        description.expectations.push_back(stated(expectation));
    }
    for (const auto& scenario : study.text.scenarios) {
        description.scenarios.push_back({.name = scenario.name, .label = both(scenario.label)});
    }
    description.readings = readings_of(study);
    for (const auto& agency : study.text.agencies) {
        description.agencies.push_back({.id = agency.id, .name = both(agency.name)});
    }
    for (const auto& municipality : study.text.municipalities) {
        description.municipalities.push_back(
            {.id = municipality.id, .name = both(municipality.name)});
    }
    description.parameters = parameters_of(study.text);
    description.evidence = evidence_of(study.text);
    for (const auto& input : study.text.inputs) {
        description.inputs.push_back({.name = input.name, .digest = input.sha256});
    }
    description.draws = draws_of(study.experiment);
    return description;
}

} // namespace tsunagi::program
