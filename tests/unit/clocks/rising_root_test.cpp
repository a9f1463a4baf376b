#include "engine/clocks/detail/rising_root.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

/// Searches for the root of a function that crosses 0 at `root`, counting calls.
template <class Rising> int calls_to_find(const Rising& rising, double root, double reach) {
    int calls = 0;
    const auto counted = [&](double age) {
        ++calls;
        return rising(age);
    };
    const double found =
        detail::rising_root(counted, {.lower = root / reach, .upper = root * reach});
    CHECK(rising(found) >= 0.0);
    CHECK(std::abs(found / root - 1.0) <= 1e-12);
    return calls;
}

} // namespace

TEST_CASE("a smooth function costs few calls, at every magnitude") {
    for (const double root : {1e-200, 1e-30, 1e-4, 0.7, 1.0, 3.3, 1e5, 1e12, 1e200}) {
        for (const double shape : {0.4, 1.0, 3.0}) {
            const auto power = [&](double age) { return std::pow(age / root, shape) - 1.0; };
            CHECK(calls_to_find(power, root, 2.0) <= 20);
        }
    }
}

TEST_CASE("a jump, a plateau and a bracket of many decades end the search all the same") {
    for (const double root : {1e-200, 3.7, 1e200}) {
        const auto jump = [&](double age) { return age < root ? -1e-3 : 1e9; };
        CHECK(calls_to_find(jump, root, 1e100) <= 150);
        const auto plateau = [&](double age) { return age < root ? -1.0 : 0.0; };
        CHECK(calls_to_find(plateau, root, 1e100) <= 150);
        const auto jump_to_infinity = [&](double age) { return age < root ? -1.0 : HUGE_VAL; };
        CHECK(calls_to_find(jump_to_infinity, root, 1e100) <= 150);
        // Rises so steeply, and so slowly, that secants say nothing.
        const auto steep = [&](double age) { return std::pow(age / root, 301.0) - 1.0; };
        CHECK(calls_to_find(steep, root, 10.0) <= 150);
        const auto slow = [&](double age) { return std::cbrt(std::log(age / root)); };
        CHECK(calls_to_find(slow, root, 1e100) <= 150);
    }
}

TEST_CASE("a bracket that begins at age 0 or has no width ends the search") {
    const auto line = [](double age) { return age - 1e-30; };
    CHECK(detail::rising_root(line, {.lower = 0.0, .upper = 10.0}) == Approx(1e-30).epsilon(1e-12));
    CHECK(detail::rising_root(line, {.lower = 1e-30, .upper = 1e-30}) == 1e-30);
    CHECK(detail::rising_root(line, {.lower = 0.0, .upper = 0.0}) == 0.0);
}
