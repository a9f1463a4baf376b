#pragma once

#include "outputs/store/study_description.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tsunagi {

/// What a results directory is about: written once, before the first run.
struct Manifest {
    StudyDescription study;
    std::int64_t block_size{}; ///< replications per shard, >= 1; changes no number
};

/// Names a study: SHA-256 of everything that its numbers may depend on and everything it says about
/// itself, block size excepted. 64 hexadecimal digits.
/// @throws std::invalid_argument if one of its texts is not UTF-8
std::string study_digest(const StudyDescription& study);

/// manifest.json: readable JSON, the same bytes for the same manifest.
std::string manifest_text(const Manifest& manifest);

/// How reading a manifest ended where it did not succeed.
enum class ManifestFault : std::uint8_t { foreign, other_version, damaged };

/// @throws ManifestFault
Manifest parse_manifest(std::string_view text);

} // namespace tsunagi
