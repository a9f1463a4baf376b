#include "scenarios/studies/detail/parts.hpp"

#include <array>

namespace tsunagi::detail {

namespace {

const std::array<std::string, 3> directions{"more", "fewer", "none"};
const std::array<std::string, 10> outcome_ids{"support_180",
                                              "support_90",
                                              "support_365",
                                              "close_30",
                                              "support_180_twice",
                                              "need_support_180",
                                              "started_21",
                                              "silent_started_21",
                                              "support_at_end",
                                              "days_in_support"};

// How far two levels of an outcome can be apart: outcomes are shares of persons, but for the days
// in a year.
Bounds sizes_of(const std::string& outcome) {
    constexpr double days_of_a_year = 365.0;
    return outcome == "days_in_support" ? Bounds{0.0, days_of_a_year} : zero_to_one;
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
    ExpectationText expected{.outcome = outcome_ids[reader.choice("outcome", outcome_ids)],
                             .reading = {},
                             .scenario = {},
                             .direction = directions[reader.choice("direction", directions)],
                             .size = std::nullopt,
                             .text = reader.words("text")};
    if (const auto size = reader.find("size")) {
        expected.size = size->number(sizes_of(expected.outcome));
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
