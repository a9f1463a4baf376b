#include "engine/experiment/parameter_draw.hpp"

#include "engine/random/quantile_table.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// Draws of parameters share no key with the lives of any replication.
constexpr EntityKey parameter_space = key_of("parameter draws");

struct Quantile {
    const DrawableParameter& parameter;
    double stated;
    double uniform;

    double operator()(const FixedPrior&) const { return stated; }
    double operator()(const UniformPrior&) const {
        return parameter.lower + uniform * (parameter.upper - parameter.lower);
    }
    double operator()(const LogUniformPrior&) const {
        return log_uniform(parameter.lower, parameter.upper, uniform);
    }
    double operator()(const NormalPrior& prior) const {
        return truncated_normal({.mean = prior.mean,
                                 .sd = prior.sd,
                                 .lower = parameter.lower,
                                 .upper = parameter.upper},
                                uniform);
    }
    double operator()(const BetaPrior& prior) const {
        const double below = beta_below(prior.alpha, prior.beta, parameter.lower);
        const double kept = beta_below(prior.alpha, prior.beta, parameter.upper) - below;
        const double value = beta_quantiles(prior.alpha, prior.beta).at(below + uniform * kept);
        // The table's last digits must not carry a value past its bound.
        return std::clamp(value, parameter.lower, parameter.upper);
    }
    double operator()(const SwitchPrior& prior) const {
        return happens(prior.at_zero, uniform) ? 0.0 : 1.0;
    }
};

} // namespace

double drawn_value(const DrawableParameter& parameter, double stated, DrawName name) {
    Streams streams{{.study_seed = child_key(EntityKey{name.seed}, parameter_space.value).value,
                     .replication = static_cast<std::uint64_t>(name.draw)}};
    const double uniform = streams.uniform({.purpose = Draw::parameter, .entity = parameter.key});
    return std::visit(Quantile{parameter, stated, uniform}, parameter.prior);
}

LinkParameters drawn_link(const Experiment& experiment, std::int64_t draw) {
    auto parameters = experiment.parameters; // slots lead into a whole set
    for (const auto& parameter : experiment.link_priors) {
        auto& slot = parameter.slot(parameters);
        slot = drawn_value(parameter, slot, {experiment.seed, draw});
    }
    return parameters.link;
}

} // namespace tsunagi
