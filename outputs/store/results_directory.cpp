#include "outputs/store/results_directory.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/detail/attempt_line.hpp"
#include "outputs/store/detail/disk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace tsunagi {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t shards_per_directory = 1000;

fs::path manifest_path(const fs::path& directory) {
    return directory / "manifest.json";
}

/// Makes an empty directory, or accepts one in which nothing but unfinished files of ours lies.
void expect_free(const fs::path& directory) {
    std::error_code error;
    if (fs::exists(directory, error) && !fs::is_directory(directory, error)) {
        throw IoError{"store.not_a_directory", {{"path", directory.string()}}};
    }
    detail::create_directories(directory);
    fs::directory_iterator entries{directory, error};
    if (error) {
        throw IoError{"store.cannot_read",
                      {{"path", directory.string()}, {"reason", error.message()}}};
    }
    for (const auto& entry : entries) {
        if (!detail::is_temporary(entry.path())) {
            throw IoError{
                "store.foreign_files",
                {{"path", directory.string()}, {"example", entry.path().filename().string()}}};
        }
    }
}

Manifest read_manifest(const fs::path& directory) {
    const auto path = manifest_path(directory);
    const auto bytes = detail::read_file(path);
    try {
        return parse_manifest({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } catch (const ManifestFault fault) {
        const StoreError::Arguments where{{"path", path.string()}};
        switch (fault) {
        case ManifestFault::foreign:
            throw IoError{"store.foreign_manifest", where};
        case ManifestFault::other_version:
            throw IoError{"store.manifest_of_other_version", where};
        case ManifestFault::damaged:
            break;
        }
        throw DamagedResults{"store.damaged_manifest", where};
    }
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

RunTable tabulate(const BlockResults& results, const RunShape& shape) {
    expects(results.runs.size() == shape.runs(), "a block holds every scenario and reading");
    expects(results.states.size() == shape.runs(), "a block tells how each run ended");
    RunTable table{shape};
    std::size_t run = 0;
    for (std::size_t reading = 0; reading < shape.readings; ++reading) {
        for (std::size_t scenario = 0; scenario < shape.scenarios; ++scenario) {
            for (std::size_t replication = 0; replication < shape.replications; ++replication) {
                const RunIndex index{reading, scenario, replication};
                if (results.states[run] == RunState::completed) {
                    table.put(index, results.runs[run]);
                } else {
                    table.put_failure(index);
                }
                ++run;
            }
        }
    }
    return table;
}

} // namespace

ResultsDirectory::ResultsDirectory(fs::path path, Manifest manifest)
    : path_{std::move(path)}, manifest_{std::move(manifest)}, digest_{
                                                                  study_digest(manifest_.study)} {}

ResultsDirectory ResultsDirectory::open_or_create(const fs::path& path,
                                                  const StudyDescription& study,
                                                  std::int64_t block_size) {
    check(study);
    expects(block_size >= 1, "a block holds replications");
    if (!is_there(manifest_path(path))) {
        expect_free(path);
        const auto text = manifest_text({.study = study, .block_size = block_size});
        detail::publish_file(manifest_path(path), std::as_bytes(std::span{text}));
    }
    auto manifest = read_manifest(path);
    if (study_digest(manifest.study) != study_digest(study)) {
        throw IoError{"store.other_study",
                      {{"path", path.string()}, {"study", manifest.study.facts.name}}};
    }
    return {path, std::move(manifest)};
}

ResultsDirectory ResultsDirectory::open(const fs::path& path) {
    if (!is_there(manifest_path(path))) {
        throw IoError{"store.no_results", {{"path", path.string()}}};
    }
    return {path, read_manifest(path)};
}

fs::path ResultsDirectory::results_path() const {
    return path_ / "results.h5";
}

std::vector<ReplicationBlock> ResultsDirectory::blocks() const {
    std::vector<ReplicationBlock> blocks;
    const auto total = study().facts.replications;
    for (std::int64_t first = 0; first < total; first += manifest_.block_size) {
        blocks.push_back({.first = first, .count = std::min(manifest_.block_size, total - first)});
    }
    return blocks;
}

fs::path ResultsDirectory::shard_path(const ReplicationBlock& block) const {
    const auto number = block.first / manifest_.block_size;
    return path_ / "shards" / fmt::format("{:03}", number / shards_per_directory) /
           fmt::format("b{:07}.h5", number);
}

ShardIdentity ResultsDirectory::identity(const ReplicationBlock& block) const {
    auto shape = shape_of(study());
    shape.replications = static_cast<std::size_t>(block.count);
    return {.study_digest = digest_, .block = block, .shape = shape};
}

RunTable ResultsDirectory::read_block(const ReplicationBlock& block) const {
    const auto path = shard_path(block);
    return read_shard(detail::read_file(path), identity(block), path);
}

BlockState ResultsDirectory::state(const ReplicationBlock& block) const {
    if (!is_there(shard_path(block))) {
        return BlockState::missing;
    }
    try {
        static_cast<void>(read_block(block));
        return BlockState::done;
    } catch (const DamagedResults&) {
        return BlockState::damaged;
    }
}

std::vector<ReplicationBlock> ResultsDirectory::missing_blocks() {
    std::vector<ReplicationBlock> missing;
    for (const auto& block : blocks()) {
        const auto found = state(block);
        if (found == BlockState::damaged) {
            set_aside(block);
        }
        if (found != BlockState::done) {
            missing.push_back(block);
        }
    }
    return missing;
}

void ResultsDirectory::set_aside(const ReplicationBlock& block) {
    const auto shard = shard_path(block);
    auto aside = shard;
    for (int number = 1; is_there(aside); ++number) {
        aside = shard;
        aside += fmt::format(".broken-{}", number);
    }
    detail::rename_file(shard, aside);
    log({.event = "set aside", .block = block, .details = {{"file", aside.filename().string()}}});
}

void ResultsDirectory::write_block(const BlockResults& results) {
    const auto all = blocks();
    expects(std::ranges::count(all, results.block) == 1, "a block is one of the study's blocks");
    const auto here = identity(results.block);
    const auto path = shard_path(results.block);
    detail::create_directories(path.parent_path());
    detail::publish_file(path, shard_bytes(here, tabulate(results, here.shape)));
}

void ResultsDirectory::merge() {
    RunTable whole{shape_of(study())};
    const auto all = blocks();
    std::int64_t missing = 0;
    for (const auto& block : all) {
        if (is_there(shard_path(block))) {
            whole.put_range(static_cast<std::size_t>(block.first), read_block(block));
        } else {
            ++missing;
        }
    }
    if (missing > 0) {
        throw IncompleteResults{"store.blocks_missing",
                                {{"path", path_.string()},
                                 {"missing", std::to_string(missing)},
                                 {"blocks", std::to_string(all.size())}}};
    }
    const auto bytes = results_bytes(study(), whole);
    if (!is_there(results_path()) || detail::read_file(results_path()) != bytes) {
        detail::publish_file(results_path(), bytes);
    }
}

StudyResults ResultsDirectory::read() const {
    if (!is_there(results_path())) {
        throw IncompleteResults{"store.not_merged", {{"path", path_.string()}}};
    }
    auto results = read_results(results_path());
    if (study_digest(results.study) != digest_) {
        throw DamagedResults{"store.results_of_other_study", {{"path", results_path().string()}}};
    }
    return results;
}

void ResultsDirectory::log(const AttemptRecord& attempt) const {
    detail::append_line(path_ / "attempts.jsonl", detail::attempt_line(attempt));
}

} // namespace tsunagi
