#include "outputs/store/study_description.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/sha256.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace tsunagi {
namespace {

template <class Row>
bool have_different_names(const std::vector<Row>& rows, std::string Row::*name) {
    std::set<std::string_view> seen;
    return std::ranges::all_of(rows, [&](const Row& row) {
        return !(row.*name).empty() && seen.insert(row.*name).second;
    });
}

bool all_have_different_names(const StudyDescription& study) {
    return have_different_names(study.scenarios, &DescribedScenario::name) &&
           have_different_names(study.readings, &DescribedReading::name) &&
           have_different_names(study.agencies, &DescribedAgency::id) &&
           have_different_names(study.municipalities, &DescribedMunicipality::id) &&
           have_different_names(study.parameters, &DescribedParameter::id) &&
           have_different_names(study.evidence, &DescribedEvidence::id);
}

auto find_reference(const StudyDescription& study) {
    return std::ranges::find(study.scenarios, study.facts.reference, &DescribedScenario::name);
}

} // namespace

std::size_t reference_row(const StudyDescription& study) {
    const auto found = find_reference(study);
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

std::optional<std::string> broken_rule(const StudyDescription& study) {
    struct Rule {
        bool holds;
        const char* words;
    };
    const auto& facts = study.facts;
    const std::array rules{
        Rule{!study.scenarios.empty(), "a study has scenarios"},
        Rule{!study.readings.empty(), "a study has readings"},
        Rule{!study.agencies.empty(), "a study has agencies"},
        Rule{all_have_different_names(study), "things of one kind have different names"},
        Rule{find_reference(study) != study.scenarios.end(),
             "the reference is one of the scenarios"},
        Rule{facts.replications >= 1 && std::in_range<std::uint32_t>(facts.replications),
             "a study has replications, and no more than can be numbered"},
        Rule{facts.replications_per_draw >= 1, "a draw holds replications"},
        Rule{facts.run_start <= facts.policy_start, "the warm-up ends where the policy starts"},
        Rule{facts.policy_start < facts.horizon, "the policy starts before the horizon"},
        Rule{facts.paid_hours_per_month > 0.0, "a full-time post has paid hours"},
        Rule{std::ranges::all_of(study.expectations,
                                 [](const StatedExpectation& expectation) {
                                     return expectation.size.value_or(0.0) >= 0.0;
                                 }),
             "an expected size has no sign: the direction is stated apart"}};
    const auto* broken = std::ranges::find(rules, false, &Rule::holds);
    return broken == rules.end() ? std::nullopt : std::optional<std::string>{broken->words};
}

void check(const StudyDescription& study) {
    const auto rule = broken_rule(study);
    expects(!rule, rule ? rule->c_str() : "");
}

} // namespace tsunagi
