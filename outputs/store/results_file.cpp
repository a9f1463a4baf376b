#include "outputs/store/results_file.hpp"

#include "outputs/store/detail/description_store.hpp"
#include "outputs/store/detail/run_store.hpp"
#include "outputs/store/detail/seal.hpp"
#include "outputs/store/disk.hpp"
#include "outputs/store/errors.hpp"
#include "outputs/store/manifest.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

namespace tsunagi {
namespace {

using detail::Hdf5Failure;
using detail::ImageReader;
using detail::ImageWriter;

constexpr const char* results_format = "tsunagi-results";
constexpr const char* shard_format = "tsunagi-shard";

void write_format(ImageWriter& file, const char* format) {
    file.attribute("format", std::string{format});
    const std::array version{schema_version.major, schema_version.minor};
    file.attribute("schema_version", version);
}

std::vector<std::byte> sealed(ImageWriter&& file) {
    auto bytes = std::move(file).finish();
    detail::seal(bytes);
    return bytes;
}

[[noreturn]] void refuse_damaged(const std::filesystem::path& path, const std::string& reason) {
    throw DamagedResults{"store.damaged_file", {{"path", path.string()}, {"reason", reason}}};
}

void expect_intact(std::span<const std::byte> bytes, const std::filesystem::path& path) {
    switch (detail::check_seal(bytes)) {
    case detail::SealState::intact:
        return;
    case detail::SealState::absent:
        throw DamagedResults{"store.foreign_file", {{"path", path.string()}}};
    case detail::SealState::broken:
        throw DamagedResults{"store.changed_file", {{"path", path.string()}}};
    }
}

void expect_format(const ImageReader& file, const char* format, const std::filesystem::path& path) {
    if (file.text_attribute("format") != format) {
        throw DamagedResults{"store.foreign_file", {{"path", path.string()}}};
    }
    const auto version = file.int64_attribute("schema_version");
    if (version.size() != 2 || version[0] != schema_version.major) {
        throw IoError{
            "store.other_version",
            {{"path", path.string()},
             {"found", fmt::format("{}", fmt::join(version, "."))},
             {"known", fmt::format("{}.{}", schema_version.major, schema_version.minor)}}};
    }
}

/// Runs a reading function and words what the library or a value's rule says as damage.
template <class Read> auto reading(const std::filesystem::path& path, Read&& read) {
    try {
        return read();
    } catch (const Hdf5Failure& failure) {
        refuse_damaged(path, failure.what());
    } catch (const std::invalid_argument& failure) {
        refuse_damaged(path, failure.what());
    }
}

/// What the writer never lets through, and everybody who uses results relies on.
void expect_sound(const StudyDescription& study) {
    if (const auto rule = broken_rule(study)) {
        throw std::invalid_argument{*rule};
    }
    static_cast<void>(study_digest(study));
}

} // namespace

std::vector<std::byte> shard_bytes(const ShardIdentity& identity, const RunTable& runs) {
    ImageWriter file;
    write_format(file, shard_format);
    file.attribute("study_digest", identity.study_digest);
    const std::array block{identity.block.first, identity.block.count};
    file.attribute("block", block);
    detail::write_runs(file, runs);
    return sealed(std::move(file));
}

RunTable read_shard(std::span<const std::byte> bytes,
                    const ShardIdentity& expected,
                    const std::filesystem::path& path) {
    expect_intact(bytes, path);
    return reading(path, [&] {
        const ImageReader file{bytes};
        expect_format(file, shard_format, path);
        const std::vector block{expected.block.first, expected.block.count};
        if (file.text_attribute("study_digest") != expected.study_digest ||
            file.int64_attribute("block") != block) {
            throw DamagedResults{"store.shard_of_other_study", {{"path", path.string()}}};
        }
        return detail::read_runs(file, expected.shape);
    });
}

std::vector<std::byte> results_bytes(const StudyDescription& study, const RunTable& runs) {
    ImageWriter file;
    write_format(file, results_format);
    file.attribute("engine_version", study.facts.engine_version);
    file.attribute("inputs_digest", inputs_digest(study));
    file.attribute("seed", study.facts.seed);
    const std::array replications{study.facts.replications};
    file.attribute("replications", replications);
    detail::write_runs(file, runs);
    detail::write_description(file, study);
    detail::write_labels(file);
    return sealed(std::move(file));
}

StudyResults read_results(const std::filesystem::path& path) {
    const auto bytes = read_file(path);
    expect_intact(bytes, path);
    return reading(path, [&] {
        const ImageReader file{bytes};
        expect_format(file, results_format, path);
        detail::check_labels(file);
        auto study = detail::read_description(file);
        expect_sound(study);
        auto runs = detail::read_runs(file, shape_of(study));
        return StudyResults{std::move(study), std::move(runs), detail::sealed_digest(bytes)};
    });
}

} // namespace tsunagi
