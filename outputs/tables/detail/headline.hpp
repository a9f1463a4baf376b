#pragma once

#include "engine/observation/outcome.hpp"

namespace tsunagi::detail {

/// The outcome that answers the study's question.
inline constexpr auto headline = Outcome::support_180;

} // namespace tsunagi::detail
