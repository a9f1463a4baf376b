#pragma once

#include "scenarios/reader/fault_log.hpp"
#include "scenarios/reader/value.hpp"

#include <optional>
#include <string>

namespace tsunagi {

/// Reads TOML 1.0 text into values that know where they stand.
/// @param text  UTF-8 with LF line ends
/// @param file  name to print in positions
/// @return the root table; nothing if the text is not TOML, which is told at the first place where
/// it is not, or if it is deeper or wider than any input needs
std::optional<Value> parse_toml(const std::string& text, const std::string& file, FaultLog& faults);

} // namespace tsunagi
