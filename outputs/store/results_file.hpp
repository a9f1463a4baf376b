#pragma once

#include "outputs/store/study_results.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tsunagi {

/// Which runs a shard holds: the replications [first, first + count) of every scenario and reading.
struct ReplicationBlock {
    std::int64_t first{};
    std::int64_t count{};
    friend bool operator==(const ReplicationBlock&, const ReplicationBlock&) = default;
};

/// What a shard must be to count: of this study, this block, this shape.
struct ShardIdentity {
    std::string study_digest;
    ReplicationBlock block;
    RunShape shape;
};

/// Bytes of a shard: a function of its arguments alone.
std::vector<std::byte> shard_bytes(const ShardIdentity& identity, const RunTable& runs);

/// Reads a shard back.
/// @param path  for messages only
/// @throws DamagedResults if the seal is broken, ids differ or a dataset is missing or foreign
RunTable read_shard(std::span<const std::byte> bytes,
                    const ShardIdentity& expected,
                    const std::filesystem::path& path);

/// Bytes of the merged results file: a function of its arguments alone, so two runs of one study
/// are equal under cmp.
std::vector<std::byte> results_bytes(const StudyDescription& study, const RunTable& runs);

/// Reads a merged results file, layout schema.hpp. Another major version is refused, a newer minor
/// is read as far as known.
/// @throws IoError "store.other_version", "store.cannot_read"; DamagedResults
StudyResults read_results(const std::filesystem::path& path);

} // namespace tsunagi
