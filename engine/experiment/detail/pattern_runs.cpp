#include "engine/experiment/detail/pattern_runs.hpp"

#include <utility>

namespace tsunagi::detail {

Reading stated_reading() {
    return {.structure_weight = std::nullopt,
            .switch_on = std::nullopt,
            .scale = 1.0,
            .draw = Reading::LinkDraw::as_stated,
            .forced_link = std::nullopt};
}

SimTime years_after(SimTime first_of_april, int years) {
    auto date = first_of_april;
    for (int year = 0; year < years; ++year) {
        date = next_first_of_april(date);
    }
    return date;
}

Experiment reference_alone(const Experiment& study) {
    auto experiment = study;
    experiment.scenarios = {study.scenarios.at(study.reference)};
    experiment.reference = 0;
    experiment.readings = {stated_reading()};
    experiment.horizon = years_after(experiment.policy_start, 5);
    return experiment;
}

Experiment without_care(const Experiment& study) {
    auto experiment = reference_alone(study);
    experiment.run_start = at_date(fiscal_year_start(experiment.policy_start - Duration{1}));
    experiment.region.referrals.clear();
    auto& parameters = experiment.parameters;
    parameters.attributes.in_care = 0.0;
    parameters.attributes.known = 0.0;
    parameters.admission.base = -1000.0; // nobody agrees to enter a residence
    parameters.ways_in = {};
    parameters.family.call_per_year = 0.0;
    parameters.family.entry_per_year = 0.0;
    parameters.medical.consultation_per_month = 0.0;
    parameters.use.admission_per_year = {};
    parameters.intake.background_persons_per_year = 0.0;
    parameters.intake.background_families_per_year = 0.0;
    parameters.intake.background_outpatients_per_year = 0.0;
    parameters.intake.background_residents_per_year = 0.0;
    return experiment;
}

void leave_only_use(Parameters& parameters) {
    parameters.use.other_arrest_per_year = 0.0;
    parameters.use.death_per_year = 0.0;
    parameters.use.death_regular_per_year = 0.0;
    parameters.use.move_per_year = 0.0;
    parameters.supervision.technical_revocation_per_year = 0.0;
}

std::function<Sums(const PreparedExperiment&, std::int64_t)> counted(CountRuns count) {
    return
        [count = std::move(count)](const PreparedExperiment& prepared, std::int64_t replication) {
            return count(replicate(prepared, replication));
        };
}

std::function<Sums(const PreparedExperiment&, std::int64_t)>
of_single_run(Sums (*count)(const RunResult&)) {
    return counted([count](const ReplicationResult& runs) { return count(runs.front()); });
}

PatternGroup group_of(Experiment experiment,
                      std::function<Sums(const PreparedExperiment&, std::int64_t)> count,
                      std::vector<SumsPart> parts) {
    return {.experiment = std::move(experiment),
            .count = std::move(count),
            .rows = [parts = std::move(parts)](std::span<const Sums> replications) {
                return rows_of(parts, replications);
            }};
}

std::int64_t count_in(const RunResult& run, Count count) {
    std::int64_t all = 0;
    for (const auto& group : run.by_group) {
        all += group.at(static_cast<std::size_t>(count));
    }
    return all;
}

std::int64_t count_at(const RunResult& run, Level level, Count count) {
    return run.by_level.at(static_cast<std::size_t>(level)).at(static_cast<std::size_t>(count));
}

} // namespace tsunagi::detail
