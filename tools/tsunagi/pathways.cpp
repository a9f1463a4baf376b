#include "engine/experiment/pathways.hpp"

#include "outputs/pathways/pathway_json.hpp"
#include "outputs/pathways/pathway_text.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/describe.hpp"
#include "tools/tsunagi/each_replication.hpp"
#include "tools/tsunagi/run_finder.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi::program {

namespace {

/// The study's runs that the user asks for; nothing where they are named in vain, which is told.
std::optional<RunChoice>
find_runs(const Session& session, const PathwayOptions& options, const Study& study) {
    RunFinder finder{options.study, study};
    RunChoice run;
    run.scenario = options.scenario ? finder.scenario({"--scenario", *options.scenario})
                                    : study.experiment.reference;
    run.reading = finder.reading(options.reading);
    if (!finder.faults().empty()) {
        tell_faults(session, finder.faults());
        return std::nullopt;
    }
    return run;
}

PathwayTitle title_of(const Study& study, const RunChoice& run, Duration standard) {
    const auto& experiment = study.experiment;
    const auto described = describe(study);
    const auto& scenario = described.scenarios[run.scenario];
    const auto& reading = described.readings[run.reading];
    PathwayTitle title{.study = study.text.name,
                       .scenario = {.id = scenario.name, .label = scenario.label},
                       .reading = {.id = reading.name, .label = reading.label},
                       .forced_link = reading.forced_link,
                       .replications_per_draw = std::nullopt,
                       .policy_start = experiment.policy_start,
                       .horizon = experiment.horizon,
                       .standard = standard,
                       .municipalities = {}};
    if (reading.link == DescribedReading::LinkSource::priors) {
        title.replications_per_draw = experiment.replications_per_draw;
    }
    const auto& centre = experiment.region.agencies[experiment.region.centre];
    const auto& minutes = centre.minutes_from_municipality;
    for (std::size_t row = 0; row < described.municipalities.size(); ++row) {
        const auto& here = described.municipalities[row];
        title.municipalities.push_back(
            {.id = here.id,
             .name = here.name,
             .minutes = row < minutes.size() ? std::optional{minutes[row]} : std::nullopt});
    }
    return title;
}

} // namespace

Status pathways(const Session& session, const PathwayOptions& options) {
    auto study = load_study(options.study);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    tell_warnings(session, study.warnings);
    auto run = find_runs(session, options, *study.value);
    if (!run) {
        return Status::bad_input;
    }
    stop_on_signals();
    auto& experiment = study.value->experiment;
    experiment.replications = options.replications.value_or(experiment.replications);
    const Duration standard = std::chrono::days{options.standard_days};
    const PreparedExperiment prepared{experiment};
    Progress progress{session, experiment.replications};
    const auto tried =
        try_each<PathwayCounts>({.number = experiment.replications, .threads = options.threads},
                                progress,
                                [&](std::int64_t replication) {
                                    const RunChoice one{.reading = run->reading,
                                                        .scenario = run->scenario,
                                                        .replication = replication};
                                    return count_pathways(prepared, one, standard);
                                });
    progress.finish();
    if (stop_requested_by_signal()) {
        tell(session, "cli.patterns_stopped");
        return Status::stopped;
    }
    const auto runs = results_of(tried);
    if (!runs) {
        tell_failures(session, tried);
        return Status::failed;
    }
    const auto report = report_pathways(title_of(*study.value, *run, standard), *runs);
    print(options.form == Form::json
              ? pathway_json(report, Messages{Language::en}, Messages{Language::ja}).dump(2) + "\n"
              : pathway_text(report, session.words));
    return Status::done;
}

} // namespace tsunagi::program
