#include "engine/execution/for_each_slot.hpp"
#include "engine/execution/run_block.hpp"
#include "outputs/store/disk.hpp"
#include "outputs/store/results_directory.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/describe.hpp"
#include "tools/tsunagi/memory_need.hpp"
#include "tools/tsunagi/progress.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>
#include <system_error>
#include <vector>

namespace tsunagi::program {

namespace {

/// "results/" and "results" are one directory, and only the second can be renamed or added to.
std::string without_trailing_slash(const std::string& directory) {
    const std::filesystem::path path{directory};
    return path.has_filename() ? directory : path.parent_path().string();
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
    rename_file(directory, aside);
    tell(session, "cli.set_aside", {{"directory", directory.string()}, {"aside", aside.string()}});
}

// Results of ours that are there and with which this study cannot go on.
bool is_of_old_results(std::string_view message_id) {
    constexpr std::array<std::string_view, 3> ids{
        "store.other_study", "store.manifest_of_other_version", "store.damaged_manifest"};
    return std::find(ids.begin(), ids.end(), message_id) != ids.end();
}

ResultsDirectory
open_directory(const Session& session, const RunOptions& options, const Study& study) {
    const auto description = describe(study);
    try {
        return ResultsDirectory::open_or_create(
            options.directory, description, replications_per_block);
    } catch (const StoreError& error) {
        if (options.old_results == RunOptions::OldResults::refuse ||
            !is_of_old_results(error.message_id())) {
            throw;
        }
    }
    set_aside(session, options.directory);
    return ResultsDirectory::open_or_create(options.directory, description, replications_per_block);
}

/// Whether nothing of the study is left to run in this lane.
bool is_finished(const RunOptions& options, const Study& study) {
    try {
        const auto results = ResultsDirectory::open(options.directory);
        const auto blocks = results.survey();
        return results.digest() == study_digest(describe(study)) &&
               std::all_of(blocks.begin(), blocks.end(), [&](const BlockReport& report) {
                   return report.state == BlockState::done ||
                          results.number(report.block) % options.shard.lanes != options.shard.lane;
               });
    } catch (const StoreError&) {
        return false; // there are none yet, or none with which the study can go on
    }
}

/// Keeps what becomes of the blocks that this call runs.
class BlockKeeper final : public BlockListener {
public:
    BlockKeeper(const Session& session,
                Progress& progress,
                ResultsDirectory& directory,
                std::span<const ReplicationBlock> blocks,
                std::size_t runs)
        : session_{session}, progress_{progress},
          directory_{directory}, blocks_{blocks}, runs_{runs} {}

    void block_begun(std::size_t block) override {
        directory_.log({.event = "start", .block = blocks_[block], .details = {}});
    }

    void block_over(std::size_t number, std::vector<ReplicationOutcome> outcomes) override {
        const auto& block = blocks_[number];
        const bool whole = std::none_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) {
            return outcome.state == ReplicationOutcome::State::not_run;
        });
        if (!whole) {
            directory_.log({.event = "stopped", .block = block, .details = {}});
            return;
        }
        for (std::size_t slot = 0; slot < outcomes.size(); ++slot) {
            if (outcomes[slot].state == ReplicationOutcome::State::failed) {
                tell_failure(
                    block, block.first + static_cast<std::int64_t>(slot), outcomes[slot].failure);
            }
        }
        directory_.write_block(block_results(block, outcomes, runs_));
        directory_.log({.event = "done", .block = block, .details = {}});
        ++kept_;
    }

    bool kept_all() const { return kept_ == blocks_.size(); }

private:
    void tell_failure(const ReplicationBlock& block,
                      std::int64_t replication,
                      const std::string& reason) {
        progress_.finish();
        const Messages::Arguments details{{"replication", std::to_string(replication)},
                                          {"reason", reason}};
        tell(session_, "cli.replication_failed", details);
        directory_.log({.event = "failed", .block = block, .details = details});
    }

    const Session& session_;
    Progress& progress_;
    ResultsDirectory& directory_;
    std::span<const ReplicationBlock> blocks_;
    std::size_t runs_;
    std::size_t kept_ = 0;
};

class StudyRun {
public:
    StudyRun(const Session& session, const RunOptions& options, const Study& study)
        : session_{session}, options_{options}, prepared_{study.experiment},
          directory_{open_directory(session, options, study)} {}

    Status work() {
        stop_on_signals();
        const auto blocks = own_missing_blocks();
        std::vector<ReplicationRange> ranges;
        std::int64_t replications = 0;
        for (const auto& block : blocks) {
            ranges.push_back({block.first, block.count});
            replications += block.count;
        }
        const auto& experiment = prepared_.experiment();
        const auto runs = experiment.readings.size() * experiment.scenarios.size();
        Progress progress{session_, replications};
        BlockKeeper keeper{session_, progress, directory_, blocks, runs};
        run_blocks(prepared_, ranges, options_.threads, progress, keeper);
        progress.finish();
        if (!keeper.kept_all()) {
            tell(session_, "cli.stopped", {{"directory", options_.directory}});
            return Status::stopped;
        }
        return close();
    }

private:
    // A lane's blocks are fixed by their numbers, whatever is missing when it starts: lanes that
    // start at different times meet nowhere and leave nothing out.
    std::vector<ReplicationBlock> own_missing_blocks() {
        const auto is_own = [&](const ReplicationBlock& block) {
            return directory_.number(block) % options_.shard.lanes == options_.shard.lane;
        };
        auto blocks = directory_.missing_blocks(is_own);
        if (blocks.empty()) {
            tell(session_, "cli.nothing_missing", {{"directory", options_.directory}});
        }
        std::erase_if(blocks, std::not_fn(is_own));
        return blocks;
    }

    // The lane that finds every block there merges them. Failed runs are counted in the files, so
    // that a later call tells them too.
    Status close() {
        bool complete = true;
        std::int64_t failed = 0;
        for (const auto& block : directory_.survey()) {
            complete = complete && block.state == BlockState::done;
            failed += block.failed_runs;
        }
        if (complete) {
            directory_.merge();
            tell(session_, "cli.merged", {{"file", directory_.results_path().string()}});
        } else {
            tell(session_, "cli.other_lanes", {{"directory", options_.directory}});
        }
        if (failed > 0) {
            tell_failed_runs(session_, options_.directory, failed);
        }
        return failed > 0 ? Status::failed : Status::done;
    }

    const Session& session_;
    const RunOptions& options_;
    PreparedExperiment prepared_;
    ResultsDirectory directory_;
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
        tell(session, "cli.nothing_written");
        return Status::bad_input;
    }
    tell_warnings(session, study.warnings);
    auto tidy = options;
    tidy.directory = without_trailing_slash(options.directory);
    if (!options.beyond_memory) {
        const auto need = memory_need(*study.value);
        const auto threads = threads_at_work(need.most_threads, options.threads);
        if (!fits(need, threads) && !is_finished(tidy, *study.value)) {
            refuse_too_large(session, options.study, need, threads);
            tell(session, "cli.nothing_written");
            return Status::bad_input;
        }
    }
    return StudyRun{session, tidy, *study.value}.work();
}

} // namespace tsunagi::program
