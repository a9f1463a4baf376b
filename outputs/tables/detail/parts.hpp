#pragma once

#include "outputs/tables/analysis.hpp"
#include "outputs/tables/detail/samples.hpp"

namespace tsunagi::detail {

// The parts of an analysis, one file each. Most need the samples alone.

std::vector<Comparison> comparisons(const Samples& samples,
                                    const ByGroup<std::optional<double>>& cohort_per_year);
std::vector<SameCourse> same_courses(const Samples& samples);
std::vector<ExpectationCheck> check_expectations(const StudyDescription& study,
                                                 const std::vector<Comparison>& comparisons);
std::vector<EffectCurve> effect_curves(const Samples& samples);
std::vector<StateShares> state_shares(const Samples& samples);
std::vector<Incidence> first_contact_incidence(const Samples& samples);
std::vector<Cascade> cascades(const Samples& samples);
std::vector<Retention> service_retention(const Samples& samples);
std::vector<AdmissionTracks> admission_tracks(const Samples& samples);
std::vector<UseOutcomes> use_outcomes(const Samples& samples);
std::vector<Reimprisonment> reimprisonment(const Samples& samples);
std::array<Basis, 3> bases(const std::vector<DescribedParameter>& parameters);
std::vector<FamilyOutcomes> family_outcomes(const Samples& samples);
std::vector<OtherClientsServed> other_clients_served(const Samples& samples);
std::vector<WaitSummary> wait_summaries(const Samples& samples);
std::vector<HoursRow> hours(const Samples& samples);
std::vector<ExtraHours> extra_hours(const Samples& samples);
std::vector<HoursUsed> hours_used(const Samples& samples);
std::vector<Upsets> upsets(const Samples& samples);
std::vector<PathwayIndicators> pathway_indicators(const Samples& samples);
std::vector<SubgroupSupport> support_by_subgroup(const Samples& samples);
std::vector<UnderstandingByYear> understanding(const Samples& samples);

} // namespace tsunagi::detail
