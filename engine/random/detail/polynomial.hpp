#pragma once

#include <array>
#include <cstddef>

namespace tsunagi::det::detail {

/// A polynomial by Estrin's scheme: neighbouring terms are put together, then neighbouring pairs
/// with the square of x, and so on. The elementary functions are called too often for Horner's
/// rule, where every step waits for the one before.
/// @param coefficients  from the highest power down
template <std::size_t count>
constexpr double polynomial(const std::array<double, count>& coefficients, double x) {
    if constexpr (count == 1) {
        return coefficients[0];
    } else {
        constexpr std::size_t alone = count % 2; // the highest coefficient finds no partner
        std::array<double, (count + 1) / 2> pairs{};
        pairs[0] = coefficients[0];
        for (std::size_t pair = alone; pair < pairs.size(); ++pair) {
            const std::size_t higher = 2 * pair - alone;
            pairs[pair] = coefficients[higher] * x + coefficients[higher + 1];
        }
        return polynomial(pairs, x * x);
    }
}

} // namespace tsunagi::det::detail
