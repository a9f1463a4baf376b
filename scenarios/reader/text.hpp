#pragma once

#include "scenarios/reader/fault_log.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// The characters of a UTF-8 text; bytes that are no UTF-8 count as one character each.
std::u32string characters(std::string_view utf8);

/// Byte offset of the first byte that is not valid UTF-8, if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The text with full-width digits, signs, point, comma and letters replaced by their ASCII
/// counterparts.
std::string half_width(std::string_view utf8);

/// Lines without their ends. A last line without an end counts as a line.
std::vector<std::string_view> lines_of(std::string_view text);

/// The place of a byte of a text.
Position position_of(std::string_view text, std::size_t offset, const std::string& file);

/// `part` read from the folder of the file that names it.
std::string beside(const std::string& file, const std::string& part);

/// Turns the bytes of a file into text with LF line ends, telling what is wrong with its encoding.
///
/// A byte order mark and CRLF line ends are faults too, but the text is read on, so that further
/// faults are found.
/// @return nothing if the bytes are not UTF-8
std::optional<std::string>
checked_text(std::string bytes, const std::string& file, FaultLog& faults);

} // namespace tsunagi
