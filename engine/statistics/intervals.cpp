#include "engine/statistics/intervals.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"

#include <boost/math/distributions/students_t.hpp>

namespace tsunagi {

double student_quantile(double probability, double degrees_of_freedom) {
    expects(probability > 0.0 && probability < 1.0, "a probability lies in (0, 1)");
    expects(degrees_of_freedom >= 1.0, "there is at least one degree of freedom");
    return boost::math::quantile(boost::math::students_t{degrees_of_freedom}, probability);
}

double half_width_factor(std::int64_t units, Confidence confidence) {
    expects(units >= 2, "an interval needs two units");
    expects(confidence.level > 0.0 && confidence.level < 1.0, "a level lies in (0, 1)");
    expects(confidence.family >= 1, "a family has a member");
    const double miss = (1.0 - confidence.level) / static_cast<double>(confidence.family);
    return -student_quantile(0.5 * miss, static_cast<double>(units - 1));
}

Interval t_interval(const Estimate& estimate, Confidence confidence) {
    const double half_width =
        half_width_factor(estimate.units, confidence) * estimate.standard_error;
    return {estimate.value - half_width, estimate.value + half_width};
}

std::optional<Interval> logit_interval(const Estimate& proportion, Confidence confidence) {
    const double p = proportion.value;
    expects(p >= 0.0 && p <= 1.0, "a proportion lies in [0, 1]");
    expects(proportion.standard_error >= 0.0, "a standard error is not negative");
    if (p == 0.0 || p == 1.0) {
        return std::nullopt;
    }
    const Interval log_odds =
        t_interval({.value = det::logit(p),
                    .standard_error = proportion.standard_error / (p * (1.0 - p)),
                    .units = proportion.units},
                   confidence);
    return Interval{det::expit(log_odds.lower), det::expit(log_odds.upper)};
}

} // namespace tsunagi
