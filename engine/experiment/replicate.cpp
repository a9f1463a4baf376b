#include "engine/experiment/replicate.hpp"

#include "engine/care/formulas.hpp"
#include "engine/core/contracts.hpp"
#include "engine/experiment/parameter_draw.hpp"
#include "engine/relations/region_draw.hpp"

#include <algorithm>
#include <memory>
#include <optional>

namespace tsunagi {

PreparedExperiment::PreparedExperiment(const Experiment& experiment)
    : experiment_{&experiment}, link_correlation_{fitted_correlation(experiment.region)},
      start_readiness_{beta_quantiles(experiment.parameters.readiness.start_alpha,
                                      experiment.parameters.readiness.start_beta)},
      start_understanding_{beta_quantiles(experiment.parameters.family.start_alpha,
                                          experiment.parameters.family.start_beta)},
      drop_out_scales_{tsunagi::drop_out_scales(experiment.parameters.episodes)} {
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

LinkEffect PreparedExperiment::effect(const Reading& reading, std::int64_t replication) const {
    auto link = experiment_->parameters.link;
    if (reading.draw == Reading::LinkDraw::from_priors) {
        link =
            draws_.at(static_cast<std::size_t>(replication / experiment_->replications_per_draw));
    }
    link.structure_weight = reading.structure_weight.value_or(link.structure_weight);
    link.switch_on = reading.switch_on.value_or(link.switch_on);
    auto effect = link_effect(link, reading.scale);
    effect.forced_link = reading.forced_link;
    return effect;
}

Setting PreparedExperiment::setting(const Parameters& parameters, const LinkEffect& effect) const {
    return {.region = experiment_->region,
            .parameters = parameters,
            .effect = effect,
            .reference = experiment_->scenarios[experiment_->reference].policy,
            .dates = {.run_start = experiment_->run_start,
                      .policy_start = experiment_->policy_start,
                      .horizon = experiment_->horizon},
            .windows = experiment_->windows,
            .link_correlation = link_correlation_,
            .start_readiness = start_readiness_,
            .start_understanding = start_understanding_,
            .drop_out_scales = drop_out_scales_};
}

namespace {

LinkEffect without_weight(LinkEffect effect) {
    effect.structure_weight = 0.0;
    return effect;
}

void expect_replication(const Experiment& experiment, std::int64_t replication) {
    expects(replication >= 0 && replication < experiment.replications,
            "a replication is one of the study's");
}

/// Whose chance a scenario runs on: nobody where scenarios share it.
EntityKey chance_of(const Experiment& experiment, std::size_t scenario) {
    return experiment.pairing == Pairing::independent ? experiment.scenarios[scenario].key : nobody;
}

Streams streams_of(const Experiment& experiment, EntityKey chance, std::int64_t replication) {
    const StreamKey key{experiment.seed, static_cast<std::uint64_t>(replication)};
    return Streams{chance == nobody ? key : independent_of(key, chance)};
}

/// Runs the readings and scenarios of one replication. A warm-up is kept as long as a reading to
/// come shares it: memory follows the worlds that are needed, not the readings.
class Replicator {
public:
    Replicator(const PreparedExperiment& prepared, std::int64_t replication)
        : prepared_{prepared}, replication_{replication} {}

    ReplicationResult run() {
        const auto& experiment = prepared_.experiment();
        const auto readings = experiment.readings.size();
        for (const auto& reading : experiment.readings) {
            effects_.push_back(prepared_.effect(reading, replication_));
        }
        std::vector<RunResult> results(readings * experiment.scenarios.size());
        for (std::size_t reading = 0; reading < readings; ++reading) {
            const auto twin = std::find(effects_.begin(), effects_.end(), effects_[reading]);
            const auto first = static_cast<std::size_t>(twin - effects_.begin());
            for (std::size_t scenario = 0; scenario < experiment.scenarios.size(); ++scenario) {
                auto& result = results[reading * experiment.scenarios.size() + scenario];
                result = first < reading ? results[first * experiment.scenarios.size() + scenario]
                                         : run_one(effects_[reading], scenario);
            }
            drop_warm_ups(reading + 1);
        }
        return results;
    }

private:
    struct WarmUp {
        EntityKey chance;                       ///< see chance_of
        std::unique_ptr<const Setting> setting; ///< what the simulation points to
        Simulation simulation;
    };

    // What no reading from this one on shares.
    void drop_warm_ups(std::size_t next_reading) {
        std::erase_if(warm_ups_, [&](const WarmUp& warm_up) {
            return std::none_of(effects_.begin() + static_cast<std::ptrdiff_t>(next_reading),
                                effects_.end(),
                                [&](const LinkEffect& effect) {
                                    return without_weight(effect) == warm_up.setting->effect;
                                });
        });
    }

    const Simulation& warmed_up(const LinkEffect& effect, EntityKey chance) {
        const auto shared = without_weight(effect);
        for (const auto& warm_up : warm_ups_) {
            if (warm_up.setting->effect == shared && warm_up.chance == chance) {
                return warm_up.simulation;
            }
        }
        const auto& experiment = prepared_.experiment();
        auto setting =
            std::make_unique<const Setting>(prepared_.setting(experiment.parameters, shared));
        Simulation simulation{*setting, streams_of(experiment, chance, replication_)};
        simulation.run_until(experiment.policy_start);
        warm_ups_.push_back({chance, std::move(setting), std::move(simulation)});
        return warm_ups_.back().simulation;
    }

    RunResult run_one(const LinkEffect& effect, std::size_t scenario) {
        const auto& experiment = prepared_.experiment();
        auto simulation = warmed_up(effect, chance_of(experiment, scenario));
        const auto setting = prepared_.setting(experiment.parameters, effect);
        simulation.adopt(setting, experiment.scenarios[scenario].policy);
        simulation.run_until(experiment.horizon);
        return simulation.finish();
    }

    const PreparedExperiment& prepared_;
    std::int64_t replication_;
    std::vector<LinkEffect> effects_; ///< by reading
    std::vector<WarmUp> warm_ups_;
};

} // namespace

ReplicationResult replicate(const PreparedExperiment& prepared, std::int64_t replication) {
    expect_replication(prepared.experiment(), replication);
    return Replicator{prepared, replication}.run();
}

namespace {

/// One run by itself.
class SingleRun {
public:
    SingleRun(const PreparedExperiment& prepared, const RunChoice& run)
        : experiment_{prepared.experiment()}, policy_{policy_of(experiment_, run)},
          effect_{prepared.effect(experiment_.readings[run.reading], run.replication)},
          before_{prepared.setting(experiment_.parameters, without_weight(effect_))},
          after_{prepared.setting(experiment_.parameters, effect_)},
          simulation_{
              before_,
              streams_of(experiment_, chance_of(experiment_, run.scenario), run.replication)} {}

    SingleRun(const SingleRun&) = delete;
    SingleRun& operator=(const SingleRun&) = delete;
    SingleRun(SingleRun&&) = delete;
    SingleRun& operator=(SingleRun&&) = delete;
    ~SingleRun() = default;

    /// @param listener  told every fact from the beginning; null: nobody
    void run_to_policy_start(FactListener* listener) {
        simulation_.set_listener(listener);
        simulation_.run_until(experiment_.policy_start);
        simulation_.adopt(after_, policy_);
    }
    void run_until(SimTime end) { simulation_.run_until(end); }
    RunResult run_to_horizon(FactListener* listener) {
        run_to_policy_start(listener);
        run_until(experiment_.horizon);
        return simulation_.finish();
    }

    const World& world() const { return simulation_.world(); }
    std::optional<double> link(const LinkQuestion& question) const {
        const auto& links = world().links;
        const auto pair = links.find(question.one, question.other);
        return pair.has_value()
                   ? std::optional{links.effective(
                         pair.value(), after_.parameters.relations, effect_, question.at)}
                   : std::nullopt;
    }

private:
    static const Policy& policy_of(const Experiment& experiment, const RunChoice& run) {
        expects(run.reading < experiment.readings.size(), "a reading is one of the study's");
        expects(run.scenario < experiment.scenarios.size(), "a scenario is one of the study's");
        expect_replication(experiment, run.replication);
        return experiment.scenarios[run.scenario].policy;
    }

    const Experiment& experiment_;
    const Policy& policy_;
    LinkEffect effect_;
    Setting before_;
    Setting after_;
    Simulation simulation_; ///< points to the settings
};

/// Shows a listener the world of one run.
class Window final : public FactListener {
public:
    Window(const SingleRun& run, WorldListener& listener) : run_{run}, listener_{listener} {}
    void hear(const Fact& fact) override { listener_.hear(fact, run_.world()); }

private:
    const SingleRun& run_;
    WorldListener& listener_;
};

} // namespace

RunResult listen(const PreparedExperiment& prepared, const RunChoice& run, FactListener& listener) {
    SingleRun single{prepared, run};
    return single.run_to_horizon(&listener);
}

RunResult
listen(const PreparedExperiment& prepared, const RunChoice& run, WorldListener& listener) {
    SingleRun single{prepared, run};
    Window window{single, listener};
    return single.run_to_horizon(&window);
}

std::vector<std::optional<double>> effective_links(const PreparedExperiment& prepared,
                                                   const RunChoice& run,
                                                   std::span<const LinkQuestion> questions) {
    SingleRun single{prepared, run};
    single.run_to_policy_start(nullptr);
    std::vector<std::optional<double>> links;
    auto now = prepared.experiment().policy_start;
    for (const auto& question : questions) {
        expects(question.at >= now, "questions about links are asked by time");
        now = question.at;
        single.run_until(now + Duration{1});
        links.push_back(single.link(question));
    }
    return links;
}

} // namespace tsunagi
