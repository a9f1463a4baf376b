#pragma once

#include "engine/experiment/experiment.hpp"

namespace tsunagi {

/// What the replications of an experiment need beside the inputs, in bytes.
struct ExperimentMemory {
    double worlds{};                ///< at one time in a replication
    double bytes_per_world{};       ///< with nobody in it: agencies, pairs, weeks
    double bytes_per_person{};      ///< persons and families, in each world
    double bytes_per_replication{}; ///< of the results of one, until they are written
};

ExperimentMemory memory_of(const Experiment& experiment);

/// About how many persons and families are at most in the region at one time: counted in one run of
/// the reference scenario under the first reading with fewer arrivals, and scaled up. Above the
/// mean by some standard errors. Posts and places are not fewer in it, so queues are not seen that
/// only all who come would make. Takes as long as a run with a few thousand arrivals.
double expected_most_present(const Experiment& experiment);

} // namespace tsunagi
