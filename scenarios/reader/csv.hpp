#pragma once

#include "scenarios/reader/inputs.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// A long table: UTF-8, comma separated, every field in double quotes, column names in line 1.
class CsvTable {
public:
    struct Cell {
        std::string text;
        Position at;
    };

    CsvTable(std::vector<std::string> columns, std::vector<std::vector<Cell>> rows)
        : columns_{std::move(columns)}, rows_{std::move(rows)} {}

    std::size_t rows() const { return rows_.size(); }
    /// @throws ContractViolation if there is no such row or column
    const Cell& at(std::size_t row, std::string_view column) const;

private:
    std::vector<std::string> columns_;
    std::vector<std::vector<Cell>> rows_;
};

/// Reads a table that must have exactly these columns, in this order.
/// @return nothing if the file cannot be read or its header differs; rows with a wrong number of
/// fields are told and left out
std::optional<CsvTable> read_csv(Inputs& inputs,
                                 const std::string& file,
                                 std::span<const std::string> columns,
                                 const Position& named_at,
                                 FaultLog& faults);

} // namespace tsunagi
