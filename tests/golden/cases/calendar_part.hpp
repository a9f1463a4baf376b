#pragma once

#include "tests/golden/cases/golden_case.hpp"

namespace tsunagi::test {

/// The order in which a calendar gives back what was put into it, much of it at one tick, and taken
/// out again.
GoldenPart calendar_part();

} // namespace tsunagi::test
