#include "engine/core/rounding.hpp"
#include "engine/experiment/detail/pattern_rows.hpp"
#include "engine/experiment/patterns.hpp"
#include "engine/simulation/simulation.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

// Whether any agency of a type reads as good: what a centre would tick.
bool ticks(const Region& region, const std::vector<LinkGroup>& groups, AgencyType type) {
    for (std::size_t row = 0; row < groups.size(); ++row) {
        if (region.agencies[region.agencies.id(row)].type == type &&
            groups[row] == LinkGroup::good) {
            return true;
        }
    }
    return false;
}

constexpr std::array<std::string_view, agency_types> row_measures{
    "",
    "pattern.survey.municipal_mental_health_section",
    "pattern.survey.prefectural_mental_health_section",
    "pattern.survey.prefectural_pharmaceutical_division",
    "pattern.survey.welfare_office",
    "pattern.survey.recovery_facility",
    "pattern.survey.public_health_center",
    "pattern.survey.educational_institution",
    "pattern.survey.psychiatric_hospital",
    "pattern.survey.nonpsychiatric_medical_institution",
    "pattern.survey.police",
    "pattern.survey.prison",
    "pattern.survey.probation_office",
    "pattern.survey.offender_rehabilitation_facility",
    "pattern.survey.employment_security_office",
    "pattern.survey.community_settlement_support_center",
    "pattern.survey.other_agency"};
constexpr std::int64_t survey_centres = 59;

} // namespace

std::vector<LinkGroup> links_on_31_march(const PreparedExperiment& prepared,
                                         std::int64_t replication) {
    const auto& experiment = prepared.experiment();
    auto nobody_comes = experiment.parameters;
    nobody_comes.intake = {};
    nobody_comes.intake.pre_release_days = experiment.parameters.intake.pre_release_days;
    const auto setting = prepared.setting(nobody_comes, {});
    Simulation simulation{setting,
                          Streams{{experiment.seed, static_cast<std::uint64_t>(replication)}}};
    simulation.run_until(experiment.policy_start);
    const auto& links = simulation.world().links;
    const auto& relations = experiment.parameters.relations;
    std::vector<LinkGroup> groups(experiment.region.agencies.size(), LinkGroup::not_good);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        const auto pair = links.find(experiment.region.centre, experiment.region.agencies.id(row));
        if (pair.has_value() &&
            links.policy_understanding(pair.value(), relations, experiment.policy_start) >=
                relations.good_at) {
            groups[row] = LinkGroup::good;
        }
    }
    return groups;
}

std::vector<PatternRow> survey_patterns(const Region& region,
                                        std::span<const std::vector<LinkGroup>> regions) {
    const auto* links = std::get_if<TypicalLinks>(&region.links);
    if (links == nullptr) {
        return {};
    }
    const auto n = static_cast<std::int64_t>(regions.size());
    const auto counted = [&](auto&& reads) {
        return std::count_if(regions.begin(), regions.end(), reads);
    };
    std::vector<PatternRow> rows;
    const auto any = counted([&](const auto& groups) {
        return std::find(groups.begin(), groups.end(), LinkGroup::good) != groups.end();
    });
    constexpr double tolerance = 0.01;
    rows.push_back(
        detail::share_row({"P11", "pattern.survey.any_good"},
                          {any, n},
                          {links->any_good_share - tolerance, links->any_good_share + tolerance}));
    for (std::size_t type = 0; type < agency_types; ++type) {
        if (row_measures[type].empty()) {
            continue;
        }
        const auto good = counted([&](const auto& groups) {
            return ticks(region, groups, static_cast<AgencyType>(type));
        });
        const double share = links->good_share[type];
        const Trials answers{nearest_whole(share * survey_centres), survey_centres};
        const auto band = wilson_interval(answers);
        rows.push_back(
            detail::share_row({"P11", row_measures[type]}, {good, n}, {band.lower, band.upper}));
    }
    const auto both = counted([&](const auto& groups) {
        return ticks(region, groups, AgencyType::probation_office) &&
               ticks(region, groups, AgencyType::recovery_facility);
    });
    // Bounds of the overlap that the two marginal counts leave: 12 to 27 of 59 centres.
    rows.push_back(detail::share_row({"P11", "pattern.survey.probation_and_facility"},
                                     {both, n},
                                     {12.0 / survey_centres, 27.0 / survey_centres}));
    return rows;
}

} // namespace tsunagi
