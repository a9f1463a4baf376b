#pragma once

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/detail/infinity.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tsunagi {

namespace detail {

inline void expect_uniform(double u) {
    expects(u > 0.0 && u < 1.0, "a uniform lies in (0, 1)");
}

} // namespace detail

// Samplers by inversion: each turns one uniform u in (0, 1) into one variate and moves
// monotonically with u and with its parameters, so that the same person under a changed parameter
// meets the same chance. All but happens() throw ContractViolation where a parameter or u lies
// outside its range.

/// Whether an event of this probability happens: u < probability. Never at 0, always at 1.
/// @param probability  in [0, 1]
inline bool happens(double probability, double u) {
    expects(probability >= 0.0 && probability <= 1.0, "a probability lies in [0, 1]");
    return u < probability;
}

/// Exponential: -mean log u, so a small u is a long wait.
/// @param mean  in [0, inf), in the unit of the result
inline double exponential(double mean, double u) {
    detail::expect_uniform(u);
    expects(mean >= 0.0 && mean < detail::infinity, "the mean of an exponential lies in [0, inf)");
    return mean * -det::log(u);
}

/// Log-normal with the given median and standard deviation of the logarithm.
/// @param median  in (0, inf), in the unit of the result
/// @param sigma   in [0, inf), dimensionless
double log_normal(double median, double sigma, double u);

/// Weibull: scale (-log u)^(1 / shape), so a small u is a long wait.
/// @param shape  in (0, inf), dimensionless; 1 is the exponential
/// @param scale  in (0, inf), in the unit of the result
inline double weibull(double shape, double scale, double u) {
    detail::expect_uniform(u);
    expects(shape > 0.0 && shape < detail::infinity, "the shape of a Weibull lies in (0, inf)");
    expects(scale > 0.0 && scale < detail::infinity, "the scale of a Weibull lies in (0, inf)");
    return scale * det::power(-det::log(u), 1.0 / shape);
}

/// A normal distribution cut to [lower, upper]; the bounds may be infinite.
struct TruncatedNormal {
    double mean{};
    double sd{};    ///< in (0, inf), of the normal before the cut
    double lower{}; ///< not above upper; equal bounds leave that value
    double upper{};
};

/// The quantiles of one such law, for many draws from it: what its bounds leave is worked out once.
class TruncatedNormalQuantiles {
public:
    explicit TruncatedNormalQuantiles(const TruncatedNormal& law);
    /// The law must leave an interval that is more than a point a probability of at least 1e-300.
    /// @return a value in [lower, upper]
    double at(double u) const;

private:
    TruncatedNormal law_;
    double below_{};  ///< probability under the lower bound
    double above_{};  ///< over the upper bound
    double inside_{}; ///< between the bounds
};

/// The same for a single draw.
inline double truncated_normal(const TruncatedNormal& law, double u) {
    return TruncatedNormalQuantiles{law}.at(u);
}

/// Uniform in the logarithm: lower (upper / lower)^u.
/// @param lower  in (0, upper]
double log_uniform(double lower, double upper, double u);

/// Index of an option chosen with probability proportional to its weight. An option of weight 0 is
/// never chosen. Adding or removing an option moves other people too; where scenarios do that,
/// choose by choices.hpp.
/// @param weights  each in [0, inf), with a sum in (0, inf)
std::size_t choose_index(std::span<const double> weights, double u);

/// Poisson count; O(mean).
/// @param mean  in [0, 700)
std::int64_t poisson(double mean, double u);

} // namespace tsunagi
