#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"
#include "engine/random/det.hpp"
#include "engine/random/detail/polynomial.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace tsunagi::det {
namespace {

/// Coefficients of a polynomial, highest power first.
using Degree7 = std::array<double, 8>;

struct Rational {
    Degree7 numerator;
    Degree7 denominator;
    double at(double x) const {
        return detail::polynomial(numerator, x) / detail::polynomial(denominator, x);
    }
};

// The three rational approximations of PPND16: for |u - 1/2| <= 0.425, for the tails, and for the
// far tails.
constexpr Rational central{{2.5090809287301226727e+3,
                            3.3430575583588128105e+4,
                            6.7265770927008700853e+4,
                            4.5921953931549871457e+4,
                            1.3731693765509461125e+4,
                            1.9715909503065514427e+3,
                            1.3314166789178437745e+2,
                            3.3871328727963666080e+0},
                           {5.2264952788528545610e+3,
                            2.8729085735721942674e+4,
                            3.9307895800092710610e+4,
                            2.1213794301586595867e+4,
                            5.3941960214247511077e+3,
                            6.8718700749205790830e+2,
                            4.2313330701600911252e+1,
                            1.0}};
constexpr Rational tail{{7.74545014278341407640e-4,
                         2.27238449892691845833e-2,
                         2.41780725177450611770e-1,
                         1.27045825245236838258e+0,
                         3.64784832476320460504e+0,
                         5.76949722146069140550e+0,
                         4.63033784615654529590e+0,
                         1.42343711074968357734e+0},
                        {1.05075007164441684324e-9,
                         5.47593808499534494600e-4,
                         1.51986665636164571966e-2,
                         1.48103976427480074590e-1,
                         6.89767334985100004550e-1,
                         1.67638483018380384940e+0,
                         2.05319162663775882187e+0,
                         1.0}};
constexpr Rational far_tail{{2.01033439929228813265e-7,
                             2.71155556874348757815e-5,
                             1.24266094738807843860e-3,
                             2.65321895265761230930e-2,
                             2.96560571828504891230e-1,
                             1.78482653991729133580e+0,
                             5.46378491116411436990e+0,
                             6.65790464350110377720e+0},
                            {2.04426310338993978564e-15,
                             1.42151175831644588870e-7,
                             1.84631831751005468180e-5,
                             7.86869131145613259100e-4,
                             1.48753612908506148525e-2,
                             1.36929880922735805310e-1,
                             5.99832206555887937690e-1,
                             1.0}};

/// exp(-z^2 / 2) / sqrt(2 pi) for z in [0, 40]. The square of z cut to sixteenths is exact, so that
/// the error of the square does not grow into the far tail.
double normal_density(double z) {
    constexpr double one_over_root_two_pi = 0.398942280401432677939946;
    const double coarse = static_cast<double>(whole_below(z * 16.0)) * 0.0625;
    const double fine = z - coarse;
    return one_over_root_two_pi * exp(-0.5 * coarse * coarse) * exp(-fine * (coarse + 0.5 * fine));
}

/// Phi(-z) for z >= 2, by the continued fraction of Mills' ratio: Phi(-z) = density / (z + 1/(z +
/// 2/(z + 3/(z + ...)))).
double upper_tail(double z) {
    // Levels that leave a relative error below 1e-16; fewer are needed the farther out.
    double fraction = z;
    for (int level = static_cast<int>(14.0 + 350.0 / (z * z)); level >= 1; --level) {
        fraction = z + level / fraction;
    }
    return normal_density(z) / fraction;
}

/// Phi(z) - 1/2 for 0 <= z < 2: density times the series of z^(2n+1) / (1 3 5 ... (2n+1)), all
/// terms positive.
double central_part(double z) {
    double term = z;
    double sum = z;
    for (double odd = 3.0; term > sum * 0x1p-54; odd += 2.0) {
        term *= z * z / odd;
        sum += term;
    }
    return normal_density(z) * sum;
}

} // namespace

double normal_quantile(double u) {
    expects(u > 0.0 && u < 1.0, "normal_quantile needs a probability in (0, 1)");
    const double centred = u - 0.5;
    if (std::fabs(centred) <= 0.425) {
        return centred * central.at(0.180625 - centred * centred);
    }
    const double distance = std::sqrt(-log(centred < 0.0 ? u : 1.0 - u));
    const double size = distance <= 5.0 ? tail.at(distance - 1.6) : far_tail.at(distance - 5.0);
    return centred < 0.0 ? -size : size;
}

double normal_cdf(double z) {
    expects(z == z, "normal_cdf needs a number");
    constexpr double series_limit = 2.0;
    constexpr double vanishes = 39.0; // Phi(-39) is below the smallest number
    const double size = std::fabs(z);
    if (size < series_limit) {
        return z < 0.0 ? 0.5 - central_part(size) : 0.5 + central_part(size);
    }
    const double beyond = size < vanishes ? upper_tail(size) : 0.0;
    return z < 0.0 ? beyond : 1.0 - beyond;
}

} // namespace tsunagi::det
