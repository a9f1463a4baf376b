#pragma once

#include "tests/golden/cases/golden_case.hpp"

namespace tsunagi::test {

/// Two replications of the short experiment of tests/support/small_region.hpp under two readings,
/// and one of its wide region.
GoldenPart study_part();

} // namespace tsunagi::test
