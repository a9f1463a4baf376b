#pragma once

#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/random/streams.hpp"
#include "engine/region/region.hpp"

namespace tsunagi {

/// Sources of arrivals: the five of the justice system, then the centre's other clients.
enum class ArrivalSource : std::uint8_t {
    parole_only,
    parole_partial,
    direct_partial,
    suspended,
    juvenile,
    background_persons,
    background_families,
};
inline constexpr std::size_t arrival_sources = 7;

EntityKey source_key(ArrivalSource source);
/// Arrivals per day of a source, a Poisson stream; persons from prison arrive pre.days before their
/// release.
double arrivals_per_day(ArrivalSource source, const IntakeParameters& parameters);

/// What intake draws from.
struct IntakeSetting {
    const Region& region;
    const IntakeParameters& intake;
    const AttributeParameters& attributes;
    const SupervisionParameters& supervision;
    const QuantileTable& start_readiness; ///< quantiles of r0
};

/// Draws the n-th arrival of a source, every attribute from a key of its own.
/// Source: engine/README.md, intake.
Client draw_client(const IntakeSetting& setting,
                   ArrivalSource source,
                   std::uint64_t ordinal,
                   SimTime now,
                   Streams& streams);

} // namespace tsunagi
