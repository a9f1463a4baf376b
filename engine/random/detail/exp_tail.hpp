#pragma once

#include "engine/random/detail/polynomial.hpp"

#include <array>

namespace tsunagi::det::detail {

/// (e^x - 1 - x) / x^2 for |x| <= 0.36, by Taylor's series to degree 11; with the two terms before
/// it the exponential is known to degree 13, and the next term is below 2^-57 of it.
inline double exp_tail(double x) {
    constexpr std::array coefficients = {1.0 / 6227020800,
                                         1.0 / 479001600,
                                         1.0 / 39916800,
                                         1.0 / 3628800,
                                         1.0 / 362880,
                                         1.0 / 40320,
                                         1.0 / 5040,
                                         1.0 / 720,
                                         1.0 / 120,
                                         1.0 / 24,
                                         1.0 / 6,
                                         1.0 / 2};
    return polynomial(coefficients, x);
}

} // namespace tsunagi::det::detail
