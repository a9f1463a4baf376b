#include "outputs/store/study_description.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/sha256.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace tsunagi {
namespace {

template <class Row>
void expect_different_names(const std::vector<Row>& rows, std::string Row::*name) {
    std::set<std::string_view> seen;
    for (const auto& row : rows) {
        expects(!(row.*name).empty(), "everything described has a name");
        expects(seen.insert(row.*name).second, "things of one kind have different names");
    }
}

} // namespace

std::size_t reference_row(const StudyDescription& study) {
    const auto found =
        std::ranges::find(study.scenarios, study.facts.reference, &DescribedScenario::name);
    expects(found != study.scenarios.end(), "the reference is one of the scenarios");
    return static_cast<std::size_t>(found - study.scenarios.begin());
}

std::size_t yearly_records(const StudyFacts& facts) {
    std::size_t anniversaries = 0;
    const std::chrono::year_month_day start{facts.policy_start};
    while (std::chrono::sys_days{start + std::chrono::years{static_cast<int>(anniversaries) + 1}} <=
           facts.horizon) {
        ++anniversaries;
    }
    return anniversaries + 1;
}

std::string inputs_digest(const StudyDescription& study) {
    std::string lines;
    for (const auto& input : study.inputs) {
        lines += input.digest + "  " + input.name + '\n';
    }
    return sha256_hex(lines);
}

void check(const StudyDescription& study) {
    const auto& facts = study.facts;
    expects(!study.scenarios.empty(), "a study has scenarios");
    expects(!study.readings.empty(), "a study has readings");
    expects(!study.agencies.empty(), "a study has agencies");
    expect_different_names(study.scenarios, &DescribedScenario::name);
    expect_different_names(study.readings, &DescribedReading::name);
    expect_different_names(study.agencies, &DescribedAgency::id);
    expect_different_names(study.municipalities, &DescribedMunicipality::id);
    expect_different_names(study.parameters, &DescribedParameter::id);
    expect_different_names(study.evidence, &DescribedEvidence::id);
    static_cast<void>(reference_row(study));
    expects(facts.replications >= 1, "a study has replications");
    expects(facts.replications_per_draw >= 1, "a draw holds replications");
    expects(facts.run_start <= facts.policy_start, "the warm-up ends where the policy starts");
    expects(facts.policy_start < facts.horizon, "the policy starts before the horizon");
    expects(facts.paid_hours_per_month > 0.0, "a full-time post has paid hours");
    for (const auto& expectation : study.expectations) {
        expects(expectation.size.value_or(0.0) >= 0.0,
                "an expected size has no sign: the direction is stated apart");
    }
}

} // namespace tsunagi
