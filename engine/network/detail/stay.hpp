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

/// Whose stay it is, where and from when.
struct StayBegun {
    AgencyId station;
    EntityKey person{};
    std::uint32_t episode{}; ///< of this person: waits and stays before it
    SimTime now{};
};

/// Draws the times of all causes that may end a stay, and where the earliest leads.
Stay draw_stay(const ServiceNetwork& network, const StayBegun& begun, Streams& streams);

} // namespace tsunagi::detail
