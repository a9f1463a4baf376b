#pragma once

#include "engine/experiment/experiment.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/relations/link_effect.hpp"
#include "engine/simulation/setting.hpp"
#include "engine/simulation/simulation.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace tsunagi {

/// An experiment with what all its replications share, computed once. Immutable; safe to read from
/// many threads.
class PreparedExperiment {
public:
    /// @param experiment  must outlive the prepared experiment
    explicit PreparedExperiment(const Experiment& experiment);

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

} // namespace tsunagi
