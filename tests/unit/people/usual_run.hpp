#pragma once

#include "tests/support/small_region.hpp"

#include <cstdint>

/// The run that tests of people have in mind.
namespace tsunagi::test {

inline const Parameters defaults = default_parameters();

/// So many days after the start.
inline SimTime run_day(std::int64_t days) {
    return run_start + days * one_day;
}

} // namespace tsunagi::test
