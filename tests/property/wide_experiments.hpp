#pragma once

#include "tests/support/whole_runs.hpp"

/// Experiments in which all that lives can go through happens.
namespace tsunagi::test {

/// The short experiment on the wide region.
inline Experiment wide_experiment(std::int64_t replications = 1) {
    auto experiment = short_experiment(replications);
    experiment.region = wide_region();
    return experiment;
}

/// The same with agencies that never run out of anything.
inline Experiment wide_without_limits() {
    auto experiment = wide_experiment();
    lift_limits(experiment.region);
    return experiment;
}

} // namespace tsunagi::test
