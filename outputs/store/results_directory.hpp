#pragma once

#include "engine/observation/metrics.hpp"
#include "outputs/store/errors.hpp"
#include "outputs/store/manifest.hpp"
#include "outputs/store/results_file.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi {

/// Finished runs of one block, as the engine hands them over.
struct BlockResults {
    ReplicationBlock block;
    std::vector<RunResult>
        runs; ///< [reading][scenario][replication of the block]; of a failed run any value
    std::vector<RunState> states; ///< as runs
};

/// What is known of a block. Its shard alone says so: not a scheduler, not a log, not that a file
/// exists.
enum class BlockState : std::uint8_t { done, missing, damaged };

/// A block and what its shard says.
struct BlockReport {
    ReplicationBlock block;
    BlockState state{};
    std::int64_t failed_runs{}; ///< of a block that is done
};

/// One event of a run, for attempts.jsonl.
struct AttemptRecord {
    std::string event; ///< "start", "done", "stopped", "failed", "merged" or "set aside"
    std::optional<ReplicationBlock> block;
    std::vector<std::pair<std::string, std::string>> details; ///< more keys and values
};

/// A directory of results:
///
///     manifest.json            what the study is, written once
///     shards/000/b0000000.h5   one block each, at most 1000 in a directory
///     results.h5               all blocks merged
///     attempts.jsonl           when, where and how it was run; nothing volatile stands anywhere
///     else
///
/// Every file appears wholly or not at all, and several processes may work in one directory at a
/// time. What is not ours is never touched, and a damaged shard is set aside, not removed.
class ResultsDirectory {
public:
    /// Opens the directory of exactly this study, or makes it. An existing one keeps its block
    /// size.
    /// @param block_size  replications per shard, >= 1
    /// @throws IoError "store.foreign_files", "store.foreign_manifest", "store.other_study",
    ///         "store.manifest_of_other_version", "store.not_a_directory", "store.cannot_read",
    ///         "store.disk_full", "store.cannot_write"; DamagedResults "store.damaged_manifest"
    static ResultsDirectory open_or_create(const std::filesystem::path& path,
                                           const StudyDescription& study,
                                           std::int64_t block_size);
    /// Opens a directory whose study the caller does not know.
    /// @throws as open_or_create; IoError "store.no_results" if there is no manifest
    static ResultsDirectory open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    const StudyDescription& study() const { return manifest_.study; }
    const std::string& digest() const { return digest_; }
    std::filesystem::path results_path() const;

    /// All blocks, in order of replication.
    std::vector<ReplicationBlock> blocks() const;
    /// Place of a block among all blocks, from 0.
    std::int64_t number(const ReplicationBlock& block) const;
    /// Reads the shard of every block and verifies it, in order of replication.
    std::vector<BlockReport> survey() const;
    /// Blocks without a valid shard. A damaged shard of the caller's own blocks is renamed to
    /// `<name>.broken-N` first and logged; those of others are theirs to set aside.
    std::vector<ReplicationBlock>
    missing_blocks(const std::function<bool(const ReplicationBlock&)>& is_own);

    /// Publishes one finished block. A block that is there already is replaced by the same bytes.
    /// @throws IoError; then nothing has changed
    void write_block(const BlockResults& results);
    /// Merges all shards into results.h5, the same bytes for any block size and order of work.
    /// @return how many runs failed
    /// @throws IncompleteResults "store.blocks_missing"; DamagedResults; IoError
    std::int64_t merge();
    /// The merged results.
    /// @throws IncompleteResults "store.not_merged"; DamagedResults, also if they are of another
    /// study; IoError
    StudyResults read() const;

    /// Appends one line to attempts.jsonl with time, host, process and batch job.
    /// @throws IoError
    void log(const AttemptRecord& attempt) const;

private:
    ResultsDirectory(std::filesystem::path path, Manifest manifest);

    std::filesystem::path shard_path(const ReplicationBlock& block) const;
    ShardIdentity identity(const ReplicationBlock& block) const;
    RunTable read_block(const ReplicationBlock& block) const;
    BlockReport report(const ReplicationBlock& block) const;
    void set_aside(const ReplicationBlock& block);

    std::filesystem::path path_;
    Manifest manifest_;
    std::string digest_;
};

} // namespace tsunagi
