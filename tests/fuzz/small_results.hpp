#pragma once

#include "outputs/store/manifest.hpp"
#include "outputs/store/results_file.hpp"

#include "tests/fuzz/target.hpp"
#include "tests/support/numbered_run.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/support/temporary_directory.hpp"

#include <cstddef>
#include <fstream>
#include <vector>

namespace tsunagi::fuzz {

using Bytes = std::vector<std::byte>;

inline StudyDescription small_study() {
    auto study = synthetic::description(4);
    study.readings.resize(1);
    study.scenarios.resize(1);
    study.facts.replications = 1;
    study.facts.replications_per_draw = 1;
    return study;
}

/// Which of the two files an input speaks of: its first byte.
enum class ResultsKind : std::uint8_t { results, shard };

inline ResultsKind kind_of_input(std::uint8_t first_byte) {
    return static_cast<ResultsKind>(first_byte % 2U);
}

/// One run of a small study, as the program writes it.
struct SmallResults {
    StudyDescription study = small_study();
    RunTable runs{shape_of(study)};
    ShardIdentity identity{.study_digest = study_digest(study),
                           .block = {.first = 0, .count = 1},
                           .shape = runs.shape()};
    Bytes results;
    Bytes shard;

    SmallResults() {
        runs.put({0, 0, 0}, test::numbered_run(runs.shape(), 1));
        results = results_bytes(study, runs);
        shard = shard_bytes(identity, runs);
    }
    const Bytes& file(ResultsKind kind) const {
        return kind == ResultsKind::results ? results : shard;
    }
};

/// Reads a file of that kind; what comes back can be used.
/// @throws StoreError if the file is refused
inline void read_back(ResultsKind kind, const Bytes& bytes, const ShardIdentity& identity) {
    if (kind == ResultsKind::shard) {
        const auto runs = read_shard(bytes, identity, "shard");
        demand(runs.shape() == identity.shape, "a shard has the shape asked for");
        return;
    }
    static const TemporaryDirectory folder;
    const auto path = folder.path() / "results.h5";
    std::ofstream{path, std::ios::binary}.write(reinterpret_cast<const char*>(bytes.data()),
                                                static_cast<std::streamsize>(bytes.size()));
    const auto found = read_results(path);
    check(found.study);
    demand(found.runs.shape() == shape_of(found.study), "results have the shape of their study");
    demand(study_digest(found.study).size() == 64, "a study that was read has a digest");
}

} // namespace tsunagi::fuzz
