#include "engine/core/contracts.hpp"
#include "outputs/store/disk.hpp"
#include "outputs/store/results_directory.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_disk.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/store/message_of.hpp"

#include <atomic>
#include <barrier>
#include <fstream>
#include <iterator>
#include <thread>

using namespace tsunagi;
using test::message_of;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t replications = 8;

StudyDescription described() {
    return synthetic::description(replications);
}

BlockResults run_block(const StudyDescription& study, const ReplicationBlock& block) {
    BlockResults results{.block = block, .runs = {}, .states = {}};
    for (std::size_t reading = 0; reading < study.readings.size(); ++reading) {
        for (std::size_t scenario = 0; scenario < study.scenarios.size(); ++scenario) {
            for (auto number = block.first; number < block.first + block.count; ++number) {
                const RunIndex index{reading, scenario, static_cast<std::size_t>(number)};
                results.runs.push_back(synthetic::run(study, index));
                results.states.push_back(RunState::completed);
            }
        }
    }
    return results;
}

bool all(const ReplicationBlock&) {
    return true;
}

void run_missing(ResultsDirectory& directory) {
    for (const auto& block : directory.missing_blocks(all)) {
        directory.write_block(run_block(directory.study(), block));
    }
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream{path} << text;
}

std::string text_in(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

fs::path shard(const TemporaryDirectory& directory, int number) {
    return directory.path() / "shards/000" / ("b000000" + std::to_string(number) + ".h5");
}

void flip_bit(const fs::path& path) {
    auto bytes = read_file(path);
    bytes[bytes.size() / 2] ^= std::byte{4};
    publish_file(path, bytes);
}

} // namespace

TEST_CASE("merged results are the same bytes for any block size and order of work") {
    std::vector<std::vector<std::byte>> merged;
    for (const std::int64_t block_size : {1, 3, 8, 100}) {
        const TemporaryDirectory directory;
        auto results = ResultsDirectory::open_or_create(directory.path(), described(), block_size);
        auto blocks = results.missing_blocks(all);
        std::ranges::reverse(blocks);
        for (const auto& block : blocks) {
            results.write_block(run_block(results.study(), block));
        }
        results.merge();
        merged.push_back(read_file(results.results_path()));
    }
    CHECK((merged[0] == merged[1]));
    CHECK((merged[0] == merged[2]));
    CHECK((merged[0] == merged[3]));
    const auto direct = synthetic::study(replications);
    CHECK((merged[0] == results_bytes(direct.study, direct.runs)));
}

TEST_CASE("a directory opened again knows what is done and what is missing") {
    const TemporaryDirectory directory;
    {
        auto results = ResultsDirectory::open_or_create(directory.path(), described(), 3);
        CHECK(results.blocks() == std::vector<ReplicationBlock>{{0, 3}, {3, 3}, {6, 2}});
        CHECK(results.number({6, 2}) == 2);
        results.write_block(run_block(results.study(), {3, 3}));
        CHECK(message_of([&] { results.merge(); }) == "store.blocks_missing");
        CHECK(message_of([&] { static_cast<void>(results.read()); }) == "store.not_merged");
    }
    // The block size is that of the first call.
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 5);
    CHECK(results.missing_blocks(all) == std::vector<ReplicationBlock>{{0, 3}, {6, 2}});
    run_missing(results);
    results.merge();
    const auto known = ResultsDirectory::open(directory.path());
    CHECK(known.study() == described());
    CHECK(known.read().study == described());
}

TEST_CASE("a damaged shard is set aside, not removed, and its block is missing again") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 4);
    run_missing(results);
    CHECK(results.missing_blocks(all).empty());
    for (const auto* aside : {".broken-1", ".broken-2"}) {
        flip_bit(shard(directory, 1));
        CHECK(results.survey()[0].state == BlockState::done);
        CHECK(results.survey()[1].state == BlockState::damaged);
        CHECK_THROWS_AS(results.merge(), DamagedResults);
        CHECK(results.missing_blocks(all) == std::vector<ReplicationBlock>{{4, 4}});
        CHECK(fs::exists(shard(directory, 1).string() + aside));
        run_missing(results);
    }
    CHECK_NOTHROW(results.merge());
    CHECK(text_in(directory.path() / "attempts.jsonl").find("\"event\":\"set aside\"") !=
          std::string::npos);
}

TEST_CASE("a damaged shard of somebody else's block is theirs to set aside") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 4);
    run_missing(results);
    flip_bit(shard(directory, 0));
    flip_bit(shard(directory, 1));
    const auto others_shard = read_file(shard(directory, 0));
    // Missing are both: who asks chooses among them.
    CHECK(results.missing_blocks([](const ReplicationBlock& block) { return block.first == 4; }) ==
          std::vector<ReplicationBlock>{{0, 4}, {4, 4}});
    CHECK((read_file(shard(directory, 0)) == others_shard));
    CHECK_FALSE(fs::exists(shard(directory, 0).string() + ".broken-1"));
    CHECK_FALSE(fs::exists(shard(directory, 1)));
    CHECK(fs::exists(shard(directory, 1).string() + ".broken-1"));
    CHECK(results.survey()[0].state == BlockState::damaged);
    CHECK(results.survey()[1].state == BlockState::missing);
    const auto log = text_in(directory.path() / "attempts.jsonl");
    const std::string set_aside = "\"event\":\"set aside\"";
    CHECK(log.find(set_aside) != std::string::npos);
    CHECK(log.find(set_aside) == log.rfind(set_aside));
}

TEST_CASE("a failed run is in the merged results as failed") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 8);
    auto block = run_block(results.study(), {0, 8});
    block.states[5] = RunState::failed;
    results.write_block(block);
    CHECK(results.survey()[0].failed_runs == 1);
    CHECK(results.merge() == 1);
    CHECK(results.merge() == 1); // whether results.h5 is written anew or not
    const auto read = results.read();
    CHECK(read.runs.state({0, 0, 5}) == RunState::failed);
    CHECK(read.runs.count({0, 0, 5}, LinkGroup::good, Count::cohort) == 0);
    CHECK(read.runs.state({0, 0, 4}) == RunState::completed);
}

TEST_CASE("a directory with foreign files is refused and stays as it is") {
    const TemporaryDirectory directory;
    write(directory.path() / "thesis.txt", "years of work");
    CHECK(message_of([&] { ResultsDirectory::open_or_create(directory.path(), described(), 4); }) ==
          "store.foreign_files");
    CHECK(text_in(directory.path() / "thesis.txt") == "years of work");
    CHECK(std::distance(fs::directory_iterator{directory.path()}, {}) == 1);
    write(directory.path() / "manifest.json", "{\"name\": \"web app\"}");
    CHECK(message_of([&] { ResultsDirectory::open_or_create(directory.path(), described(), 4); }) ==
          "store.foreign_manifest");
    write(directory.path() / "file", "");
    CHECK(message_of([&] {
              ResultsDirectory::open_or_create(directory.path() / "file", described(), 4);
          }) == "store.not_a_directory");
    CHECK(message_of([&] {
              ResultsDirectory::open_or_create(directory.path() / "file/x", described(), 4);
          }) == "store.cannot_write");
    CHECK(message_of([&] { ResultsDirectory::open(directory.path() / "nothing"); }) ==
          "store.no_results");
}

TEST_CASE("processes that start at the same time share a new directory") {
    const TemporaryDirectory home;
    const auto study = described();
    constexpr int rounds = 300;
    constexpr int starters = 4;
    std::barrier begin{starters};
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int starter = 0; starter < starters; ++starter) {
        threads.emplace_back([&] {
            for (int round = 0; round < rounds; ++round) {
                begin.arrive_and_wait();
                try {
                    ResultsDirectory::open_or_create(home.path() / std::to_string(round), study, 4);
                } catch (const StoreError&) {
                    ++refused;
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(refused == 0);
}

TEST_CASE("a directory of another study is refused and nothing old is overwritten") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 4);
    run_missing(results);
    results.merge();
    const auto manifest = text_in(directory.path() / "manifest.json");
    const auto before = read_file(results.results_path());
    auto other = described();
    other.facts.seed = 1;
    CHECK(message_of([&] { ResultsDirectory::open_or_create(directory.path(), other, 4); }) ==
          "store.other_study");
    CHECK(text_in(directory.path() / "manifest.json") == manifest);
    CHECK((read_file(results.results_path()) == before));
}

TEST_CASE("damaged manifests and merged results are told") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 8);
    run_missing(results);
    results.merge();
    flip_bit(results.results_path());
    CHECK(message_of([&] { static_cast<void>(results.read()); }) == "store.changed_file");
    CHECK_NOTHROW(results.merge()); // made anew from the shards
    CHECK_NOTHROW(static_cast<void>(results.read()));
    write(directory.path() / "manifest.json", "{");
    CHECK(message_of([&] { ResultsDirectory::open(directory.path()); }) ==
          "store.damaged_manifest");
}

TEST_CASE("what a killed attempt left behind disturbs nobody") {
    const TemporaryDirectory directory;
    write(directory.path() / ".tmp-manifest.json-host-1-1", "{");
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 8);
    fs::create_directories(directory.path() / "shards/000");
    write(directory.path() / "shards/000/.tmp-b0000000.h5-host-1-1", "half");
    run_missing(results);
    CHECK_NOTHROW(results.merge());
}

TEST_CASE("on a disk that fills up nothing that was done is lost") {
    const TemporaryDirectory folder;
    const SmallDisk disk{folder.path()};
    if (!disk.why_not().empty()) {
        WARN("not tested: no small file system can be mounted: " << disk.why_not());
        return;
    }
    auto results = ResultsDirectory::open_or_create(folder.path(), synthetic::description(400), 1);
    std::vector<ReplicationBlock> done;
    const auto fill = [&] {
        for (const auto& block : results.blocks()) {
            results.write_block(run_block(results.study(), block));
            done.push_back(block);
        }
    };
    CHECK(message_of(fill) == "store.disk_full");
    CHECK_FALSE(done.empty());
    CHECK(done.size() < 400);
    const auto reports = results.survey();
    for (std::size_t row = 0; row <= done.size(); ++row) {
        CHECK(reports[row].state == (row < done.size() ? BlockState::done : BlockState::missing));
    }
}

TEST_CASE("a block that is none of the study's, or not whole, is a bug of ours") {
    const TemporaryDirectory directory;
    auto results = ResultsDirectory::open_or_create(directory.path(), described(), 4);
    CHECK_THROWS_AS(results.write_block(run_block(results.study(), {0, 3})), ContractViolation);
    auto block = run_block(results.study(), {0, 4});
    block.runs.pop_back();
    CHECK_THROWS_AS(results.write_block(block), ContractViolation);
}
