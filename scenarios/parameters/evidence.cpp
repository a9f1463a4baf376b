#include "scenarios/parameters/evidence.hpp"

#include "scenarios/reader/csv.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<std::vector<EvidenceRow>>
read_evidence(Inputs& inputs, const std::string& file, const Position& named_at, FaultLog& faults) {
    static const std::array<std::string, 7> columns{
        "id", "figure", "value", "year", "population", "source", "address"};
    const auto table = read_csv(inputs, file, columns, named_at, faults);
    if (!table) {
        return std::nullopt;
    }
    std::vector<EvidenceRow> rows;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto& id = table->at(row, "id");
        const bool again = std::any_of(rows.begin(), rows.end(), [&](const EvidenceRow& earlier) {
            return earlier.id == id.text;
        });
        if (again) {
            faults.add({.id = "fault.csv_duplicate", .at = id.at, .key = "id", .text = id.text});
        }
        rows.push_back({.id = id.text,
                        .figure = table->at(row, "figure").text,
                        .value = table->at(row, "value").text,
                        .year = table->at(row, "year").text,
                        .population = table->at(row, "population").text,
                        .source = table->at(row, "source").text,
                        .address = table->at(row, "address").text});
    }
    return rows;
}

std::vector<std::string> cited_ids(std::string_view source) {
    std::vector<std::string> ids;
    const auto word_at = [&](std::size_t i) {
        return i < source.size() && (is_letter(source[i]) || is_digit(source[i]));
    };
    for (std::size_t at = 0; at + 3 <= source.size(); ++at) {
        const bool starts_word = at == 0 || !word_at(at - 1);
        if (starts_word && source[at] >= 'A' && source[at] <= 'Z' && is_digit(source[at + 1]) &&
            is_digit(source[at + 2]) && !word_at(at + 3)) {
            ids.emplace_back(source.substr(at, 3));
        }
    }
    return ids;
}

} // namespace tsunagi
