#include "engine/random/near_zero.hpp"

#include "engine/random/det.hpp"
#include "engine/random/detail/exp_tail.hpp"

namespace tsunagi::det {

double log_one_plus(double x) {
    const double sum = 1.0 + x;
    const double kept = sum - 1.0; // what of x has survived the rounding of the sum
    return kept == 0.0 ? x : det::log(sum) * (x / kept);
}

double exp_minus_one(double x) {
    constexpr double series_limit = 0.35; // beyond it the difference keeps its digits
    return x > -series_limit && x < series_limit ? x + x * x * detail::exp_tail(x)
                                                 : det::exp(x) - 1.0;
}

} // namespace tsunagi::det
