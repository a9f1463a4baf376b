#pragma once

#include "tests/support/default_parameters.hpp"

namespace tsunagi::test {

/// How links grow and fade by default.
inline const RelationParameters relation_defaults = default_parameters().relations;

} // namespace tsunagi::test
