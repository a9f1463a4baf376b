#include "engine/core/contracts.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

using Agreement = ExpectationCheck::Agreement;
using Direction = StatedExpectation::Direction;

Agreement direction_agreement(Direction expected, Verdict found) {
    switch (found) {
    case Verdict::more:
        return expected == Direction::more ? Agreement::yes : Agreement::no;
    case Verdict::fewer:
        return expected == Direction::fewer ? Agreement::yes : Agreement::no;
    case Verdict::identical:
        return expected == Direction::none ? Agreement::yes : Agreement::no;
    case Verdict::no_difference_seen:
    case Verdict::none:
    case Verdict::reference:
        break;
    }
    return Agreement::undecided;
}

std::optional<bool> size_in_interval(const StatedExpectation& expectation,
                                     const Comparison& found) {
    if (!expectation.size || !found.difference || !found.difference->interval) {
        return std::nullopt;
    }
    const auto& interval = *found.difference->interval;
    const auto expected =
        expectation.direction == Direction::fewer ? -*expectation.size : *expectation.size;
    return interval.lower <= expected && expected <= interval.upper;
}

bool is_meant(const StudyDescription& study,
              const StatedExpectation& expectation,
              const Comparison& found) {
    const auto meant = [](const std::string& stated, const std::string& name) {
        return stated.empty() || stated == name;
    };
    return meant(expectation.reading, study.readings[found.reading].name) &&
           meant(expectation.scenario, study.scenarios[found.scenario].name) &&
           outcome_named(expectation.outcome) == found.outcome &&
           found.group == AnalysisGroup::all && found.verdict != Verdict::reference;
}

} // namespace

std::vector<ExpectationCheck> check_expectations(const StudyDescription& study,
                                                 const std::vector<Comparison>& comparisons) {
    std::vector<ExpectationCheck> checks;
    for (std::size_t stated = 0; stated < study.expectations.size(); ++stated) {
        const auto& expectation = study.expectations[stated];
        expects(outcome_named(expectation.outcome).has_value(), "an expectation names an outcome");
        for (std::size_t row = 0; row < comparisons.size(); ++row) {
            const auto& found = comparisons[row];
            if (is_meant(study, expectation, found)) {
                checks.push_back(
                    {.expectation = stated,
                     .comparison = row,
                     .direction = direction_agreement(expectation.direction, found.verdict),
                     .size_in_interval = size_in_interval(expectation, found)});
            }
        }
    }
    return checks;
}

} // namespace tsunagi::detail
