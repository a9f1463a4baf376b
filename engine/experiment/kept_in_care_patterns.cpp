#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"

#include <utility>

namespace tsunagi {

namespace detail {

namespace {

constexpr EventTimes resident_months{.bins = 18};
constexpr EventTimes counselled_days{.bins = 365};

} // namespace

Sums counselled_sums(const CounsellingCounts& counts) {
    return {counts.stayed, counts.used};
}

SumsPart counselled_part(double reported) {
    const auto used = ratio_statistic({.numerator = 1, .denominator = 0});
    return {.size = 2,
            .measures = {// V06
                         {.name = {"P7d", "pattern.reported_use"},
                          .band = {0.07, 0.20},
                          .n = 0,
                          .value = [=](const Sums& sums) -> std::optional<double> {
                              const auto share = used(sums);
                              return share ? std::optional{reported * *share} : std::nullopt;
                          }}}};
}

Sums resident_sums(const RunResult& run) {
    return event_sums(run, UseEvent::use, resident_months);
}

SumsPart resident_part() {
    return {.size = resident_months.size(),
            .measures = {// C25
                         {.name = {"P7f", "pattern.resident_use"},
                          .band = {0.08, 0.22},
                          .n = 0,
                          .value = resident_months.share_by(resident_months.bins)}}};
}

Sums leaving_sums(const RunResult& run) {
    return episode_sums(run, Service::counselling, counselled_days);
}

SumsPart leaving_part() {
    return {.size = counselled_days.size(),
            .measures = {// V02
                         {.name = {"P9b", "pattern.left_counselling"},
                          .band = {0.39, 0.48},
                          .n = 0,
                          .value = counselled_days.share_by(counselled_days.bins)}}};
}

} // namespace detail

namespace {

constexpr double certain = 1.0;
constexpr double never_leaves_days = 1e9;

/// Everybody is with the centre from the first day on, in counselling and nothing else; it has the
/// hours for all of them.
Experiment everybody_in_counselling(const Experiment& study) {
    auto experiment = detail::without_care(study);
    auto& attributes = experiment.parameters.attributes;
    attributes.in_care = certain;
    attributes.in_care_centre = certain;
    attributes.in_care_hospital = 0.0;
    attributes.in_care_facility = 0.0;
    experiment.region.agencies[experiment.region.centre].staffing.reset();
    return experiment;
}

/// Everybody lives in a recovery facility from the first day on, and stays; it has places for all.
Experiment everybody_resident(const Experiment& study) {
    auto experiment = detail::without_care(study);
    auto& parameters = experiment.parameters;
    detail::leave_only_use(parameters);
    parameters.attributes.in_care = certain;
    parameters.attributes.in_care_facility = certain;
    parameters.attributes.in_care_hospital = 0.0;
    parameters.attributes.in_care_centre = 0.0;
    parameters.residence.early_scale_days = never_leaves_days;
    parameters.residence.late_scale_days = never_leaves_days;
    parameters.residence.money_per_day = 0.0;
    for (auto& agency : experiment.region.agencies.values()) {
        for (auto& offered : agency.services) {
            if (agency.type == AgencyType::recovery_facility &&
                offered.service == Service::residence) {
                offered.places.reset();
            }
        }
    }
    return experiment;
}

/// Counselling of which everybody is under supervision for the first half of a year.
Experiment half_supervised(const Experiment& study) {
    auto experiment = everybody_in_counselling(study);
    auto& parameters = experiment.parameters;
    detail::leave_only_use(parameters);
    parameters.use.arrest_lapse_per_year = 0.0;
    parameters.use.arrest_regular_per_year = 0.0;
    auto& intake = parameters.intake;
    intake.parole_partial_per_year = 0.0;
    intake.direct_partial_per_year = 0.0;
    intake.suspended_per_year = 0.0;
    intake.juvenile_per_year = 0.0;
    constexpr double hardly_any = 1e-9;
    parameters.supervision.parole_median_days = days_per_year / 2.0;
    parameters.supervision.parole_log_sd = hardly_any;
    return experiment;
}

Sums count_counselled(const PreparedExperiment& prepared, std::int64_t replication) {
    const auto& experiment = prepared.experiment();
    detail::CounsellingBook book{
        {.policy_start = experiment.policy_start, .horizon = experiment.horizon}};
    listen(prepared, {.replication = replication}, book);
    return detail::counselled_sums(book.finish());
}

} // namespace

std::vector<PatternGroup> kept_in_care_patterns(const Experiment& study) {
    return {detail::group_of(everybody_in_counselling(study),
                             count_counselled,
                             {detail::counselled_part(study.parameters.use.reported)}),
            detail::group_of(everybody_resident(study),
                             detail::of_single_run(detail::resident_sums),
                             {detail::resident_part()}),
            detail::group_of(half_supervised(study),
                             detail::of_single_run(detail::leaving_sums),
                             {detail::leaving_part()})};
}

} // namespace tsunagi
