#include "outputs/store/manifest.hpp"

#include "engine/core/sha256.hpp"
#include "outputs/store/description_fields.hpp"
#include "outputs/store/schema.hpp"
#include "outputs/store/value_text.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>

namespace tsunagi {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view manifest_format = "tsunagi-manifest";

[[noreturn]] void fail(ManifestFault fault) {
    throw ManifestFault{fault};
}

Json json_of(const std::string& value) {
    return value;
}
Json json_of(double value) {
    return value;
}
Json json_of(std::int64_t value) {
    return value;
}
Json json_of(std::uint64_t value) {
    return value;
}
Json json_of(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}
Json json_of(const BothLanguages& value) {
    return {{"en", value.en}, {"ja", value.ja}};
}
template <class Word> Json json_of(const Word& value) {
    return text_of(value);
}

/// A number without a fraction that its type can hold. The library would cut any other to fit.
template <class Whole> Whole whole_from(const Json& json) {
    if (json.is_number_unsigned() && std::in_range<Whole>(json.get<std::uint64_t>())) {
        return json.get<Whole>();
    }
    if (json.is_number_integer() && !json.is_number_unsigned() &&
        std::in_range<Whole>(json.get<std::int64_t>())) {
        return json.get<Whole>();
    }
    throw std::invalid_argument{"not a whole number that fits"};
}

void from(const Json& json, std::string& value) {
    value = json.get<std::string>();
}
void from(const Json& json, double& value) {
    value = json.get<double>();
}
void from(const Json& json, std::int64_t& value) {
    value = whole_from<std::int64_t>(json);
}
void from(const Json& json, std::uint64_t& value) {
    value = whole_from<std::uint64_t>(json);
}
void from(const Json& json, std::optional<double>& value) {
    value = json.is_null() ? std::nullopt : std::optional{json.get<double>()};
}
void from(const Json& json, BothLanguages& value) {
    value = {.en = json.at("en").get<std::string>(), .ja = json.at("ja").get<std::string>()};
}
template <class Word> void from(const Json& json, Word& value) {
    read_text(json.get<std::string>(), value);
}

template <class Row> Json row_json(const Row& row) {
    auto json = Json::object();
    for_each_field<Row>(
        [&](const auto& field) { json[std::string{field.name}] = json_of(row.*field.member); });
    return json;
}

template <class Row> Row row_from(const Json& json) {
    Row row;
    for_each_field<Row>(
        [&](const auto& field) { from(json.at(std::string{field.name}), row.*field.member); });
    return row;
}

/// Reads JSON of no more levels than a manifest may need. The library copies values as it reads, by
/// recursion.
Json parse_shallow(std::string_view text) {
    constexpr int most_levels = 16;
    return Json::parse(text, [](int level, Json::parse_event_t, Json&) {
        if (level > most_levels) {
            fail(ManifestFault::damaged);
        }
        return true;
    });
}

/// Name of a row type's table in the manifest: that of its group in results files.
template <class Row> std::string table_name() {
    return std::string{DescribedFields<Row>::group};
}

template <class Row> void add_table(Json& json, const std::vector<Row>& rows) {
    auto& table = json[table_name<Row>()] = Json::array();
    for (const auto& row : rows) {
        table.push_back(row_json(row));
    }
}

template <class Row> void read_table(const Json& json, std::vector<Row>& rows) {
    for (const auto& row : json.at(table_name<Row>())) {
        rows.push_back(row_from<Row>(row));
    }
}

Json study_json(const StudyDescription& study) {
    auto json = Json::object();
    json[table_name<StudyFacts>()] = row_json(study.facts);
    add_table(json, study.expectations);
    add_table(json, study.scenarios);
    add_table(json, study.readings);
    add_table(json, study.agencies);
    add_table(json, study.municipalities);
    add_table(json, study.parameters);
    add_table(json, study.evidence);
    add_table(json, study.inputs);
    add_table(json, study.draws);
    return json;
}

StudyDescription study_from(const Json& json) {
    StudyDescription study;
    study.facts = row_from<StudyFacts>(json.at(table_name<StudyFacts>()));
    read_table(json, study.expectations);
    read_table(json, study.scenarios);
    read_table(json, study.readings);
    read_table(json, study.agencies);
    read_table(json, study.municipalities);
    read_table(json, study.parameters);
    read_table(json, study.evidence);
    read_table(json, study.inputs);
    read_table(json, study.draws);
    return study;
}

} // namespace

std::string study_digest(const StudyDescription& study) {
    try {
        return sha256_hex(study_json(study).dump());
    } catch (const Json::type_error&) {
        throw std::invalid_argument{"a text is not UTF-8"};
    }
}

std::string manifest_text(const Manifest& manifest) {
    const Json json{{"format", manifest_format},
                    {"schema_version", {schema_version.major, schema_version.minor}},
                    {"study_digest", study_digest(manifest.study)},
                    {"block_size", manifest.block_size},
                    {"description", study_json(manifest.study)}};
    constexpr int indent = 2;
    return json.dump(indent) + '\n';
}

Manifest parse_manifest(std::string_view text) {
    try {
        const auto json = parse_shallow(text);
        if (json.value("format", "") != manifest_format) {
            fail(ManifestFault::foreign);
        }
        if (json.at("schema_version").at(0) != schema_version.major) {
            fail(ManifestFault::other_version);
        }
        Manifest manifest{.study = study_from(json.at("description")),
                          .block_size = whole_from<std::int64_t>(json.at("block_size"))};
        if (json.at("study_digest") != study_digest(manifest.study) || manifest.block_size < 1 ||
            broken_rule(manifest.study)) {
            fail(ManifestFault::damaged);
        }
        return manifest;
    } catch (const nlohmann::json::exception&) {
        fail(ManifestFault::damaged);
    } catch (const std::invalid_argument&) {
        fail(ManifestFault::damaged);
    }
}

} // namespace tsunagi
