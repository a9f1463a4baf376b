#include "engine/experiment/patterns.hpp"

#include "engine/execution/for_each_slot.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/each_replication.hpp"
#include "tools/tsunagi/pattern_forms.hpp"
#include "tools/tsunagi/progress.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <optional>
#include <utility>

namespace tsunagi::program {

namespace {

std::vector<Tried<Sums>>
count_group(const PatternGroup& group, const PatternOptions& options, RunMonitor& monitor) {
    const PreparedExperiment prepared{group.experiment};
    return try_each<Sums>(
        {.number = options.replications, .threads = options.threads},
        monitor,
        [&](std::int64_t replication) { return group.count(prepared, replication); });
}

/// Rows of all patterns that are seen in runs; nothing if a replication failed, which is told, or
/// was not run.
std::optional<std::vector<PatternRow>>
run_groups(const Session& session, const Experiment& study, const PatternOptions& options) {
    const auto groups = pattern_groups(study, options.replications);
    Progress progress{session, std::ssize(groups) * options.replications};
    std::vector<PatternRow> rows;
    for (const auto& group : groups) {
        const auto counted = count_group(group, options, progress);
        const auto sums = results_of(counted);
        if (!sums) {
            progress.finish();
            tell_failures(session, counted);
            return std::nullopt;
        }
        const auto more = group.rows(*sums);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    progress.finish();
    return rows;
}

/// Rows of the patterns that are seen on regions without lives; nothing if it was stopped.
std::optional<std::vector<PatternRow>> run_survey(const Experiment& study,
                                                  const PatternOptions& options) {
    auto experiment = study;
    experiment.replications = options.regions;
    const PreparedExperiment prepared{experiment};
    std::vector<std::vector<LinkGroup>> regions(static_cast<std::size_t>(options.regions));
    const auto draw_links = [&](std::int64_t draw) {
        if (stop_requested_by_signal()) {
            return;
        }
        regions[static_cast<std::size_t>(draw)] = links_on_31_march(prepared, draw);
    };
    for_each_slot(options.regions, draw_links, options.threads);
    return stop_requested_by_signal() ? std::nullopt
                                      : std::optional{survey_patterns(study.region, regions)};
}

} // namespace

Status patterns(const Session& session, const PatternOptions& options) {
    const auto study = load_study(options.study);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    tell_warnings(session, study.warnings);
    stop_on_signals();
    const auto& experiment = study.value->experiment;
    auto rows = run_groups(session, experiment, options);
    const auto survey = rows ? run_survey(experiment, options) : std::nullopt;
    if (stop_requested_by_signal()) {
        tell(session, "cli.patterns_stopped");
        return Status::stopped;
    }
    if (!rows || !survey) {
        return Status::failed; // each failure is told
    }
    for (const auto& more :
         {wait_patterns(experiment.parameters), tie_patterns(experiment), *survey}) {
        rows->insert(rows->end(), more.begin(), more.end());
    }
    sort_by_pattern(*rows);
    print(options.form == Form::json
              ? pattern_json({study.value->text.name, experiment, options}, *rows)
              : pattern_text(session.words, *rows));
    return Status::done;
}

} // namespace tsunagi::program
