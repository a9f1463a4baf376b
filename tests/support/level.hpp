#pragma once

/// How sure tests of chance are.
namespace tsunagi::test {

/// Chance that a correct program fails one test. Seeds are fixed, so a test that passes once passes
/// always.
inline constexpr double level = 1e-6;

/// Standard errors by which an estimate may miss what it should be, either way, at `level`.
inline constexpr double critical_errors = 4.892;

/// Factor on a parameter that is 5 % wrong, which a test of its law must reject.
inline constexpr double wrong_factor = 1.05;

} // namespace tsunagi::test
