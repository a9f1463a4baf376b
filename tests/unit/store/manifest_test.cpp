#include "outputs/store/manifest.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

using namespace tsunagi;

namespace {

Manifest example() {
    return {.study = synthetic::description(8), .block_size = 3};
}

} // namespace

TEST_CASE("a manifest reads back as it was written") {
    auto manifest = example();
    const auto check_round_trip = [&] {
        const auto back = parse_manifest(manifest_text(manifest));
        CHECK(back.study == manifest.study);
        CHECK(back.block_size == 3);
    };
    check_round_trip();
    manifest.study.readings[1].forced_link = 0.75;
    check_round_trip();
    manifest.study.expectations.clear();
    check_round_trip();
}

TEST_CASE("a study's digest names everything but the block size") {
    const auto study = example().study;
    auto other = study;
    CHECK(study_digest(other) == study_digest(study));
    other.facts.seed += 1;
    CHECK(study_digest(other) != study_digest(study));
    other = study;
    other.parameters[0].value += 1e-15;
    CHECK(study_digest(other) != study_digest(study));
    other = study;
    other.readings[1].forced_link = 0.75;
    CHECK(study_digest(other) != study_digest(study));
    other = study;
    other.evidence[0].population = "somebody else";
    CHECK(study_digest(other) != study_digest(study));
    other = study;
    other.inputs[0].digest[5] = 'z';
    CHECK(study_digest(other) != study_digest(study));
}

TEST_CASE("a manifest is refused if it is foreign, of another major version, or changed") {
    const auto fault_of = [](const std::string& text) {
        try {
            parse_manifest(text);
        } catch (const ManifestFault fault) {
            return std::optional{fault};
        }
        return std::optional<ManifestFault>{};
    };
    const auto text = manifest_text(example());
    const auto changed = [&](const std::string& from, const std::string& to) {
        auto copy = text;
        copy.replace(copy.find(from), from.size(), to);
        return copy;
    };
    CHECK_FALSE(fault_of(text));
    CHECK(fault_of("{}") == ManifestFault::foreign);
    CHECK(fault_of("[1]") == ManifestFault::damaged);
    CHECK(fault_of("") == ManifestFault::damaged);
    CHECK(fault_of(text.substr(0, text.size() / 2)) == ManifestFault::damaged);
    CHECK(fault_of(changed("\"schema_version\": [\n    5", "\"schema_version\": [\n    1")) ==
          ManifestFault::other_version);
    CHECK(fault_of(changed("Monthly meetings", "Monthly greetings")) == ManifestFault::damaged);
    CHECK(fault_of(changed("2021-04-01", "2021-04-31")) == ManifestFault::damaged);
    CHECK(fault_of(changed("\"block_size\": 3", "\"block_size\": 0")) == ManifestFault::damaged);
    const std::string deep = std::string(300'000, '[') + std::string(300'000, ']');
    CHECK(fault_of(changed("\"block_size\": 3", "\"block_size\": " + deep + ", \"x\": 1")) ==
          ManifestFault::damaged);
    for (const auto* seed : {"18446744147419103114", "1e30", "-1", "1.5", "\"7\""}) {
        CAPTURE(seed);
        CHECK(fault_of(changed("18446744073709551557", seed)) == ManifestFault::damaged);
    }
}

TEST_CASE("a manifest of a study that nobody could run is damaged, whatever its digest says") {
    auto manifest = example();
    manifest.study.facts.reference = "tomorrow";
    CHECK_THROWS_AS(parse_manifest(manifest_text(manifest)), ManifestFault);
    manifest = example();
    manifest.study.facts.replications = std::int64_t{1} << 40U;
    CHECK_THROWS_AS(parse_manifest(manifest_text(manifest)), ManifestFault);
}

TEST_CASE("a text that is not UTF-8 has no digest") {
    auto study = example().study;
    study.facts.name = "\xFF";
    CHECK_THROWS_AS(study_digest(study), std::invalid_argument);
}
