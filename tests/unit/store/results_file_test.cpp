#include "outputs/store/disk.hpp"
#include "outputs/store/errors.hpp"
#include "outputs/store/results_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/support/temporary_directory.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

void check_equal(const RunTable& found, const RunTable& expected) {
    std::vector<std::vector<double>> arrays;
    expected.for_each_dataset([&](std::string_view, const auto& array) {
        arrays.emplace_back(array.begin(), array.end());
    });
    std::size_t dataset = 0;
    found.for_each_dataset([&](std::string_view path, const auto& array) {
        CAPTURE(path);
        CHECK((std::vector<double>(array.begin(), array.end()) == arrays[dataset]));
        ++dataset;
    });
}

StudyResults read_back(const std::vector<std::byte>& bytes) {
    const TemporaryDirectory directory;
    const auto path = directory.path() / "results.h5";
    publish_file(path, bytes);
    return read_results(path);
}

ShardIdentity identity_of(const StudyResults& results) {
    return {.study_digest = std::string(64, 'd'),
            .block = {.first = 0, .count = results.study.facts.replications},
            .shape = results.runs.shape()};
}

} // namespace

TEST_CASE("a results file reads back as it was written") {
    auto written = synthetic::study(8);
    written.study.readings[1].forced_link = 0.75;
    const auto found = read_back(results_bytes(written.study, written.runs));
    CHECK(found.study == written.study);
    CHECK(found.study.readings[1].forced_link == 0.75);
    CHECK(found.study.evidence == synthetic::evidence());
    check_equal(found.runs, written.runs);
    CHECK(found.digest.size() == 64);
}

TEST_CASE("tables without rows and texts without letters are written and read too") {
    auto written = synthetic::study(4);
    written.study.expectations.clear();
    written.study.draws.clear();
    written.study.parameters.clear();
    written.study.evidence.clear();
    written.study.inputs.clear();
    written.study.facts.question = {};
    CHECK(read_back(results_bytes(written.study, written.runs)).study == written.study);
}

TEST_CASE("equal results make equal bytes") {
    const auto first = synthetic::study(8);
    const auto second = synthetic::study(8);
    CHECK((results_bytes(first.study, first.runs) == results_bytes(second.study, second.runs)));
    auto changed = second;
    changed.runs.put_failure({0, 0, 0});
    CHECK((results_bytes(first.study, first.runs) != results_bytes(changed.study, changed.runs)));
}

TEST_CASE("a sealed file whose study nobody could have run is damaged") {
    const auto written = synthetic::study(4);
    const auto check_refused = [&](auto&& spoil) {
        auto spoilt = written.study;
        spoil(spoilt);
        CHECK_THROWS_AS(read_back(results_bytes(spoilt, written.runs)), DamagedResults);
    };
    check_refused([](StudyDescription& study) { study.facts.replications = -1; });
    check_refused(
        [](StudyDescription& study) { study.facts.replications = std::int64_t{1} << 31U; });
    check_refused([](StudyDescription& study) { study.facts.replications = 8; });
    check_refused([](StudyDescription& study) { study.facts.horizon = study.facts.run_start; });
    check_refused([](StudyDescription& study) { study.readings.clear(); });
    check_refused([](StudyDescription& study) { study.agencies[1].id = study.agencies[0].id; });
    check_refused([](StudyDescription& study) { study.scenarios.back().label.en = "\xFF"; });
}

TEST_CASE("a shard belongs to one study and one block") {
    const auto results = synthetic::study(4);
    const auto identity = identity_of(results);
    const auto bytes = shard_bytes(identity, results.runs);
    check_equal(read_shard(bytes, identity, "shard"), results.runs);
    auto other = identity;
    other.study_digest[0] = 'e';
    CHECK_THROWS_AS(read_shard(bytes, other, "shard"), DamagedResults);
    other = identity;
    other.block.first = 4;
    CHECK_THROWS_AS(read_shard(bytes, other, "shard"), DamagedResults);
    other = identity;
    other.shape.agencies = 2;
    CHECK_THROWS_AS(read_shard(bytes, other, "shard"), DamagedResults);
    CHECK_THROWS_AS(read_shard(results_bytes(results.study, results.runs), identity, "shard"),
                    DamagedResults);
}

TEST_CASE("a shard with any bit changed, or cut anywhere, is found") {
    const auto results = synthetic::study(4);
    const auto identity = identity_of(results);
    const auto intact = shard_bytes(identity, results.runs);
    const auto stride = intact.size() / 400;
    for (std::size_t at = 0; at < intact.size(); at += stride) {
        auto changed = intact;
        changed[at] ^= std::byte{1} << (at % 8);
        REQUIRE_THROWS_AS(read_shard(changed, identity, "shard"), DamagedResults);
        REQUIRE_THROWS_AS(read_shard(std::span{intact}.first(at), identity, "shard"),
                          DamagedResults);
    }
    auto longer = intact;
    longer.push_back(std::byte{0});
    CHECK_THROWS_AS(read_shard(longer, identity, "shard"), DamagedResults);
    CHECK_THROWS_AS(read_shard({}, identity, "shard"), DamagedResults);
}
