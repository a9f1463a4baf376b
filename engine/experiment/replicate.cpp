#include "engine/experiment/replicate.hpp"

#include "engine/care/formulas.hpp"
#include "engine/core/contracts.hpp"
#include "engine/experiment/parameter_draw.hpp"
#include "engine/relations/region_draw.hpp"
#include "engine/simulation/simulation.hpp"

#include <algorithm>
#include <optional>

namespace tsunagi {

PreparedExperiment::PreparedExperiment(const Experiment& experiment)
    : experiment_{&experiment}, link_correlation_{fitted_correlation(experiment.region)},
      start_readiness_{beta_quantiles(experiment.parameters.readiness.start_alpha,
                                      experiment.parameters.readiness.start_beta)},
      counselling_scale_days_{tsunagi::counselling_scale_days(experiment.parameters.episodes)} {
    expects(experiment.reference < experiment.scenarios.size(), "a study names its reference");
    expects(experiment.replications_per_draw >= 1, "a draw serves at least one replication");
    const bool any_drawn = std::any_of(
        experiment.readings.begin(), experiment.readings.end(), [](const Reading& reading) {
            return reading.draw == Reading::LinkDraw::from_priors;
        });
    if (any_drawn) {
        const auto last = (experiment.replications - 1) / experiment.replications_per_draw;
        for (std::int64_t draw = 0; draw <= last; ++draw) {
            draws_.push_back(drawn_link(experiment, draw));
        }
    }
}

LinkEffect PreparedExperiment::effect(std::size_t reading, std::int64_t replication) const {
    const auto& chosen = experiment_->readings.at(reading);
    auto link = experiment_->parameters.link;
    if (chosen.draw == Reading::LinkDraw::from_priors) {
        link =
            draws_.at(static_cast<std::size_t>(replication / experiment_->replications_per_draw));
    }
    link.structure_weight = chosen.structure_weight.value_or(link.structure_weight);
    link.switch_on = chosen.switch_on.value_or(link.switch_on);
    auto effect = link_effect(link, chosen.scale);
    effect.forced_link = chosen.forced_link;
    return effect;
}

namespace {

LinkEffect without_weight(LinkEffect effect) {
    effect.structure_weight = 0.0;
    return effect;
}

/// Runs the readings and scenarios of one replication, keeping the warm-ups that several of them
/// share.
class Replicator {
public:
    Replicator(const PreparedExperiment& prepared, std::int64_t replication)
        : prepared_{prepared}, replication_{replication} {}

    ReplicationResult run() {
        const auto& experiment = prepared_.experiment();
        const auto readings = experiment.readings.size();
        std::vector<LinkEffect> effects;
        for (std::size_t reading = 0; reading < readings; ++reading) {
            effects.push_back(prepared_.effect(reading, replication_));
        }
        std::vector<RunResult> results(readings * experiment.scenarios.size());
        for (std::size_t reading = 0; reading < readings; ++reading) {
            const auto twin = std::find(effects.begin(), effects.end(), effects[reading]);
            const auto first = static_cast<std::size_t>(twin - effects.begin());
            for (std::size_t scenario = 0; scenario < experiment.scenarios.size(); ++scenario) {
                auto& result = results[reading * experiment.scenarios.size() + scenario];
                result = first < reading ? results[first * experiment.scenarios.size() + scenario]
                                         : run_one(effects[reading], scenario);
            }
        }
        return results;
    }

private:
    struct WarmUp {
        LinkEffect effect;
        EntityKey scenario; ///< nobody where scenarios share chance
        Simulation simulation;
    };

    Setting setting_of(const LinkEffect& effect) const {
        const auto& experiment = prepared_.experiment();
        return {.region = experiment.region,
                .parameters = experiment.parameters,
                .effect = effect,
                .reference = experiment.scenarios[experiment.reference].policy,
                .dates = {.run_start = experiment.run_start,
                          .policy_start = experiment.policy_start,
                          .horizon = experiment.horizon},
                .link_correlation = prepared_.link_correlation(),
                .start_readiness = prepared_.start_readiness(),
                .counselling_scale_days = prepared_.counselling_scale_days()};
    }

    const Simulation& warmed_up(const LinkEffect& effect, EntityKey scenario) {
        const auto shared = without_weight(effect);
        for (const auto& warm_up : warm_ups_) {
            if (warm_up.effect == shared && warm_up.scenario == scenario) {
                return warm_up.simulation;
            }
        }
        const auto& experiment = prepared_.experiment();
        StreamKey key{experiment.seed, static_cast<std::uint64_t>(replication_)};
        if (scenario != nobody) {
            key = independent_of(key, scenario);
        }
        const auto setting = setting_of(shared);
        Simulation simulation{setting, Streams{key}};
        simulation.run_until(experiment.policy_start);
        warm_ups_.push_back({shared, scenario, std::move(simulation)});
        return warm_ups_.back().simulation;
    }

    RunResult run_one(const LinkEffect& effect, std::size_t scenario) {
        const auto& experiment = prepared_.experiment();
        const auto& plan = experiment.scenarios[scenario];
        const auto own_chance = experiment.pairing == Pairing::independent ? plan.key : nobody;
        auto simulation = warmed_up(effect, own_chance);
        const auto setting = setting_of(effect);
        simulation.adopt(setting, plan.policy);
        simulation.run_until(experiment.horizon);
        return simulation.finish();
    }

    const PreparedExperiment& prepared_;
    std::int64_t replication_;
    std::vector<WarmUp> warm_ups_;
};

} // namespace

ReplicationResult replicate(const PreparedExperiment& prepared, std::int64_t replication) {
    expects(replication >= 0 && replication < prepared.experiment().replications,
            "a replication is one of the study's");
    return Replicator{prepared, replication}.run();
}

} // namespace tsunagi
