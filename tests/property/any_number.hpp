#pragma once

#include "tests/support/for_all.hpp"

#include <cstdint>

/// Numbers drawn with rapidcheck, within a property.
namespace tsunagi::test {

/// From 0 up to one less than a number, whatever the size of the case: rapidcheck's own range
/// begins narrow. Shrinks towards 0.
inline std::int64_t any_below(std::int64_t numbers) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, numbers));
}

/// 0, 1, or anything between.
inline double any_fraction() {
    constexpr std::int64_t steps = 1'000'000;
    const auto drawn = any_below(4 * steps);
    if (drawn < 2 * steps) {
        return drawn < steps ? 0.0 : 1.0;
    }
    return static_cast<double>(drawn - 2 * steps) / static_cast<double>(2 * steps);
}

} // namespace tsunagi::test
