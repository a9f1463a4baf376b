#include "engine/execution/run_block.hpp"
#include "outputs/store/results_directory.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/describe.hpp"
#include "tools/tsunagi/progress.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace tsunagi::program {

namespace {

// A block is what a killed run loses: seconds of work here.
constexpr std::int64_t replications_per_block = 20;

std::vector<ReplicationBlock> blocks_of_lane(const std::vector<ReplicationBlock>& missing,
                                             Shard shard) {
    std::vector<ReplicationBlock> mine;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (static_cast<std::int64_t>(i) % shard.lanes == shard.lane) {
            mine.push_back(missing[i]);
        }
    }
    return mine;
}

/// One block as the store takes it: [reading][scenario][replication of the block].
BlockResults block_results(const ReplicationBlock& block,
                           const std::vector<ReplicationOutcome>& outcomes,
                           std::size_t runs) {
    BlockResults results{.block = block, .runs = {}, .states = {}};
    for (std::size_t run = 0; run < runs; ++run) {
        for (const auto& outcome : outcomes) {
            const bool done = outcome.state == ReplicationOutcome::State::done;
            results.runs.push_back(done ? outcome.result.at(run) : RunResult{});
            results.states.push_back(done ? RunState::completed : RunState::failed);
        }
    }
    return results;
}

void set_aside(const Session& session, const std::filesystem::path& directory) {
    std::filesystem::path aside;
    int number = 0;
    do {
        aside = directory;
        aside += "." + std::to_string(++number);
    } while (std::filesystem::exists(aside));
    std::filesystem::rename(directory, aside);
    tell(session, "cli.set_aside", {{"directory", directory.string()}, {"aside", aside.string()}});
}

ResultsDirectory
open_directory(const Session& session, const RunOptions& options, const Study& study) {
    const auto description = describe(study);
    try {
        return ResultsDirectory::open_or_create(
            options.directory, description, replications_per_block);
    } catch (const IoError& error) {
        if (options.old_results == RunOptions::OldResults::refuse ||
            error.message_id() != "store.other_study") {
            throw;
        }
    }
    set_aside(session, options.directory);
    return ResultsDirectory::open_or_create(options.directory, description, replications_per_block);
}

class StudyRun {
public:
    StudyRun(const Session& session, const RunOptions& options, const Study& study)
        : session_{session}, options_{options}, prepared_{study.experiment},
          directory_{open_directory(session, options, study)} {}

    Status work() {
        stop_on_signals();
        const auto blocks = blocks_of_lane(directory_.missing_blocks(), options_.shard);
        if (blocks.empty()) {
            tell(session_, "cli.nothing_missing", {{"directory", options_.directory}});
        }
        std::int64_t replications = 0;
        for (const auto& block : blocks) {
            replications += block.count;
        }
        Progress progress{session_, replications};
        for (const auto& block : blocks) {
            if (run_block(block, progress) == Status::stopped) {
                progress.finish();
                tell(session_, "cli.stopped", {{"directory", options_.directory}});
                return Status::stopped;
            }
        }
        progress.finish();
        return close();
    }

private:
    Status run_block(const ReplicationBlock& block, Progress& progress) {
        directory_.log({.event = "start", .block = block, .details = {}});
        const auto outcomes =
            run_replications(prepared_, block.first, block.count, options_.threads, progress);
        const auto in_state = [&](ReplicationOutcome::State state) {
            return std::any_of(outcomes.begin(), outcomes.end(), [state](const auto& outcome) {
                return outcome.state == state;
            });
        };
        if (in_state(ReplicationOutcome::State::not_run)) {
            directory_.log({.event = "stopped", .block = block, .details = {}});
            return Status::stopped;
        }
        for (std::size_t slot = 0; slot < outcomes.size(); ++slot) {
            if (outcomes[slot].state == ReplicationOutcome::State::failed) {
                const auto replication =
                    std::to_string(block.first + static_cast<std::int64_t>(slot));
                tell(session_,
                     "cli.replication_failed",
                     {{"replication", replication}, {"reason", outcomes[slot].failure}});
                directory_.log({.event = "failed",
                                .block = block,
                                .details = {{"replication", replication},
                                            {"reason", outcomes[slot].failure}}});
                failed_ = true;
            }
        }
        const auto& experiment = prepared_.experiment();
        directory_.write_block(block_results(
            block, outcomes, experiment.readings.size() * experiment.scenarios.size()));
        directory_.log({.event = "done", .block = block, .details = {}});
        return Status::done;
    }

    // The lane that finds every block there merges them.
    Status close() {
        if (!directory_.missing_blocks().empty()) {
            tell(session_, "cli.other_lanes", {{"directory", options_.directory}});
            return Status::done;
        }
        directory_.merge();
        tell(session_, "cli.merged", {{"file", directory_.results_path().string()}});
        return failed_ ? Status::failed : Status::done;
    }

    const Session& session_;
    const RunOptions& options_;
    PreparedExperiment prepared_;
    ResultsDirectory directory_;
    bool failed_ = false;
};

} // namespace

std::optional<Shard> parse_shard(const std::string& text) {
    Shard shard;
    const auto* end = text.data() + text.size();
    const auto lane = std::from_chars(text.data(), end, shard.lane);
    if (lane.ec != std::errc{} || lane.ptr == end || *lane.ptr != '/') {
        return std::nullopt;
    }
    const auto lanes = std::from_chars(lane.ptr + 1, end, shard.lanes);
    const bool valid = lanes.ec == std::errc{} && lanes.ptr == end && shard.lanes >= 1 &&
                       shard.lane >= 0 && shard.lane < shard.lanes;
    return valid ? std::optional{shard} : std::nullopt;
}

Status run(const Session& session, const RunOptions& options) {
    const auto study = load_study(options.study);
    if (!study.value) {
        tell_faults(session, study.faults);
        return Status::bad_input;
    }
    return StudyRun{session, options, *study.value}.work();
}

} // namespace tsunagi::program
