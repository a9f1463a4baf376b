#include "scenarios/reader/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace tsunagi {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

struct ByteRange {
    unsigned char lowest;
    unsigned char highest;
    bool holds(unsigned char byte) const { return lowest <= byte && byte <= highest; }
};

/// One row of table 3-7 of the Unicode Standard, well-formed UTF-8; bytes after the second lie in
/// 80..BF.
struct SequenceForm {
    ByteRange lead;
    ByteRange second;
    std::size_t length;
};
constexpr ByteRange continuation{0x80, 0xBF};
constexpr std::array<SequenceForm, 8> sequence_forms{{{{0xC2, 0xDF}, continuation, 2},
                                                      {{0xE0, 0xE0}, {0xA0, 0xBF}, 3},
                                                      {{0xE1, 0xEC}, continuation, 3},
                                                      {{0xED, 0xED}, {0x80, 0x9F}, 3},
                                                      {{0xEE, 0xEF}, continuation, 3},
                                                      {{0xF0, 0xF0}, {0x90, 0xBF}, 4},
                                                      {{0xF1, 0xF3}, continuation, 4},
                                                      {{0xF4, 0xF4}, {0x80, 0x8F}, 4}}};

// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto lead = byte_at(text, at);
    if (lead < 0x80) {
        return 1;
    }
    const auto* form = std::find_if(sequence_forms.begin(),
                                    sequence_forms.end(),
                                    [&](const SequenceForm& row) { return row.lead.holds(lead); });
    if (form == sequence_forms.end() || at + form->length > text.size() ||
        !form->second.holds(byte_at(text, at + 1))) {
        return 0;
    }
    for (std::size_t i = 2; i < form->length; ++i) {
        if (!continuation.holds(byte_at(text, at + i))) {
            return 0;
        }
    }
    return form->length;
}

bool is_shift_jis(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto lead = byte_at(bytes, at);
        if (lead < 0x80 || (lead >= 0xA1 && lead <= 0xDF)) {
            continue;
        }
        const bool starts_pair = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        if (!starts_pair || ++at == bytes.size()) {
            return false;
        }
        const auto trail = byte_at(bytes, at);
        if (trail < 0x40 || trail == 0x7F || trail > 0xFC) {
            return false;
        }
    }
    return true;
}

void drop_carriage_returns(std::string& text, const std::string& file, FaultLog& faults) {
    const auto first = text.find('\r');
    if (first == std::string::npos) {
        return;
    }
    faults.add({.id = "fault.crlf", .at = position_of(text, first, file)});
    std::erase(text, '\r');
}

} // namespace

std::u32string characters(std::string_view utf8) {
    std::u32string decoded;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto length = std::max<std::size_t>(1, sequence_length(utf8, at));
        char32_t character = byte_at(utf8, at);
        if (length > 1) {
            character &= 0x7FU >> length;
        }
        for (std::size_t i = 1; i < length; ++i) {
            character = (character << 6U) | (byte_at(utf8, at + i) & 0x3FU);
        }
        decoded.push_back(character);
        at += length;
    }
    return decoded;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = sequence_length(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::string half_width(std::string_view utf8) {
    // U+FF01..U+FF5E mirror U+0021..U+007E; U+2212 is what Japanese keyboards give for minus.
    // U+30FC, which looks alike, lengthens vowels.
    std::string narrow;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto length = std::max<std::size_t>(1, sequence_length(utf8, at));
        const auto piece = utf8.substr(at, length);
        const char32_t character = characters(piece).front();
        if (character >= 0xFF01 && character <= 0xFF5E) {
            narrow.push_back(static_cast<char>(character - 0xFF01 + 0x21));
        } else if (character == 0x2212) {
            narrow.push_back('-');
        } else {
            narrow += piece;
        }
        at += length;
    }
    return narrow;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

Position position_of(std::string_view text, std::size_t offset, const std::string& file) {
    const auto before = text.substr(0, offset);
    const auto line_start =
        before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {file,
            static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<int>(characters(before.substr(line_start)).size()) + 1};
}

std::string beside(const std::string& file, const std::string& part) {
    return (std::filesystem::path{file}.parent_path() / part).lexically_normal().generic_string();
}

std::optional<std::string>
checked_text(std::string bytes, const std::string& file, FaultLog& faults) {
    if (bytes.starts_with(byte_order_mark)) {
        faults.add({.id = "fault.byte_order_mark", .at = {file, 1, 1}});
        bytes.erase(0, byte_order_mark.size());
    }
    if (const auto invalid = first_invalid_utf8(bytes)) {
        faults.add({.id = is_shift_jis(bytes) ? "fault.shift_jis" : "fault.not_utf8",
                    .at = position_of(bytes, *invalid, file)});
        return std::nullopt;
    }
    drop_carriage_returns(bytes, file, faults);
    return bytes;
}

} // namespace tsunagi
