#pragma once

#include "outputs/messages/messages.hpp"

#include <string>
#include <vector>

namespace tsunagi {

/// A fault of the user's input as plain values; scenarios/reader/fault.hpp says what they mean.
struct FaultParts {
    std::string id;
    Messages::Arguments arguments; ///< "name.en" and "name.ja" fill {name} in their own language
    std::string file;
    int line{}; ///< 0: the file as a whole
    int column{};
    std::string key;
    std::string text;
    std::vector<std::string> nearest;
};

/// A rule with the names that may have been meant, best first, where there are any; at most three.
std::string
with_nearest(const std::string& rule, const std::vector<std::string>& names, const Messages& words);

/// One line: `file:line:column: key = text as typed: rule; remedy`, with the nearest known names
/// where there are any.
std::string fault_line(const FaultParts& fault, const Messages& words);

} // namespace tsunagi
