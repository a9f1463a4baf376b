#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/tables/analysis.hpp"

#include <string>

namespace tsunagi {

/// What `tsunagi compare` prints: question and setting; the headline share, first of all split by
/// whether the link was good at the start; what was expected beside it; break-even strengths; all
/// outcomes; groups of persons; pathways; use, re-imprisonment, residential tracks and retention;
/// hours. Plain text, lines end with '\n'.
std::string compare_text(const Analysis& analysis, const Messages& messages);

} // namespace tsunagi
