#pragma once

#include "engine/network/service_network.hpp"
#include "engine/random/streams.hpp"

#include <cstdint>

namespace tsunagi::detail {

/// How a stay ends.
struct Stay {
    SimTime end{SimTime::max()}; ///< the latest instant where it does not end before the horizon
    std::uint8_t cause{};
    OptionalId<AgencyTag> to;
};

/// Draws the times of all causes that may end a stay at a station, and where the earliest leads.
/// @param episode  of this person: waits and stays before it
Stay draw_stay(const ServiceNetwork& network,
               AgencyId station,
               EntityKey person,
               std::uint32_t episode,
               SimTime now,
               Streams& streams);

} // namespace tsunagi::detail
