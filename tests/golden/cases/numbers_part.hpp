#pragma once

#include "tests/golden/cases/golden_case.hpp"

namespace tsunagi::test {

/// Random words, elementary functions, samplers, choices, laws of time and hazards.
GoldenPart numbers_part();

} // namespace tsunagi::test
