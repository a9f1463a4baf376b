#pragma once

#include "engine/experiment/experiment.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/relations/link_effect.hpp"
#include "engine/simulation/setting.hpp"

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
    double counselling_scale_days_;
    std::vector<LinkParameters> draws_; ///< by draw
};

/// All runs of one replication: [reading][scenario], flattened.
using ReplicationResult = std::vector<RunResult>;

/// Runs one replication: a pure function of the experiment and the replication's number. Readings
/// that share everything but w share a warm-up; two readings with equal link effects are run once.
ReplicationResult replicate(const PreparedExperiment& prepared, std::int64_t replication);

} // namespace tsunagi
