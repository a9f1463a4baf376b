#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"

namespace tsunagi {

namespace {

Sums today_sums(const PreparedExperiment& prepared, std::int64_t replication) {
    const auto& experiment = prepared.experiment();
    const auto& reading = experiment.readings.front();
    detail::HandoverBook handovers{
        {.region = experiment.region,
         .relations = experiment.parameters.relations,
         .effect = prepared.effect(reading, replication),
         .span = {.policy_start = experiment.policy_start, .horizon = experiment.horizon}}};
    const auto run = listen(prepared, {.replication = replication}, handovers);
    Sums all;
    for (const auto& part : {detail::booking_sums(run),
                             detail::handover_sums(handovers.finish()),
                             detail::arrest_sums(run),
                             detail::stay_sums(run),
                             detail::level_sums(run, experiment)}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

PatternGroup today_patterns(const Experiment& study) {
    return detail::group_of(detail::reference_alone(study),
                            today_sums,
                            {detail::booking_part(),
                             detail::handover_part(),
                             detail::arrest_part(),
                             detail::stay_part(),
                             detail::level_part()});
}

} // namespace tsunagi
