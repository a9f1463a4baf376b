#include "outputs/store/detail/description_store.hpp"

#include "outputs/store/description_fields.hpp"
#include "outputs/store/value_text.hpp"

#include <limits>
#include <span>
#include <stdexcept>

namespace tsunagi::detail {
namespace {

constexpr std::size_t languages = 2;

// How each kind of value lies in a column: put appends it, take reads it from a position and moves
// that on. Columns are of doubles, integers or text; everything that is not a number is text.
using Texts = std::vector<std::string>;

void put(std::vector<double>& column, double value) {
    column.push_back(value);
}
void put(std::vector<double>& column, const std::optional<double>& value) {
    column.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
}
void put(std::vector<std::int64_t>& column, std::int64_t value) {
    column.push_back(value);
}
void put(std::vector<std::uint64_t>& column, std::uint64_t value) {
    column.push_back(value);
}
void put(Texts& column, const std::string& value) {
    column.push_back(value);
}
void put(Texts& column, const BothLanguages& value) {
    column.push_back(value.en);
    column.push_back(value.ja);
}
template <class Word> void put(Texts& column, const Word& value) {
    column.push_back(text_of(value));
}

void take(const std::vector<double>& column, std::size_t& at, double& value) {
    value = column[at++];
}
void take(const std::vector<double>& column, std::size_t& at, std::optional<double>& value) {
    const auto stored = column[at++];
    value = stored == stored ? std::optional{stored} : std::nullopt;
}
void take(const std::vector<std::int64_t>& column, std::size_t& at, std::int64_t& value) {
    value = column[at++];
}
void take(const std::vector<std::uint64_t>& column, std::size_t& at, std::uint64_t& value) {
    value = column[at++];
}
void take(const Texts& column, std::size_t& at, std::string& value) {
    value = column[at++];
}
void take(const Texts& column, std::size_t& at, BothLanguages& value) {
    value.en = column[at++];
    value.ja = column[at++];
}
template <class Word> void take(const Texts& column, std::size_t& at, Word& value) {
    read_text(column[at++], value);
}

template <class Value> struct ColumnOf { using Type = Texts; };
template <> struct ColumnOf<double> { using Type = std::vector<double>; };
template <> struct ColumnOf<std::optional<double>> { using Type = std::vector<double>; };
template <> struct ColumnOf<std::int64_t> { using Type = std::vector<std::int64_t>; };
template <> struct ColumnOf<std::uint64_t> { using Type = std::vector<std::uint64_t>; };

template <class Row, class Value>
const DatasetSpec& spec_of_field(const DescribedField<Row, Value>& field) {
    return spec_of("/" + std::string{DescribedFields<Row>::group} + "/" + std::string{field.name});
}

Dims dims_for(const DatasetSpec& spec, std::size_t rows) {
    Dims dims;
    for (const auto axis : axes_of(spec)) {
        dims.push_back(axis == "language" ? languages : rows);
    }
    return dims;
}

template <class Row> void write_rows(ImageWriter& file, std::span<const Row> rows) {
    for_each_field<Row>([&]<class Value>(const DescribedField<Row, Value>& field) {
        typename ColumnOf<Value>::Type column;
        for (const auto& row : rows) {
            put(column, row.*field.member);
        }
        const auto& spec = spec_of_field(field);
        file.write(spec, dims_for(spec, rows.size()), column);
    });
}

template <class Row> void read_rows(const ImageReader& file, std::vector<Row>& rows) {
    for_each_field<Row>([&]<class Value>(const DescribedField<Row, Value>& field) {
        const auto& spec = spec_of_field(field);
        if (file.dims(spec) != dims_for(spec, rows.size())) {
            throw std::invalid_argument{"sizes differ in " + std::string{spec.path}};
        }
        typename ColumnOf<Value>::Type column;
        file.read(spec, column);
        std::size_t at = 0;
        for (auto& row : rows) {
            take(column, at, row.*field.member);
        }
    });
}

/// Reads a table whose number of rows only the file knows; its first field tells it.
template <class Row> std::vector<Row> read_table(const ImageReader& file) {
    const auto& first = std::get<0>(DescribedFields<Row>::list);
    const auto& spec = spec_of_field(first);
    const auto size = file.dims(spec).front();
    file.expect_plausible(spec, {size, sizeof(Row)});
    std::vector<Row> rows(size);
    read_rows(file, rows);
    return rows;
}

template <class Row> void write_table(ImageWriter& file, const std::vector<Row>& rows) {
    write_rows(file, std::span<const Row>{rows});
}

} // namespace

void write_description(ImageWriter& file, const StudyDescription& study) {
    write_rows(file, std::span<const StudyFacts>{&study.facts, 1});
    write_table(file, study.expectations);
    write_table(file, study.scenarios);
    write_table(file, study.readings);
    write_table(file, study.agencies);
    write_table(file, study.municipalities);
    write_table(file, study.parameters);
    write_table(file, study.evidence);
    write_table(file, study.inputs);
    write_table(file, study.draws);
}

StudyDescription read_description(const ImageReader& file) {
    StudyDescription study;
    std::vector<StudyFacts> facts(1);
    read_rows(file, facts);
    study.facts = facts.front();
    study.expectations = read_table<StatedExpectation>(file);
    study.scenarios = read_table<DescribedScenario>(file);
    study.readings = read_table<DescribedReading>(file);
    study.agencies = read_table<DescribedAgency>(file);
    study.municipalities = read_table<DescribedMunicipality>(file);
    study.parameters = read_table<DescribedParameter>(file);
    study.evidence = read_table<DescribedEvidence>(file);
    study.inputs = read_table<DescribedInput>(file);
    study.draws = read_table<DrawnLink>(file);
    return study;
}

} // namespace tsunagi::detail
