#include "engine/clocks/baselines.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/near_zero.hpp"

#include <limits>
#include <utility>

namespace tsunagi {

namespace {
constexpr double never = -1.0;
constexpr double beyond_all = std::numeric_limits<double>::infinity();
constexpr double largest_exponent = 709.0; // what det::exp takes
} // namespace

ExponentialBaseline::ExponentialBaseline(double per_day) : per_day_{per_day} {
    expects(per_day >= 0.0, "a hazard is not negative");
}

double ExponentialBaseline::age_at(double cumulative_hazard) const {
    return per_day_ > 0.0 ? cumulative_hazard / per_day_ : never;
}

WeibullBaseline::WeibullBaseline(double shape, double scale_days)
    : shape_{shape}, scale_days_{scale_days} {
    expects(shape > 0.0 && scale_days > 0.0, "shape and scale of a Weibull clock are positive");
}

double WeibullBaseline::cumulative(double age_days) const {
    return age_days > 0.0 ? det::power(age_days / scale_days_, shape_) : 0.0;
}

double WeibullBaseline::age_at(double cumulative_hazard) const {
    return cumulative_hazard > 0.0 ? scale_days_ * det::power(cumulative_hazard, 1.0 / shape_)
                                   : 0.0;
}

LogLogisticBaseline::LogLogisticBaseline(const Form& form) : form_{form} {
    expects(form.scale_days > 0.0 && form.shape > 0.0 && form.level > 0.0,
            "scale, shape and level of a log-logistic clock are positive");
}

double LogLogisticBaseline::cumulative(double age_days) const {
    if (!(age_days > 0.0)) {
        return 0.0;
    }
    const double odds = det::power(age_days / form_.scale_days, form_.shape);
    return form_.level * det::log_one_plus(odds);
}

Growth LogLogisticBaseline::growth(double age_days) const {
    const double odds = det::power(age_days / form_.scale_days, form_.shape);
    return {.cumulative = form_.level * det::log_one_plus(odds),
            .per_log_age = form_.level * form_.shape * odds / (1.0 + odds)};
}

double LogLogisticBaseline::age_at(double cumulative_hazard) const {
    if (!(cumulative_hazard > 0.0)) {
        return 0.0;
    }
    const double standard_hazard = cumulative_hazard / form_.level;
    if (standard_hazard > largest_exponent) {
        return beyond_all;
    }
    const double log_age = det::log(det::exp_minus_one(standard_hazard)) / form_.shape;
    return log_age > largest_exponent ? beyond_all : form_.scale_days * det::exp(log_age);
}

GompertzBaseline::GompertzBaseline(const Form& form) : form_{form} {
    expects(form.start_per_day >= 0.0, "a hazard is not negative");
    expects(form.growth_per_day == form.growth_per_day, "the growth of a hazard is a number");
}

double GompertzBaseline::cumulative(double age_days) const {
    const double growth = form_.growth_per_day * age_days;
    if (growth == 0.0 || form_.start_per_day == 0.0) {
        return form_.start_per_day * age_days;
    }
    return growth > largest_exponent
               ? beyond_all
               : form_.start_per_day / form_.growth_per_day * det::exp_minus_one(growth);
}

double GompertzBaseline::age_at(double cumulative_hazard) const {
    if (form_.start_per_day == 0.0) {
        return never;
    }
    const double at_constant_hazard = cumulative_hazard / form_.start_per_day;
    const double growth = form_.growth_per_day * at_constant_hazard;
    if (growth == 0.0) {
        return at_constant_hazard;
    }
    if (growth <= -1.0) {
        return never;
    }
    return growth < beyond_all ? det::log_one_plus(growth) / form_.growth_per_day : beyond_all;
}

PiecewiseBaseline::PiecewiseBaseline(std::vector<Piece> pieces) : pieces_{std::move(pieces)} {
    expects(!pieces_.empty() && pieces_.front().from_day == 0.0, "the first piece begins at age 0");
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        expects(pieces_[i].per_day >= 0.0, "a hazard is not negative");
        expects(i == 0 || pieces_[i - 1].from_day < pieces_[i].from_day, "ages of pieces increase");
    }
}

double PiecewiseBaseline::cumulative(double age_days) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < pieces_.size() && pieces_[i].from_day < age_days; ++i) {
        const bool last = i + 1 == pieces_.size();
        const double end =
            last || pieces_[i + 1].from_day > age_days ? age_days : pieces_[i + 1].from_day;
        sum += pieces_[i].per_day * (end - pieces_[i].from_day);
    }
    return sum;
}

double PiecewiseBaseline::age_at(double cumulative_hazard) const {
    double left = cumulative_hazard;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const bool last = i + 1 == pieces_.size();
        const double gained =
            last ? left : pieces_[i].per_day * (pieces_[i + 1].from_day - pieces_[i].from_day);
        if (pieces_[i].per_day > 0.0 && (last || gained >= left)) {
            return pieces_[i].from_day + left / pieces_[i].per_day;
        }
        left -= last ? 0.0 : gained;
    }
    return never;
}

} // namespace tsunagi
