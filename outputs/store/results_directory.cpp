#include "outputs/store/results_directory.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/detail/attempt_line.hpp"
#include "outputs/store/disk.hpp"

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

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// Whether the directory can take a new study: it is made where there is none, and one in which
/// nothing but unfinished files of ours lies will do. A manifest that another process puts there
/// meanwhile ends the question: what lies beside it is of that study.
enum class Room : std::uint8_t { free, taken };
Room room_in(const fs::path& directory) {
    std::error_code error;
    if (fs::exists(directory, error) && !fs::is_directory(directory, error)) {
        throw IoError{"store.not_a_directory", {{"path", directory.string()}}};
    }
    make_directories(directory);
    fs::directory_iterator entries{directory, error};
    if (error) {
        throw IoError{"store.cannot_read",
                      {{"path", directory.string()}, {"reason", error.message()}}};
    }
    for (const auto& entry : entries) {
        if (is_temporary(entry.path())) {
            continue;
        }
        if (is_there(manifest_path(directory))) {
            return Room::taken;
        }
        throw IoError{
            "store.foreign_files",
            {{"path", directory.string()}, {"example", entry.path().filename().string()}}};
    }
    return Room::free;
}

Manifest read_manifest(const fs::path& directory) {
    const auto path = manifest_path(directory);
    const auto bytes = read_file(path);
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

RunTable tabulate(const BlockResults& results, const RunShape& shape) {
    expects(results.runs.size() == shape.runs(), "a block holds every scenario and reading");
    expects(results.states.size() == shape.runs(), "a block tells how each run ended");
    RunTable table{shape};
    for (std::size_t run = 0; run < shape.runs(); ++run) {
        if (results.states[run] == RunState::completed) {
            table.put(run_at(shape, run), results.runs[run]);
        } else {
            table.put_failure(run_at(shape, run));
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
    if (!is_there(manifest_path(path)) && room_in(path) == Room::free) {
        const auto text = manifest_text({.study = study, .block_size = block_size});
        publish_file(manifest_path(path), std::as_bytes(std::span{text}));
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

std::int64_t ResultsDirectory::number(const ReplicationBlock& block) const {
    return block.first / manifest_.block_size;
}

fs::path ResultsDirectory::shard_path(const ReplicationBlock& block) const {
    return path_ / "shards" / fmt::format("{:03}", number(block) / shards_per_directory) /
           fmt::format("b{:07}.h5", number(block));
}

ShardIdentity ResultsDirectory::identity(const ReplicationBlock& block) const {
    auto shape = shape_of(study());
    shape.replications = static_cast<std::size_t>(block.count);
    return {.study_digest = digest_, .block = block, .shape = shape};
}

RunTable ResultsDirectory::read_block(const ReplicationBlock& block) const {
    const auto path = shard_path(block);
    return read_shard(read_file(path), identity(block), path);
}

BlockReport ResultsDirectory::report(const ReplicationBlock& block) const {
    if (!is_there(shard_path(block))) {
        return {.block = block, .state = BlockState::missing};
    }
    try {
        return {.block = block,
                .state = BlockState::done,
                .failed_runs = read_block(block).failed_runs()};
    } catch (const DamagedResults&) {
        return {.block = block, .state = BlockState::damaged};
    }
}

std::vector<BlockReport> ResultsDirectory::survey() const {
    std::vector<BlockReport> reports;
    for (const auto& block : blocks()) {
        reports.push_back(report(block));
    }
    return reports;
}

std::vector<ReplicationBlock>
ResultsDirectory::missing_blocks(const std::function<bool(const ReplicationBlock&)>& is_own) {
    std::vector<ReplicationBlock> missing;
    for (const auto& found : survey()) {
        if (found.state == BlockState::damaged && is_own(found.block)) {
            set_aside(found.block);
        }
        if (found.state != BlockState::done) {
            missing.push_back(found.block);
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
    rename_file(shard, aside);
    log({.event = "set aside", .block = block, .details = {{"file", aside.filename().string()}}});
}

void ResultsDirectory::write_block(const BlockResults& results) {
    const auto all = blocks();
    expects(std::ranges::count(all, results.block) == 1, "a block is one of the study's blocks");
    const auto here = identity(results.block);
    const auto path = shard_path(results.block);
    make_directories(path.parent_path());
    publish_file(path, shard_bytes(here, tabulate(results, here.shape)));
}

std::int64_t ResultsDirectory::merge() {
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
    if (!is_there(results_path()) || read_file(results_path()) != bytes) {
        publish_file(results_path(), bytes);
    }
    return whole.failed_runs();
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
    append_line(path_ / "attempts.jsonl", detail::attempt_line(attempt));
}

} // namespace tsunagi
