#include "scenarios/reader/csv.hpp"

#include "engine/core/contracts.hpp"
#include "scenarios/reader/text.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Fields of one line: "a","b ""quoted""","c". Nothing if the line is not of that form.
std::optional<std::vector<CsvTable::Cell>> cells_of(std::string_view line, Position at) {
    std::vector<CsvTable::Cell> cells;
    std::size_t from = 0;
    while (true) {
        if (from >= line.size() || line[from] != '"') {
            return std::nullopt;
        }
        CsvTable::Cell cell{.text = {},
                            .at = {at.file,
                                   at.line,
                                   static_cast<int>(characters(line.substr(0, from)).size()) + 1}};
        std::size_t end = from + 1;
        for (; end < line.size(); ++end) {
            if (line[end] == '"') {
                if (end + 1 >= line.size() || line[end + 1] != '"') {
                    break;
                }
                ++end;
            }
            cell.text.push_back(line[end]);
        }
        cells.push_back(std::move(cell));
        if (end + 1 == line.size()) {
            return cells;
        }
        if (end >= line.size() || line[end + 1] != ',') {
            return std::nullopt;
        }
        from = end + 2;
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
    std::vector<std::vector<CsvTable::Cell>> rows;
    int number = 0;
    for (const auto line : lines_of(*text)) {
        const Position at{file, ++number, 1};
        auto cells = cells_of(line, at);
        if (number == 1) {
            if (!cells || !has_columns(*cells, columns)) {
                std::string header;
                for (const auto& name : columns) {
                    header += (header.empty() ? "\"" : ",\"") + name + "\"";
                }
                faults.add({.id = "fault.csv_header", .arguments = {{"header", header}}, .at = at});
                return std::nullopt;
            }
        } else if (!cells || cells->size() != columns.size()) {
            faults.add({.id = "fault.csv_row",
                        .arguments = {{"columns", std::to_string(columns.size())}},
                        .at = at});
        } else {
            rows.push_back(std::move(*cells));
        }
    }
    return CsvTable{{columns.begin(), columns.end()}, std::move(rows)};
}

} // namespace tsunagi
