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

Interval
t_interval(double estimate, double standard_error, std::int64_t units, Confidence confidence) {
    const double half_width = half_width_factor(units, confidence) * standard_error;
    return {estimate - half_width, estimate + half_width};
}

std::optional<Interval> logit_interval(double proportion,
                                       double standard_error,
                                       std::int64_t units,
                                       Confidence confidence) {
    expects(proportion >= 0.0 && proportion <= 1.0, "a proportion lies in [0, 1]");
    expects(standard_error >= 0.0, "a standard error is not negative");
    if (proportion == 0.0 || proportion == 1.0) {
        return std::nullopt;
    }
    const double logit_error = standard_error / (proportion * (1.0 - proportion));
    const Interval odds = t_interval(det::logit(proportion), logit_error, units, confidence);
    return Interval{det::expit(odds.lower), det::expit(odds.upper)};
}

} // namespace tsunagi
