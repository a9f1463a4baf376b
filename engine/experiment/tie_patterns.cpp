#include "engine/experiment/detail/pattern_rows.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"
#include "engine/experiment/patterns.hpp"
#include "engine/relations/understanding.hpp"

#include <algorithm>

namespace tsunagi {

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
    experiment.readings = {detail::stated_reading()};
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
    return {detail::formula_row(
                {"P10", "pattern.tie_after_silence"}, silent.understanding.value, {0.05, 0.45}),
            detail::formula_row(
                {"P10", "pattern.tie_fall_at_rotation"}, 1.0 - today.factor, {0.15, 0.45}),
            detail::formula_row(
                {"P10", "pattern.tie_change_by_agreement"}, agreement_change(study), {0.0, 0.0}),
            detail::formula_row({"P10", "pattern.tie_after_programme_weak"},
                                kept_after_programme(tie_case(study, weak_routine), 0.0, start),
                                {0.0, 0.25}),
            detail::formula_row(
                {"P10", "pattern.tie_after_programme_strong"},
                kept_after_programme(tie_case(study, strong_routine), kept_contacts, start),
                {0.5, 1.0})};
}

} // namespace tsunagi
