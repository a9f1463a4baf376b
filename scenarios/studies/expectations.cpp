#include "engine/observation/outcome.hpp"
#include "scenarios/studies/detail/parts.hpp"

#include <array>

namespace tsunagi::detail {

namespace {

const std::array<std::string, 3> directions{"more", "fewer", "none"};

// How far two levels of an outcome can be apart.
constexpr Bounds days_of_a_year{0.0, 365.0};
Bounds sizes_of(const OutcomeSpec& outcome) {
    return outcome.unit == OutcomeUnit::days ? days_of_a_year : zero_to_one;
}

std::vector<std::string> ids_of_outcomes() {
    std::vector<std::string> ids;
    for (const auto& outcome : outcome_specs()) {
        ids.emplace_back(outcome.id);
    }
    return ids;
}

std::vector<std::string> names_of_readings(const StudyText& text) {
    std::vector<std::string> names;
    for (const auto& reading : text.readings) {
        if (!reading.curve_scale) {
            names.push_back(reading.name);
        }
    }
    return names;
}

std::vector<std::string> names_of_scenarios(const StudyText& text) {
    std::vector<std::string> names;
    for (const auto& scenario : text.scenarios) {
        names.push_back(scenario.name);
    }
    return names;
}

ExpectationText read_expectation(const Field& field, const Study& study) {
    TableReader reader{field};
    const auto faults = field.faults().count();
    const auto& outcome = outcome_specs().at(reader.choice("outcome", ids_of_outcomes()));
    // Of an outcome that does not exist, any size may be meant.
    const auto sizes = field.faults().count() == faults ? sizes_of(outcome) : days_of_a_year;
    ExpectationText expected{.outcome = std::string{outcome.id},
                             .reading = {},
                             .scenario = {},
                             .direction = directions[reader.choice("direction", directions)],
                             .size = std::nullopt,
                             .text = reader.words("text")};
    if (const auto size = reader.find("size")) {
        expected.size = size->number(sizes);
        if (expected.direction == "none") {
            size->fault("fault.size_of_none");
        }
    }
    const auto readings = names_of_readings(study.text);
    if (const auto reading = reader.find("reading"); reading && !readings.empty()) {
        expected.reading = readings[reading->choice(readings)];
    }
    const auto scenarios = names_of_scenarios(study.text);
    if (const auto scenario = reader.find("scenario"); scenario && !scenarios.empty()) {
        const auto index = scenario->choice(scenarios);
        expected.scenario = scenarios[index];
        if (index == study.experiment.reference) {
            scenario->fault("fault.reference_expected");
        }
    }
    reader.finish();
    return expected;
}

} // namespace

void read_expectations(TableReader& root, Study& study) {
    if (const auto field = root.find("expectation")) {
        for (const auto& one : field->list()) {
            study.text.expectations.push_back(read_expectation(one, study));
        }
    }
}

} // namespace tsunagi::detail
