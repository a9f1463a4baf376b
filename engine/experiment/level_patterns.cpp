#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"
#include "engine/observation/observation_span.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

enum Levels : std::size_t {
    fiscal_years,
    year_end_days,
    supervised,
    supported,
    partial_at_year_end,
    place_ticks,
    stay_ticks,
    exits,
    new_cases,
    parole_cohort,
    parole_revoked,
    suspended_cohort,
    suspended_revoked,
    level_size
};

/// Places of a recovery facility, and what happened there.
struct Facility {
    std::int64_t place_ticks{};
    std::int64_t stay_ticks{};
    std::int64_t exits{};
};

Facility local_facilities(const RunResult& run, const Experiment& experiment) {
    Facility all;
    const auto span = (experiment.horizon - experiment.policy_start).count();
    const auto& agencies = experiment.region.agencies;
    for (std::size_t row = 0; row < agencies.size(); ++row) {
        const auto& agency = agencies[agencies.id(row)];
        const auto residence = std::find_if(
            agency.services.begin(), agency.services.end(), [](const OfferedService& offered) {
                return offered.service == Service::residence && offered.places;
            });
        if (agency.type == AgencyType::recovery_facility && residence != agency.services.end()) {
            const auto& here = run.agencies.at(row);
            all.place_ticks += static_cast<std::int64_t>(*residence->places) * span;
            all.stay_ticks += here[AgencyCount::stay_ticks];
            all.exits += here[AgencyCount::stays_ended];
        }
    }
    return all;
}

/// So many a year.
Measure yearly(const PatternName& name, const PatternBand& band, std::size_t events) {
    return {.name = name,
            .band = band,
            .n = events,
            .value = ratio_statistic({.numerator = events, .denominator = fiscal_years})};
}

} // namespace

Sums level_sums(const RunResult& run, const Experiment& experiment) {
    const ObservationSpan span{.policy_start = experiment.policy_start,
                               .horizon = experiment.horizon};
    const auto facility = local_facilities(run, experiment);
    return {WholeFiscalYears{span}.number(),
            year_ends(span),
            count_in(run, Count::supervised_in_year),
            count_in(run, Count::supported_in_year),
            count_in(run, Count::partial_at_year_end),
            facility.place_ticks,
            facility.stay_ticks,
            facility.exits,
            run.agencies.at(experiment.region.centre.row())[AgencyCount::first_contacts],
            count_at(run, Level::parole_only, Count::cohort),
            count_at(run, Level::parole_only, Count::revoked),
            count_at(run, Level::suspended, Count::cohort),
            count_at(run, Level::suspended, Count::revoked)};
}

SumsPart level_part() {
    return {.size = level_size,
            .measures = {
                // J16
                share_measure({"P9a", "pattern.supported_in_year"},
                              {0.07, 0.11},
                              {.numerator = supported, .denominator = supervised}),
                // J01, J16
                yearly({"P12", "pattern.supervised_per_year"}, {150.0, 210.0}, supervised),
                // J13
                Measure{.name = {"P12", "pattern.partial_stock"},
                        .band = {45.0, 57.0},
                        .n = partial_at_year_end,
                        .value = ratio_statistic(
                            {.numerator = partial_at_year_end, .denominator = year_end_days})},
                // C19, C20
                Measure{.name = {"P13", "pattern.facility_occupancy"},
                        .band = {0.50, 0.80},
                        .n = exits,
                        .value =
                            ratio_statistic({.numerator = stay_ticks, .denominator = place_ticks})},
                yearly({"P13", "pattern.facility_exits"}, {10.0, 25.0}, exits),
                // C03
                yearly({"P13", "pattern.centre_new_cases"}, {45.0, 95.0}, new_cases),
                // J31, J33, J35
                share_measure({"P14", "pattern.revoked_parole"},
                              {0.02, 0.07},
                              {.numerator = parole_revoked, .denominator = parole_cohort}),
                share_measure({"P14", "pattern.revoked_suspended"},
                              {0.28, 0.39},
                              {.numerator = suspended_revoked, .denominator = suspended_cohort})}};
}

} // namespace tsunagi::detail
