#include "outputs/tables/text_table.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {
namespace {

constexpr std::string_view gap = "  ";

struct CodeRange {
    char32_t first;
    char32_t last;
};

// Blocks whose characters are wide or full-width in Unicode's East Asian Width (UAX 11), as
// terminals draw them.
constexpr std::array wide_ranges{
    CodeRange{0x1100, 0x115f},
    CodeRange{0x2e80, 0x303e},
    CodeRange{0x3041, 0xa4cf},
    CodeRange{0xac00, 0xd7a3},
    CodeRange{0xf900, 0xfaff},
    CodeRange{0xfe30, 0xfe6f},
    CodeRange{0xff00, 0xff60},
    CodeRange{0xffe0, 0xffe6},
    CodeRange{0x1f300, 0x1faff},
    CodeRange{0x20000, 0x3fffd},
};
constexpr std::array combining_ranges{
    CodeRange{0x0300, 0x036f}, CodeRange{0x200b, 0x200f}, CodeRange{0x3099, 0x309a}};

template <class Ranges> bool is_in(char32_t code, const Ranges& ranges) {
    return std::ranges::any_of(
        ranges, [code](CodeRange range) { return range.first <= code && code <= range.last; });
}

std::size_t width_of(char32_t code) {
    if (is_in(code, combining_ranges)) {
        return 0;
    }
    return is_in(code, wide_ranges) ? 2 : 1;
}

/// Takes the first character off a text; a byte that begins none stands for itself.
char32_t take_character(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    char32_t code = lead;
    if (lead >= 0xf0U) {
        length = 4;
        code = lead & 0x07U;
    } else if (lead >= 0xe0U) {
        length = 3;
        code = lead & 0x0fU;
    } else if (lead >= 0xc0U) {
        length = 2;
        code = lead & 0x1fU;
    }
    if (length > text.size()) {
        length = 1;
        code = lead;
    }
    for (std::size_t next = 1; next < length; ++next) {
        code = code << 6U | (static_cast<unsigned char>(text[next]) & 0x3fU);
    }
    text.remove_prefix(length);
    return code;
}

void append_cell(std::string& line,
                 const std::string& cell,
                 std::size_t width,
                 TextTable::Align align) {
    const std::string space(width - display_width(cell), ' ');
    line += align == TextTable::Align::right ? space + cell : cell + space;
}

void end_line(std::string& text) {
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    text += '\n';
}

} // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        width += width_of(take_character(text));
    }
    return width;
}

TextTable::TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {}

void TextTable::add_row(std::vector<std::string> cells) {
    expects(cells.size() == columns_.size(), "a row has one cell for every column");
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    std::size_t total = 0;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        auto width = display_width(columns_[column].heading);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[column]));
        }
        widths.push_back(width);
        total += width + (column > 0 ? gap.size() : 0);
    }
    std::string text;
    const auto add_line = [&](auto&& cell_of) {
        std::string line;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            line += column > 0 ? gap : "";
            append_cell(line, cell_of(column), widths[column], columns_[column].align);
        }
        end_line(line);
        text += line;
    };
    add_line([&](std::size_t column) { return columns_[column].heading; });
    text += std::string(total, '-') + '\n';
    for (const auto& row : rows_) {
        add_line([&](std::size_t column) { return row[column]; });
    }
    return text;
}

} // namespace tsunagi
