#pragma once

#include "engine/observation/metrics.hpp"

#include <string_view>

namespace tsunagi {

/// Names under which results files and JSON hold the engine's enumerations. Frozen: files are read
/// by them.
std::string_view name_of(Count count);
/// What a count counts, in a sentence.
std::string_view meaning_of(Count count);
std::string_view name_of(LinkGroup group);
std::string_view name_of(Route route);
std::string_view name_of(Task task);

} // namespace tsunagi
