#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace tsunagi::det::detail {

/// A polynomial by Horner's rule, from the highest power down. Written out at compile time: the
/// elementary functions are called too often for a loop.
template <std::size_t count>
double horner(const std::array<double, count>& coefficients, double x) {
    return [&]<std::size_t... later>(std::index_sequence<later...>) {
        double sum = coefficients[0];
        ((sum = sum * x + coefficients[later + 1]), ...);
        return sum;
    }
    (std::make_index_sequence<count - 1>{});
}

} // namespace tsunagi::det::detail
