#include "engine/experiment/patterns.hpp"

#include "engine/care/formulas.hpp"
#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/relations/understanding.hpp"
#include "engine/simulation/simulation.hpp"
#include "engine/statistics/wilson.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

constexpr std::array<std::string_view, 10> not_built{
    "P3", "P4", "P5", "P7", "P8", "P9", "P12", "P13", "P14", "P15"};

double odds(double probability) {
    return probability / (1.0 - probability);
}

PatternRow share_row(std::string_view pattern,
                     std::string_view measure,
                     std::int64_t kept,
                     std::int64_t n,
                     Interval band) {
    const auto interval = wilson_interval(kept, n);
    return {.pattern = pattern,
            .measure = measure,
            .n = n,
            .value = static_cast<double>(kept) / static_cast<double>(n),
            .lower = interval.lower,
            .upper = interval.upper,
            .band_lower = band.lower,
            .band_upper = band.upper};
}

PatternRow
formula_row(std::string_view pattern, std::string_view measure, double value, Interval band) {
    return {.pattern = pattern,
            .measure = measure,
            .n = 0,
            .value = value,
            .lower = std::nullopt,
            .upper = std::nullopt,
            .band_lower = band.lower,
            .band_upper = band.upper};
}

} // namespace

std::span<const std::string_view> patterns_not_built() {
    return not_built;
}

Experiment chain_pattern_experiment(const Experiment& study, std::int64_t replications) {
    auto experiment = study;
    experiment.scenarios = {study.scenarios.at(study.reference)};
    experiment.reference = 0;
    experiment.replications = replications;
    const Reading stated{.structure_weight = std::nullopt,
                         .switch_on = std::nullopt,
                         .scale = 1.0,
                         .draw = Reading::LinkDraw::as_stated,
                         .forced_link = std::nullopt};
    auto warm = stated;
    warm.forced_link = 1.0;
    auto cold = stated;
    cold.forced_link = 0.0;
    experiment.readings = {stated, warm, cold};
    return experiment;
}

std::vector<PatternRow> chain_patterns(std::span<const ReplicationResult> replications) {
    enum : std::size_t { stated, warm, cold };
    constexpr std::size_t below_quarter = 0;
    std::array<RunResult::Appointments, 3> sums{};
    for (const auto& runs : replications) {
        for (const auto reading : {stated, warm, cold}) {
            const auto& bins = runs.at(reading).first_bookings;
            for (std::size_t bin = 0; bin < bins.size(); ++bin) {
                if (reading != stated || bin == below_quarter) {
                    sums.at(reading).due += bins.at(bin).due;
                    sums.at(reading).kept += bins.at(bin).kept;
                }
            }
        }
    }
    expects(std::all_of(sums.begin(), sums.end(), [](const auto& sum) { return sum.due > 0; }),
            "patterns are read on runs with appointments");
    const auto kept = [&](std::size_t reading) {
        return static_cast<double>(sums.at(reading).kept) /
               static_cast<double>(sums.at(reading).due);
    };
    return {share_row("P1", "pattern.cold_kept", sums[stated].kept, sums[stated].due, {0.33, 0.52}),
            share_row("P2", "pattern.warm_kept", sums[warm].kept, sums[warm].due, {0.45, 0.62}),
            PatternRow{.pattern = "P2",
                       .measure = "pattern.warm_odds_ratio",
                       .n = sums[warm].due + sums[cold].due,
                       .value = odds(kept(warm)) / odds(kept(cold)),
                       .lower = std::nullopt,
                       .upper = std::nullopt,
                       .band_lower = 1.3,
                       .band_upper = 2.6}};
}

std::vector<PatternRow> wait_patterns(const Parameters& parameters) {
    const auto kept = [&](double wait_days) {
        constexpr double mean_readiness = 0.4;
        return arrival_probability(parameters.referral,
                                   {.wait_days = wait_days, .readiness = mean_readiness});
    };
    constexpr double tolerance = 0.03;
    const auto near = [](double target) {
        return Interval{target - tolerance, target + tolerance};
    };
    constexpr double weeks = (60.0 - 7.0) / 7.0;
    return {formula_row("P6", "pattern.kept_after_1_day", kept(1.0), near(0.72)),
            formula_row("P6", "pattern.kept_after_3_days", kept(3.0), near(0.41)),
            formula_row("P6", "pattern.kept_after_7_days", kept(7.0), near(0.38)),
            formula_row("P6",
                        "pattern.odds_per_week",
                        det::power(odds(kept(60.0)) / odds(kept(7.0)), 1.0 / weeks),
                        {0.93, 0.97})};
}

std::vector<LinkGroup> links_on_31_march(const PreparedExperiment& prepared,
                                         std::int64_t replication) {
    const auto& experiment = prepared.experiment();
    auto parameters = experiment.parameters;
    parameters.intake = {};
    parameters.intake.pre_release_days = experiment.parameters.intake.pre_release_days;
    const Setting setting{.region = experiment.region,
                          .parameters = parameters,
                          .effect = {},
                          .reference = experiment.scenarios.at(experiment.reference).policy,
                          .dates = {.run_start = experiment.run_start,
                                    .policy_start = experiment.policy_start,
                                    .horizon = experiment.horizon},
                          .link_correlation = prepared.link_correlation(),
                          .start_readiness = prepared.start_readiness(),
                          .counselling_scale_days = prepared.counselling_scale_days()};
    Simulation simulation{setting,
                          Streams{{experiment.seed, static_cast<std::uint64_t>(replication)}}};
    simulation.run_until(experiment.policy_start);
    const auto& links = simulation.world().links;
    std::vector<LinkGroup> groups(experiment.region.agencies.size(), LinkGroup::not_good);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        const auto agency = experiment.region.agencies.id(row);
        const auto pair = links.find(experiment.region.centre, agency);
        if (pair.has_value() && links.policy_understanding(
                                    pair.value(), parameters.relations, experiment.policy_start) >=
                                    parameters.relations.good_at) {
            groups[row] = LinkGroup::good;
        }
    }
    return groups;
}

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
        share_row("P11",
                  "pattern.survey.any_good",
                  any,
                  n,
                  {links->any_good_share - tolerance, links->any_good_share + tolerance}));
    for (std::size_t type = 0; type < agency_types; ++type) {
        if (row_measures[type].empty()) {
            continue;
        }
        const auto good = counted([&](const auto& groups) {
            return ticks(region, groups, static_cast<AgencyType>(type));
        });
        const double share = links->good_share[type];
        const auto answers = static_cast<std::int64_t>(share * survey_centres + 0.5);
        rows.push_back(share_row(
            "P11", row_measures[type], good, n, wilson_interval(answers, survey_centres)));
    }
    const auto both = counted([&](const auto& groups) {
        return ticks(region, groups, AgencyType::probation_office) &&
               ticks(region, groups, AgencyType::recovery_facility);
    });
    // Bounds of the overlap that the two marginal counts leave: 12 to 27 of 59 centres.
    rows.push_back(share_row("P11",
                             "pattern.survey.probation_and_facility",
                             both,
                             n,
                             {12.0 / survey_centres, 27.0 / survey_centres}));
    return rows;
}

namespace {

struct TieCase {
    RelationParameters parameters;
    double factor{}; ///< both sides' rotation
};

TieCase tie_case(const Experiment& study, double routine) {
    TieCase tie{study.parameters.relations, 1.0};
    tie.parameters.routine = routine;
    for (const auto agency : {study.region.centre, study.region.probation_office}) {
        const auto tenure = study.region.agencies[agency].tenure;
        tie.factor *= rotation_factor(
            tie.parameters, tie.parameters.tenure_years.at(static_cast<std::size_t>(tenure)));
    }
    return tie;
}

// Years of regular contacts of weight 1 from 1 April on, rotation at each following 1 April; U at
// the end and its peak.
struct Course {
    Understanding understanding;
    double peak{};
};
void pass_year(Course& course, const TieCase& tie, double contacts_per_year, SimTime start) {
    const auto contacts = static_cast<int>(contacts_per_year);
    for (int i = 0; i < contacts; ++i) {
        gain_understanding(course.understanding,
                           tie.parameters,
                           1.0,
                           start + sampled((i + 0.5) * days_per_year / contacts_per_year));
        course.peak = std::max(course.peak, course.understanding.value);
    }
    const auto april = start + sampled(days_per_year);
    course.understanding = {
        tie.factor * understanding_at(course.understanding, tie.parameters.half_life_days, april),
        april};
}

// U two years after a one-year programme of monthly contact, relative to its peak.
double kept_after_programme(const TieCase& tie, double kept_contacts_per_year, SimTime start) {
    Course course{{0.0, start}, 0.0};
    constexpr double monthly = 12.0;
    pass_year(course, tie, monthly, start);
    const double peak = course.peak;
    pass_year(course, tie, kept_contacts_per_year, course.understanding.at);
    pass_year(course, tie, kept_contacts_per_year, course.understanding.at);
    return course.understanding.value / peak;
}

// Largest change of the office-centre tie that a written agreement alone makes in one replication.
double agreement_change(const Experiment& study) {
    auto experiment = study;
    const auto reference = study.scenarios.at(study.reference);
    auto agreed = reference;
    agreed.policy.levers.push_back(
        {study.policy_start, WrittenAgreement{study.region.probation_office, study.region.centre}});
    experiment.scenarios = {reference, agreed};
    experiment.reference = 0;
    experiment.replications = 1;
    experiment.readings = {{.structure_weight = std::nullopt,
                            .switch_on = std::nullopt,
                            .scale = 1.0,
                            .draw = Reading::LinkDraw::as_stated,
                            .forced_link = std::nullopt}};
    const auto runs = replicate(PreparedExperiment{experiment}, 0);
    double largest = 0.0;
    for (std::size_t year = 0; year < runs[0].understanding.size(); ++year) {
        const double change = runs[1].understanding[year] - runs[0].understanding[year];
        largest = std::max(largest, change < 0.0 ? -change : change);
    }
    return largest;
}

} // namespace

std::vector<PatternRow> tie_patterns(const Experiment& study) {
    const auto today = tie_case(study, study.parameters.relations.routine);
    const auto start = study.run_start;
    Course silent{{1.0, start}, 1.0};
    pass_year(silent, today, 0.0, start);
    constexpr double weak_routine = 0.3;
    constexpr double strong_routine = 0.9;
    constexpr double kept_contacts = 6.0;
    return {
        formula_row("P10", "pattern.tie_after_silence", silent.understanding.value, {0.05, 0.45}),
        formula_row("P10", "pattern.tie_fall_at_rotation", 1.0 - today.factor, {0.15, 0.45}),
        formula_row("P10", "pattern.tie_change_by_agreement", agreement_change(study), {0.0, 0.0}),
        formula_row("P10",
                    "pattern.tie_after_programme_weak",
                    kept_after_programme(tie_case(study, weak_routine), 0.0, start),
                    {0.0, 0.25}),
        formula_row("P10",
                    "pattern.tie_after_programme_strong",
                    kept_after_programme(tie_case(study, strong_routine), kept_contacts, start),
                    {0.5, 1.0})};
}

} // namespace tsunagi
