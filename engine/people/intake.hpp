#pragma once

#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/random/samplers.hpp"
#include "engine/random/streams.hpp"
#include "engine/region/region.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// Sources of arrivals: the seven of the justice system in the order of IntakeSource, then the
/// agencies' other clients.
enum class ArrivalSource : std::uint8_t {
    parole_only,
    parole_partial,
    direct_partial,
    suspended,
    juvenile,
    full_term,
    suspended_without_probation,
    background_persons,
    background_families,
    background_outpatients,
    background_residents,
};
inline constexpr std::size_t arrival_sources = 11;
static_assert(static_cast<std::size_t>(ArrivalSource::background_persons) == intake_sources &&
                  static_cast<std::size_t>(ArrivalSource::suspended_without_probation) ==
                      static_cast<std::size_t>(IntakeSource::suspended_without_probation),
              "sources of the justice system stand alike in both lists");

EntityKey source_key(ArrivalSource source);
/// Arrivals per day of a source, a Poisson stream; persons from prison arrive pre.days before their
/// release.
double arrivals_per_day(ArrivalSource source, const IntakeParameters& parameters);

/// Laws that are the same for all arrivals of a run.
struct IntakeLaws {
    std::vector<double> municipality_shares; ///< of the population
    TruncatedNormalQuantiles adult_age_years;
    TruncatedNormalQuantiles log_parole_days;
};
IntakeLaws laws_of_intake(const Region& region,
                          const AttributeParameters& attributes,
                          const SupervisionParameters& supervision);

/// What intake draws from.
struct IntakeSetting {
    const IntakeLaws& laws;
    const IntakeParameters& intake;
    const AttributeParameters& attributes;
    const SupervisionParameters& supervision;
    const QuantileTable& start_readiness; ///< quantiles of r0
    double stable_share{};                ///< with hardly any risk of use
};

/// Draws the n-th arrival of a source, every attribute from a key of its own.
/// Source: engine/README.md, intake.
Client draw_client(const IntakeSetting& setting,
                   ArrivalSource source,
                   std::uint64_t ordinal,
                   SimTime now,
                   Streams& streams);

/// The family of a person who has one in reach; no value where there is none. Its key is the
/// person's child.
std::optional<Client>
draw_family(const IntakeSetting& setting, const Client& person, SimTime now, Streams& streams);

} // namespace tsunagi
