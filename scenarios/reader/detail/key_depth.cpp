#include "scenarios/reader/detail/key_depth.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

bool is_quote(char letter) {
    return letter == '"' || letter == '\'';
}

// What may stand between the dots of one key, spaces included.
bool belongs_to_key(char letter) {
    constexpr std::string_view marks = "_- \t";
    const bool is_ascii = static_cast<unsigned char>(letter) < 0x80;
    return !is_ascii || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || marks.find(letter) != std::string_view::npos;
}

// Offset behind the quoted text that begins at `begin`; one of a single line ends with it at the
// latest.
std::size_t after_quoted(std::string_view text, std::size_t begin) {
    constexpr std::size_t long_quote = 3;
    constexpr std::size_t most_closing = 5; // two quotes may belong to the text itself
    const char quote = text[begin];
    const auto quotes_at = [&](std::size_t at) {
        return std::min(text.find_first_not_of(quote, at), text.size()) - at;
    };
    const bool is_long = quotes_at(begin) >= long_quote;
    for (auto at = begin + (is_long ? long_quote : 1); at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (!is_long && (text[at] == quote || text[at] == '\n')) {
            return at + 1;
        } else if (is_long && text[at] == quote && quotes_at(at) >= long_quote) {
            return at + std::min(quotes_at(at), most_closing);
        }
    }
    return text.size();
}

} // namespace

std::optional<std::size_t> first_deep_key(std::string_view text, std::size_t most) {
    std::size_t parts = 1;
    for (std::size_t at = 0; at < text.size();) {
        if (is_quote(text[at])) {
            at = after_quoted(text, at);
            continue;
        }
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (text[at] == '.') {
            ++parts;
        } else if (!belongs_to_key(text[at])) {
            parts = 1;
        }
        if (parts > most) {
            return at;
        }
        ++at;
    }
    return std::nullopt;
}

} // namespace tsunagi::detail
