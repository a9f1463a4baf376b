#include "engine/network/law.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {

Law::Law(const LawForm& form, double probability)
    : form_{prepared(form)}, probability_{probability} {
    expects(probability >= 0.0 && probability <= 1.0, "a probability lies in [0, 1]");
}

Law::Drawn Law::prepared(const LawForm& form) {
    struct Prepare {
        Drawn operator()(const FixedLaw& law) const {
            expects(law.days >= 0.0, "a time is not negative");
            return law;
        }
        Drawn operator()(const UniformLaw& law) const {
            expects(law.lower_days >= 0.0 && law.lower_days <= law.upper_days,
                    "bounds of a time are in order and not negative");
            return law;
        }
        Drawn operator()(const ExponentialLaw& law) const {
            expects(law.mean_days > 0.0, "a mean time is positive");
            return law;
        }
        Drawn operator()(const WeibullLaw& law) const {
            expects(law.shape > 0.0 && law.scale_days > 0.0,
                    "shape and scale of a Weibull time are positive");
            return law;
        }
        Drawn operator()(const LogNormalLaw& law) const {
            expects(law.mean_days > 0.0 && law.sd_days >= 0.0,
                    "a mean time is positive, its standard deviation not negative");
            const double cv = law.sd_days / law.mean_days;
            const double variance = det::log(1.0 + cv * cv);
            return LogNormalForm{.median_days = law.mean_days * det::exp(-0.5 * variance),
                                 .sigma = std::sqrt(variance)};
        }
    };
    return std::visit(Prepare{}, form);
}

double Law::draw(double u) const {
    struct Inversion {
        double u;
        double operator()(const FixedLaw& law) const { return law.days; }
        double operator()(const UniformLaw& law) const {
            return law.lower_days + u * (law.upper_days - law.lower_days);
        }
        double operator()(const ExponentialLaw& law) const { return exponential(law.mean_days, u); }
        double operator()(const WeibullLaw& law) const {
            return weibull(law.shape, law.scale_days, u);
        }
        double operator()(const LogNormalForm& law) const {
            return log_normal(law.median_days, law.sigma, u);
        }
    };
    if (!happens(probability_, u)) {
        return never;
    }
    constexpr double below_one = 1.0 - 0x1p-53;
    const double given = probability_ == 1.0 ? u : std::min(u / probability_, below_one);
    return std::visit(Inversion{given}, form_);
}

double Law::longest_days() const {
    struct Bound {
        double operator()(const FixedLaw& law) const { return law.days; }
        double operator()(const UniformLaw& law) const { return law.upper_days; }
        double operator()(const ExponentialLaw&) const { return never; }
        double operator()(const WeibullLaw&) const { return never; }
        double operator()(const LogNormalForm&) const { return never; }
    };
    return probability_ < 1.0 ? never : std::visit(Bound{}, form_);
}

} // namespace tsunagi
