#include "outputs/tables/analysis.hpp"

#include "engine/core/contracts.hpp"
#include "engine/observation/groups.hpp"
#include "outputs/store/errors.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {
namespace {

void expect_no_failures(const StudyResults& results) {
    const auto& shape = results.runs.shape();
    std::size_t failed = 0;
    std::string example;
    for (std::size_t run = 0; run < shape.runs(); ++run) {
        const auto index = run_at(shape, run);
        if (results.runs.state(index) == RunState::completed) {
            continue;
        }
        if (failed++ == 0) {
            example = results.study.readings[index.reading].name + ", " +
                      results.study.scenarios[index.scenario].name + ", " +
                      std::to_string(index.replication);
        }
    }
    if (failed > 0) {
        throw IncompleteResults{"store.failed_runs",
                                {{"failed", std::to_string(failed)},
                                 {"runs", std::to_string(shape.runs())},
                                 {"example", example}}};
    }
}

ByGroup<std::optional<double>> cohort_per_year(const detail::Samples& samples) {
    const detail::Cell today{0, samples.reference()};
    ByGroup<std::optional<double>> persons;
    for (const auto group : analysis_groups) {
        if (samples.replications_in(today, group) > 0) {
            persons[static_cast<std::size_t>(group)] =
                samples.persons_per_year(today, group, Count::cohort);
        }
    }
    return persons;
}

} // namespace

std::string_view name_of(AnalysisGroup group) {
    constexpr ByGroup<std::string_view> names{"all", "good", "not_good"};
    return names.at(static_cast<std::size_t>(group));
}

std::string_view name_of(PersonState state) {
    constexpr std::array<std::string_view, person_states.size()> names{
        "in_support", "no_support", "custody", "dead", "moved"};
    return names.at(static_cast<std::size_t>(state));
}

std::string_view name_of(Attribute attribute) {
    return group_ids.at(static_cast<std::size_t>(attribute));
}

std::string_view name_of(Verdict verdict) {
    constexpr std::array<std::string_view, 6> names{
        "none", "reference", "identical", "no_difference_seen", "more", "fewer"};
    return names.at(static_cast<std::size_t>(verdict));
}

std::string_view name_of(UseOutcomes::Index index, UseOutcomes::Clock clock) {
    if (clock == UseOutcomes::Clock::year_end) {
        return "year_end";
    }
    return index == UseOutcomes::Index::start ? "start" : "end";
}

std::string_view name_of(Unfollowed why) {
    constexpr std::array<std::string_view, 3> names{"horizon", "nobody", "no_clock"};
    return names.at(static_cast<std::size_t>(why));
}

std::string_view name_of(Basis::Kind kind) {
    constexpr std::array<std::string_view, 3> names{"use", "tracks", "retention"};
    return names.at(static_cast<std::size_t>(kind));
}

bool is_doubtful(const Comparison& comparison) {
    constexpr std::size_t enough_units = 30;
    constexpr double much_skewness = 1.0;
    return comparison.units < enough_units && comparison.skewness &&
           std::abs(*comparison.skewness) > much_skewness;
}

Analysis analyse(const StudyResults& results) {
    expect_no_failures(results);
    const detail::Samples samples{results};
    expects(samples.cohort_years() > 0.0,
            "a study runs for more than a year after the policy starts");
    Analysis analysis;
    analysis.study = results.study;
    analysis.results_digest = results.digest;
    analysis.reference = samples.reference();
    analysis.years = samples.years();
    analysis.cohort_years = samples.cohort_years();
    for (const auto group : analysis_groups) {
        analysis.replications[static_cast<std::size_t>(group)] =
            samples.replications_in({0, samples.reference()}, group);
    }
    analysis.cohort_per_year = cohort_per_year(samples);
    analysis.comparisons = detail::comparisons(samples, analysis.cohort_per_year);
    analysis.same_courses = detail::same_courses(samples);
    analysis.expectation_checks = detail::check_expectations(analysis.study, analysis.comparisons);
    analysis.effect_curves = detail::effect_curves(samples);
    analysis.states = detail::state_shares(samples);
    analysis.incidence = detail::first_contact_incidence(samples);
    analysis.cascades = detail::cascades(samples);
    analysis.retention = detail::service_retention(samples);
    analysis.tracks = detail::admission_tracks(samples);
    analysis.use = detail::use_outcomes(samples);
    analysis.reimprisonment = detail::reimprisonment(samples);
    analysis.bases = detail::bases(analysis.study.parameters);
    analysis.families = detail::family_outcomes(samples);
    analysis.other_clients = detail::other_clients_served(samples);
    analysis.waits = detail::wait_summaries(samples);
    analysis.hours = detail::hours(samples);
    analysis.extra_hours = detail::extra_hours(samples);
    analysis.hours_used = detail::hours_used(samples);
    analysis.upsets = detail::upsets(samples);
    analysis.understanding = detail::understanding(samples);
    analysis.pathways = detail::pathway_indicators(samples);
    analysis.subgroups = detail::support_by_subgroup(samples);
    return analysis;
}

const Comparison& find_comparison(const Analysis& analysis,
                                  std::size_t reading,
                                  std::size_t scenario,
                                  Outcome outcome,
                                  AnalysisGroup group) {
    const auto found = std::ranges::find_if(analysis.comparisons, [&](const Comparison& row) {
        return row.reading == reading && row.scenario == scenario && row.outcome == outcome &&
               row.group == group;
    });
    expects(found != analysis.comparisons.end(), "the comparison is part of the analysis");
    return *found;
}

} // namespace tsunagi
