#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"
#include "engine/random/det.hpp"
#include "engine/random/detail/polynomial.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace tsunagi::det {
namespace {

/// Polynomials by their coefficients, highest power first.
template <std::size_t numerator_terms, std::size_t denominator_terms = numerator_terms>
struct Rational {
    std::array<double, numerator_terms> numerator;
    std::array<double, denominator_terms> denominator;
    double at(double x) const {
        return detail::polynomial(numerator, x) / detail::polynomial(denominator, x);
    }
};

// The three rational approximations of PPND16: for |u - 1/2| <= 0.425, for the tails, and for the
// far tails.
constexpr Rational<8> quantile_central{{2.5090809287301226727e+3,
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
constexpr Rational<8> quantile_tail{{7.74545014278341407640e-4,
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
constexpr Rational<8> quantile_far_tail{{2.01033439929228813265e-7,
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

// Those of the distribution function, of z^2 in the middle, of z beyond, of 1 / z^2 far out.
constexpr Rational<5> cdf_central{{6.5682337918207449113e-2,
                                   2.2352520354606839287e+0,
                                   1.6102823106855587881e+2,
                                   1.0676894854603709582e+3,
                                   1.8154981253343561249e+4},
                                  {1.0,
                                   4.7202581904688241870e+1,
                                   9.7609855173777669322e+2,
                                   1.0260932208618978205e+4,
                                   4.5507789335026729956e+4}};
constexpr Rational<9> cdf_tail{{1.0765576773720192317e-8,
                                3.9894151208813466764e-1,
                                8.8831497943883759412e+0,
                                9.3506656132177855979e+1,
                                5.9727027639480026226e+2,
                                2.4945375852903726711e+3,
                                6.8481904505362823326e+3,
                                1.1602651437647350124e+4,
                                9.8427148383839780218e+3},
                               {1.0,
                                2.2266688044328115691e+1,
                                2.3538790178262499861e+2,
                                1.5193775994075548050e+3,
                                6.4855582982667607550e+3,
                                1.8615571640885098091e+4,
                                3.4900952721145977266e+4,
                                3.8912003286093271411e+4,
                                1.9685429676859990727e+4}};
constexpr Rational<6> cdf_far_tail{{2.3073441764940173030e-2,
                                    2.1589853405795699000e-1,
                                    1.2740116116024736390e-1,
                                    2.2235277870649807e-2,
                                    1.4216191932278934660e-3,
                                    2.9112874951168792000e-5},
                                   {1.0,
                                    1.2842600961449112100e+0,
                                    4.6823821248086511800e-1,
                                    6.5988137868928551500e-2,
                                    3.7823963320275824400e-3,
                                    7.2975155508396620500e-5}};

/// exp(-z^2 / 2) for z in [0, 40]. The square of z cut to sixteenths is exact, so that the error of
/// the square does not grow into the far tail.
double bell(double z) {
    const double coarse = static_cast<double>(whole_below(z * 16.0)) * 0.0625;
    const double fine = z - coarse;
    return exp(-0.5 * coarse * coarse) * exp(-fine * (coarse + 0.5 * fine));
}

/// Phi(-z) for z in (0.67, 39).
double upper_tail(double z) {
    constexpr double far_out = 5.656854249492380195206755;
    if (z <= far_out) {
        return bell(z) * cdf_tail.at(z);
    }
    constexpr double one_over_root_two_pi = 0.398942280401432677939946;
    const double inverse_square = 1.0 / (z * z);
    return bell(z) * (one_over_root_two_pi - inverse_square * cdf_far_tail.at(inverse_square)) / z;
}

} // namespace

double normal_quantile(double u) {
    expects(u > 0.0 && u < 1.0, "normal_quantile needs a probability in (0, 1)");
    const double centred = u - 0.5;
    if (std::fabs(centred) <= 0.425) {
        return centred * quantile_central.at(0.180625 - centred * centred);
    }
    const double distance = std::sqrt(-log(centred < 0.0 ? u : 1.0 - u));
    const double size =
        distance <= 5.0 ? quantile_tail.at(distance - 1.6) : quantile_far_tail.at(distance - 5.0);
    return centred < 0.0 ? -size : size;
}

double normal_cdf(double z) {
    expects(z == z, "normal_cdf needs a number");
    constexpr double middle = 0.67448975; // half of the probability
    constexpr double vanishes = 39.0;     // Phi(-39) is below the smallest number
    const double size = std::fabs(z);
    if (size < middle) {
        return 0.5 + z * cdf_central.at(z * z);
    }
    const double beyond = size < vanishes ? upper_tail(size) : 0.0;
    return z < 0.0 ? beyond : 1.0 - beyond;
}

} // namespace tsunagi::det
