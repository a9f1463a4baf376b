#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Columns that a text takes on a terminal: two for East Asian wide characters, none for combining
/// marks.
/// @param text  UTF-8; a byte that is none counts as one column
std::size_t display_width(std::string_view text);

/// A table of plain text with columns lined up on a terminal, in any mixture of languages.
class TextTable {
public:
    enum class Align : std::uint8_t { left, right };
    struct Column {
        std::string heading;
        Align align{};
    };

    explicit TextTable(std::vector<Column> columns);

    /// @throws ContractViolation unless there is one cell for every column
    void add_row(std::vector<std::string> cells);

    /// Heading, a rule, and the rows; every line ends with '\n' and without spaces before it.
    std::string text() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace tsunagi
