#pragma once

#include <cmath>

namespace tsunagi::test {

/// Of a lapse by a day of abstinence: the law of B11 written out, with its constants.
struct CumulativeHazard {
    double early = 0.32;
    double late_per_year = 0.36;
    double shape = 0.415;

    double operator()(double day) const {
        return early * std::log(1.0 + std::pow(day / 137.0, shape)) + late_per_year * day / 365.25;
    }
};

} // namespace tsunagi::test
