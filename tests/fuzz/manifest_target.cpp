// Any bytes as manifest.json, first as they stand and then under the digest that their description
// has, as if somebody had edited the file and signed it anew.
#include "engine/core/sha256.hpp"
#include "outputs/store/results_directory.hpp"

#include "tests/fuzz/target.hpp"
#include "tests/support/temporary_directory.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>

using namespace tsunagi;
using fuzz::demand;

namespace {

using Json = nlohmann::ordered_json;

std::optional<ResultsDirectory> opened(const std::string& manifest) {
    static const TemporaryDirectory folder;
    std::ofstream{folder.path() / "manifest.json", std::ios::binary} << manifest;
    try {
        return ResultsDirectory::open(folder.path());
    } catch (const StoreError&) {
        return std::nullopt;
    }
}

/// The same text with a digest that fits it, without what lies deeper than a description; nothing
/// if it is no JSON object with a description.
std::optional<std::string> signed_anew(const std::string& manifest) {
    constexpr int levels = 8;
    const auto is_shallow = [](int level, Json::parse_event_t, const Json&) {
        return level <= levels;
    };
    auto json = Json::parse(manifest, is_shallow, false);
    if (!json.is_object() || !json.contains("description")) {
        return std::nullopt;
    }
    json["study_digest"] = sha256_hex(json["description"].dump());
    return json.dump();
}

/// A directory that opens holds a study that can be run, and no results yet.
void check_use(const ResultsDirectory& directory) {
    check(directory.study());
    constexpr std::int64_t few = 1000;
    if (directory.study().facts.replications <= few) {
        for (const auto& block : directory.survey()) {
            demand(block.state == BlockState::missing, "no shard is there");
        }
    }
    try {
        static_cast<void>(directory.read());
        demand(false, "no results are there");
    } catch (const IncompleteResults&) {
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto manifest = fuzz::text_of(data, size);
    if (const auto directory = opened(manifest)) {
        check_use(*directory);
        return 0;
    }
    const auto forged = signed_anew(manifest);
    if (const auto directory = forged ? opened(*forged) : std::nullopt) {
        check_use(*directory);
    }
    return 0;
}
