#pragma once

#include "engine/experiment/patterns.hpp"
#include "outputs/messages/messages.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <span>
#include <string>

namespace tsunagi::program {

/// What the patterns were read on.
struct PatternSource {
    const std::string& study; ///< its name
    const Experiment& experiment;
    const PatternOptions& options;
};

/// A line for every pattern.
std::string pattern_text(const Messages& words, std::span<const PatternRow> rows);

/// The same as JSON (tools/README.md).
std::string pattern_json(const PatternSource& source, std::span<const PatternRow> rows);

} // namespace tsunagi::program
