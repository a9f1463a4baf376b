#include "scenarios/reader/toml.hpp"

#include "scenarios/reader/detail/key_depth.hpp"
#include "scenarios/reader/text.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace tsunagi {

namespace {

// Far beyond what any file needs: tables inside tables are read by recursion, and some rules look
// at every two members of a table.
constexpr std::size_t most_levels = 32;
constexpr std::size_t most_members = 10'000;

Fault too_deep(const Position& at) {
    return {
        .id = "fault.too_deep", .arguments = {{"levels", std::to_string(most_levels)}}, .at = at};
}

/// Turns toml++'s tree into ours, one file at a time.
class Converter {
public:
    Converter(const std::string& text, const std::string& file, FaultLog& faults)
        : file_{file}, faults_{faults} {
        for (const auto line : lines_of(text)) {
            lines_.push_back(characters(line));
        }
    }

    /// @param level  how many tables and lists the value lies in
    Value convert(const toml::node& node, std::size_t level) const {
        Value value{
            .at = position(node.source().begin), .text = typed(node.source()), .content = {}};
        if (level > most_levels) {
            faults_.add(too_deep(value.at));
        } else if (const auto* table = node.as_table()) {
            if (!table->is_inline()) {
                value.text.clear(); // the typed text of such a table is its header
            }
            check_size(table->size(), value.at);
            value.content = convert_table(*table, level);
        } else if (const auto* array = node.as_array()) {
            check_size(array->size(), value.at);
            Value::List list;
            for (const auto& element : *array) {
                list.push_back(convert(element, level + 1));
            }
            value.content = std::move(list);
        } else {
            convert_scalar(node, value);
        }
        return value;
    }

private:
    void check_size(std::size_t size, const Position& at) const {
        if (size > most_members) {
            faults_.add({.id = "fault.too_many",
                         .arguments = {{"count", std::to_string(size)},
                                       {"most", std::to_string(most_members)}},
                         .at = at});
        }
    }

    static void convert_scalar(const toml::node& node, Value& value) {
        if (const auto* text = node.as_string()) {
            value.content = text->get();
        } else if (const auto* whole = node.as_integer()) {
            value.content = whole->get();
        } else if (const auto* real = node.as_floating_point()) {
            value.content = real->get();
        } else if (const auto* truth = node.as_boolean()) {
            value.content = truth->get();
        } else if (const auto* date = node.as_date()) {
            value.content = std::chrono::sys_days{std::chrono::year{(*date)->year} /
                                                  std::chrono::month{(*date)->month} /
                                                  std::chrono::day{(*date)->day}};
        } else {
            value.content = Value::Other{};
        }
    }

    Value::Table convert_table(const toml::table& table, std::size_t level) const {
        Value::Table members;
        for (const auto& [key, node] : table) {
            members.push_back(
                {std::string{key.str()}, position(key.source().begin), convert(node, level + 1)});
        }
        std::stable_sort(members.begin(),
                         members.end(),
                         [](const Member& one, const Member& other) { return one.at < other.at; });
        return members;
    }

    Position position(toml::source_position at) const {
        return {file_, static_cast<int>(at.line), static_cast<int>(at.column)};
    }

    // What stands in the file from the first character of a value to its last, one line of it at
    // most.
    std::string typed(const toml::source_region& region) const {
        constexpr std::size_t longest = 60;
        if (region.begin.line == 0 || region.begin.line > lines_.size()) {
            return {};
        }
        const auto& line = lines_[region.begin.line - 1];
        const std::size_t from = std::min<std::size_t>(region.begin.column - 1, line.size());
        std::size_t to = region.end.line == region.begin.line
                             ? std::min<std::size_t>(region.end.column - 1, line.size())
                             : line.size();
        const bool cut = region.end.line != region.begin.line || to - from > longest;
        to = std::min(to, from + longest);
        return to_utf8(line.substr(from, to - from)) + (cut ? " ..." : "");
    }

    static std::string to_utf8(std::u32string_view line) {
        std::string text;
        for (const char32_t c : line) {
            const auto tail = [&](unsigned shift) {
                text.push_back(static_cast<char>(0x80U | (c >> shift & 0x3FU)));
            };
            if (c < 0x80) {
                text.push_back(static_cast<char>(c));
            } else if (c < 0x800) {
                text.push_back(static_cast<char>(0xC0U | c >> 6U));
                tail(0);
            } else if (c < 0x10000) {
                text.push_back(static_cast<char>(0xE0U | c >> 12U));
                tail(6);
                tail(0);
            } else {
                text.push_back(static_cast<char>(0xF0U | c >> 18U));
                tail(12);
                tail(6);
                tail(0);
            }
        }
        return text;
    }

    const std::string& file_;
    FaultLog& faults_;
    std::vector<std::u32string> lines_;
};

std::string trimmed(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    const auto last = line.find_last_not_of(" \t");
    return first == std::string_view::npos ? std::string{}
                                           : std::string{line.substr(first, last - first + 1)};
}

// The code of a line: what stands outside quotes and comments.
std::string bare_part(std::string_view line) {
    std::string bare;
    char quote = 0;
    for (const char letter : line) {
        if (quote == 0 && letter == '#') {
            break;
        }
        if (letter == '"' || letter == '\'') {
            quote = quote == 0 ? letter : quote == letter ? char{0} : quote;
        } else if (quote == 0) {
            bare.push_back(letter);
        }
    }
    return bare;
}

bool has_decimal_comma(std::string_view bare) {
    if (bare.find('[') != std::string_view::npos) {
        return false;
    }
    for (std::size_t at = 1; at + 1 < bare.size(); ++at) {
        const auto is_digit = [&](std::size_t i) { return bare[i] >= '0' && bare[i] <= '9'; };
        if (bare[at] == ',' && is_digit(at - 1) && is_digit(at + 1)) {
            return true;
        }
    }
    return false;
}

// toml++ tells in English what it met and garbles keys outside ASCII; the kinds a planner meets are
// told in our words.
Fault syntax_fault(const toml::parse_error& error,
                   const std::string& text,
                   const std::string& file) {
    const auto where = error.source().begin;
    const auto lines = lines_of(text);
    const auto line =
        where.line >= 1 && where.line <= lines.size() ? lines[where.line - 1] : std::string_view{};
    Fault fault{
        .id = "fault.not_toml",
        .at = {file, static_cast<int>(where.line), static_cast<int>(where.column)},
        .text = trimmed(line),
    };
    const auto described = error.description();
    const std::string bare = bare_part(line);
    if (described.find("redefine") != std::string_view::npos) {
        fault.id = "fault.duplicate_key";
        fault.at.column = static_cast<int>(line.find_first_not_of(" \t")) + 1;
    } else if (half_width(bare) != bare) {
        fault.id = "fault.full_width";
        fault.arguments = {{"half_width", trimmed(half_width(line))}};
    } else if (described.find("parsing string") != std::string_view::npos ||
               std::count(line.begin(), line.end(), '"') % 2 == 1) {
        fault.id = "fault.open_quote";
    } else if (has_decimal_comma(bare)) {
        fault.id = "fault.decimal_comma";
    } else if (first_invalid_utf8(bare) || characters(bare).size() != bare.size()) {
        fault.id = "fault.unquoted_text";
    }
    return fault;
}

} // namespace

std::optional<Value>
parse_toml(const std::string& text, const std::string& file, FaultLog& faults) {
    if (const auto deep = detail::first_deep_key(text, most_levels)) {
        faults.add(too_deep(position_of(text, *deep, file)));
        return std::nullopt;
    }
    try {
        const auto before = faults.count();
        const toml::table root = toml::parse(text, file);
        Value value = Converter{text, file, faults}.convert(root, 0);
        value.at = {file, 1, 1};
        return faults.count() == before ? std::optional{std::move(value)} : std::nullopt;
    } catch (const toml::parse_error& error) {
        faults.add(syntax_fault(error, text, file));
        return std::nullopt;
    }
}

} // namespace tsunagi
