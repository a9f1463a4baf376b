#pragma once

#include "engine/experiment/experiment.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/relations/link_effect.hpp"
#include "engine/simulation/setting.hpp"
#include "engine/simulation/simulation.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tsunagi {

/// An experiment with what all its replications share, computed once. Immutable; safe to read from
/// many threads.
class PreparedExperiment {
public:
    /// @param experiment  must outlive the prepared experiment
    explicit PreparedExperiment(const Experiment& experiment);
    explicit PreparedExperiment(const Experiment&&) = delete;

    const Experiment& experiment() const { return *experiment_; }
    /// Link effect of a reading in a replication: stated or drawn, switched and scaled.
    LinkEffect effect(const Reading& reading, std::int64_t replication) const;
    /// What a run of the experiment's region goes by, under the reference scenario's policy.
    /// @param parameters  must outlive the setting
    Setting setting(const Parameters& parameters, const LinkEffect& effect) const;

private:
    const Experiment* experiment_;
    double link_correlation_;
    QuantileTable start_readiness_;
    QuantileTable start_understanding_;
    std::array<double, services> drop_out_scales_;
    std::vector<LinkParameters> draws_; ///< by draw
};

/// All runs of one replication: [reading][scenario], flattened.
using ReplicationResult = std::vector<RunResult>;

/// Runs one replication: a pure function of the experiment and the replication's number. Readings
/// that share everything but w share a warm-up; two readings with equal link effects are run once.
ReplicationResult replicate(const PreparedExperiment& prepared, std::int64_t replication);

/// One run of an experiment.
struct RunChoice {
    std::size_t reading{};  ///< index into Experiment::readings
    std::size_t scenario{}; ///< index into Experiment::scenarios
    std::int64_t replication{};
};

/// Runs one of the runs that `replicate` makes, the same event by event, and tells the listener
/// every fact of it, those of the warm-up included.
/// @throws ContractViolation if the experiment has no such run
RunResult listen(const PreparedExperiment& prepared, const RunChoice& run, FactListener& listener);

/// Told every fact of a run together with the world in which it has just been told.
class WorldListener {
public:
    WorldListener() = default;
    WorldListener(const WorldListener&) = delete;
    WorldListener& operator=(const WorldListener&) = delete;
    WorldListener(WorldListener&&) = delete;
    WorldListener& operator=(WorldListener&&) = delete;
    virtual ~WorldListener() = default;
    virtual void hear(const Fact& fact, const World& world) = 0;
};

/// The same for who needs to see more than a fact says.
RunResult listen(const PreparedExperiment& prepared, const RunChoice& run, WorldListener& listener);

/// How strongly two agencies are linked at an instant of the policy years.
struct LinkQuestion {
    SimTime at{};
    AgencyId one;
    AgencyId other;
};

/// Effective links of a run, as decisions at these instants see them once everything of the same
/// tick has happened.
/// @param questions  by time, each in [policy start, horizon)
/// @return by question; no value where nothing reads the pair
/// @throws ContractViolation if the experiment has no such run, or questions are out of order
std::vector<std::optional<double>> effective_links(const PreparedExperiment& prepared,
                                                   const RunChoice& run,
                                                   std::span<const LinkQuestion> questions);

} // namespace tsunagi
