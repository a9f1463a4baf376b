#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Damerau-Levenshtein distance of two UTF-8 texts in characters: insertions, deletions,
/// replacements and swaps of neighbours, no character edited twice. Cost O(length x length).
std::size_t edit_distance(std::string_view one, std::string_view other);

/// Up to three of `names` that `typed` may have meant, best first, equals in the order given; none
/// where all are farther away than a third of the typed length (at least 2) or longer than any name
/// should be.
std::vector<std::string> nearest_names(std::string_view typed, std::span<const std::string> names);

} // namespace tsunagi
