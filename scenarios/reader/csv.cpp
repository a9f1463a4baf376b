#include "scenarios/reader/csv.hpp"

#include "engine/core/contracts.hpp"
#include "scenarios/reader/text.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Takes one field, "a ""quoted"" word", off the front of the rest of a line. Nothing if there is
// none.
std::optional<std::string> take_field(std::string_view& rest) {
    if (rest.empty() || rest.front() != '"') {
        return std::nullopt;
    }
    std::string text;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        const bool quote = rest[i] == '"';
        if (quote && rest.substr(i + 1, 1) != "\"") {
            rest.remove_prefix(i + 1);
            return text;
        }
        text.push_back(rest[i]);
        i += quote ? 1U : 0U;
    }
    return std::nullopt;
}

// Fields of one line: "a","b ""quoted""","c". Nothing if the line is not of that form.
std::optional<std::vector<CsvTable::Cell>> cells_of(std::string_view line, const Position& at) {
    std::vector<CsvTable::Cell> cells;
    int column = 1;
    for (std::string_view rest = line;; rest.remove_prefix(1)) {
        const auto from_here = rest;
        auto text = take_field(rest);
        if (!text) {
            return std::nullopt;
        }
        cells.push_back({.text = std::move(*text), .at = {at.file, at.line, column}});
        const auto taken = from_here.substr(0, from_here.size() - rest.size());
        column += static_cast<int>(characters(taken).size()) + 1;
        if (rest.empty()) {
            return cells;
        }
        if (rest.front() != ',') {
            return std::nullopt;
        }
    }
}

bool has_columns(const std::vector<CsvTable::Cell>& header, std::span<const std::string> columns) {
    return std::equal(
        header.begin(),
        header.end(),
        columns.begin(),
        columns.end(),
        [](const CsvTable::Cell& cell, const std::string& name) { return cell.text == name; });
}

std::string header_of(std::span<const std::string> columns) {
    std::string header;
    for (const auto& name : columns) {
        header.append(header.empty() ? "\"" : ",\"").append(name).append("\"");
    }
    return header;
}

} // namespace

const CsvTable::Cell& CsvTable::at(std::size_t row, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    expects(row < rows_.size() && found != columns_.end(), "a cell lies inside its table");
    return rows_[row][static_cast<std::size_t>(found - columns_.begin())];
}

std::optional<CsvTable> read_csv(Inputs& inputs,
                                 const std::string& file,
                                 std::span<const std::string> columns,
                                 const Position& named_at,
                                 FaultLog& faults) {
    const auto text = inputs.read_text(file, named_at, faults);
    if (!text) {
        return std::nullopt;
    }
    const auto lines = lines_of(*text);
    const auto header = lines.empty() ? std::nullopt : cells_of(lines.front(), {file, 1, 1});
    if (!header || !has_columns(*header, columns)) {
        faults.add({.id = "fault.csv_header",
                    .arguments = {{"header", header_of(columns)}},
                    .at = {file, 1, 1}});
        return std::nullopt;
    }
    std::vector<std::vector<CsvTable::Cell>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Position at{file, static_cast<int>(i) + 1, 1};
        auto cells = cells_of(lines[i], at);
        if (cells && cells->size() == columns.size()) {
            rows.push_back(std::move(*cells));
        } else {
            faults.add({.id = "fault.csv_row",
                        .arguments = {{"columns", std::to_string(columns.size())}},
                        .at = at});
        }
    }
    return CsvTable{{columns.begin(), columns.end()}, std::move(rows)};
}

} // namespace tsunagi
