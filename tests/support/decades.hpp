#pragma once

#include <cmath>
#include <vector>

namespace tsunagi::test {

/// Numbers from `from` on, each the same factor larger, that stay below `to`.
inline std::vector<double> decades(double from, double to, int per_decade) {
    const double steps = std::ceil(std::log10(to / from) * per_decade - 1e-9);
    std::vector<double> numbers;
    for (int step = 0; step < static_cast<int>(steps); ++step) {
        numbers.push_back(from * std::pow(10.0, static_cast<double>(step) / per_decade));
    }
    return numbers;
}

} // namespace tsunagi::test
