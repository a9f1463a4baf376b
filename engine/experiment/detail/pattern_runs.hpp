#pragma once

#include "engine/experiment/detail/measures.hpp"
#include "engine/experiment/patterns.hpp"

namespace tsunagi::detail {

/// The link as the parameters state it.
Reading stated_reading();

/// The study's reference scenario alone, under the stated link, for five years, whatever the
/// study's own length: hardly a stay lasts longer.
Experiment reference_alone(const Experiment& study);

/// The same with nobody in any care, other clients of agencies included, and with one year of
/// warm-up: persons are created long enough before the policy starts, and nothing else needs to
/// fill.
Experiment without_care(const Experiment& study);

/// Nobody dies, moves, or is taken out of his life but by an arrest for drugs: what is left is use.
void leave_only_use(Parameters& parameters);

/// A date some years after a 1 April.
SimTime years_after(SimTime first_of_april, int years);

/// Sums of one replication from its results, by reading and scenario.
using CountRuns = std::function<Sums(const ReplicationResult&)>;
/// What a group counts when it needs no more than the results.
std::function<Sums(const PreparedExperiment&, std::int64_t)> counted(CountRuns count);

/// The same of an experiment with one run in a replication.
std::function<Sums(const PreparedExperiment&, std::int64_t)>
    of_single_run(Sums (*count)(const RunResult&));

/// A group that reads its parts off the sums it counts.
PatternGroup group_of(Experiment experiment,
                      std::function<Sums(const PreparedExperiment&, std::int64_t)> count,
                      std::vector<SumsPart> parts);

/// A count of a run over all its persons.
std::int64_t count_in(const RunResult& run, Count count);
/// Over the persons of one level.
std::int64_t count_at(const RunResult& run, Level level, Count count);

} // namespace tsunagi::detail
