#include "engine/experiment/patterns.hpp"

#include "engine/execution/run_block.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/progress.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tsunagi::program {

namespace {

std::vector<ReplicationResult>
run_chain(const Session& session, const Experiment& study, const PatternOptions& options) {
    const auto experiment = chain_pattern_experiment(study, options.replications);
    const PreparedExperiment prepared{experiment};
    Progress progress{session, options.replications};
    auto outcomes =
        run_replications(prepared, {0, options.replications}, options.threads, progress);
    progress.finish();
    std::vector<ReplicationResult> results;
    for (auto& outcome : outcomes) {
        if (outcome.state == ReplicationOutcome::State::done) {
            results.push_back(std::move(outcome.result));
        } else if (outcome.state == ReplicationOutcome::State::failed) {
            const auto replication = std::to_string(&outcome - outcomes.data());
            tell(session,
                 "cli.replication_failed",
                 {{"replication", replication}, {"reason", outcome.failure}});
        }
    }
    return results;
}

std::vector<PatternRow> run_survey(const Experiment& study, const PatternOptions& options) {
    auto experiment = study;
    experiment.replications = options.regions;
    const PreparedExperiment prepared{experiment};
    std::vector<std::vector<LinkGroup>> regions(static_cast<std::size_t>(options.regions));
    const auto draw_links = [&](std::int64_t draw) {
        regions[static_cast<std::size_t>(draw)] = links_on_31_march(prepared, draw);
    };
    for_each_slot(options.regions, draw_links, options.threads);
    return survey_patterns(study.region, regions);
}

std::string verdict(const Session& session, const PatternRow& row) {
    return session.words.text(row.verdict() == PatternRow::Verdict::pass ? "cli.pass" : "cli.miss");
}

std::string text_of(const Session& session, const std::vector<PatternRow>& rows) {
    std::string text;
    for (const auto& row : rows) {
        const auto interval =
            row.lower ? fmt::format(" [{:.3f}, {:.3f}]", *row.lower, *row.upper) : std::string{};
        const auto n = row.n > 0 ? std::to_string(row.n) : session.words.text("cli.formula");
        text += fmt::format("{:<4} {}: {}\n",
                            row.pattern,
                            session.words.text(std::string{row.measure}),
                            session.words.text("cli.pattern_value",
                                               {{"value", fmt::format("{:.3f}", row.value)},
                                                {"interval", interval},
                                                {"n", n},
                                                {"lower", fmt::format("{:.3f}", row.band_lower)},
                                                {"upper", fmt::format("{:.3f}", row.band_upper)},
                                                {"verdict", verdict(session, row)}}));
    }
    std::string missing;
    for (const auto pattern : patterns_not_built()) {
        missing += (missing.empty() ? "" : ", ") + std::string{pattern};
    }
    return text + session.words.text("cli.patterns_not_built", {{"patterns", missing}}) + "\n";
}

std::string json_of(const std::vector<PatternRow>& rows) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& row : rows) {
        list.push_back({{"pattern", row.pattern},
                        {"measure", row.measure},
                        {"n", row.n},
                        {"value", row.value},
                        {"lower", row.lower ? nlohmann::ordered_json(*row.lower) : nullptr},
                        {"upper", row.upper ? nlohmann::ordered_json(*row.upper) : nullptr},
                        {"band", {row.band_lower, row.band_upper}},
                        {"pass", row.verdict() == PatternRow::Verdict::pass}});
    }
    const auto missing = patterns_not_built();
    const nlohmann::ordered_json json{{"patterns", list},
                                      {"not_built", std::vector(missing.begin(), missing.end())}};
    return json.dump(2) + "\n";
}

} // namespace

Status patterns(const Session& session, const PatternOptions& options) {
    const auto study = load_study(options.study);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    stop_on_signals();
    const auto& experiment = study.value->experiment;
    const auto runs = run_chain(session, experiment, options);
    if (stop_requested_by_signal()) {
        tell(session, "cli.patterns_stopped");
        return Status::stopped;
    }
    if (static_cast<std::int64_t>(runs.size()) < options.replications) {
        return Status::failed; // each failure is told
    }
    auto rows = chain_patterns(runs);
    for (const auto& more : {wait_patterns(experiment.parameters),
                             tie_patterns(experiment),
                             run_survey(experiment, options)}) {
        rows.insert(rows.end(), more.begin(), more.end());
    }
    print(options.form == Form::json ? json_of(rows) : text_of(session, rows));
    return Status::done;
}

} // namespace tsunagi::program
