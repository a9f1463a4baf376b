#include "engine/clocks/near_zero.hpp"

#include "engine/random/det.hpp"

namespace tsunagi::det {

double log_one_plus(double x) {
    const double sum = 1.0 + x;
    const double kept = sum - 1.0; // what of x has survived the rounding of the sum
    return kept == 0.0 ? x : det::log(sum) * (x / kept);
}

double exp_minus_one(double x) {
    const double grown = det::exp(x);
    const double gain = grown - 1.0;
    if (gain == 0.0) {
        return x;
    }
    // grown is the exponential of log(grown), not quite of x; a smooth ratio corrects that.
    return grown > 0.0 ? gain * (x / det::log(grown)) : gain;
}

} // namespace tsunagi::det
