#pragma once

#include "engine/network/service_network.hpp"
#include "engine/random/streams.hpp"

#include <optional>

namespace tsunagi::detail {

/// Instants at which the persons of one stream come. They are counted in days and rounded one by
/// one: rounded intervals would add up.
class ArrivalTimes {
public:
    /// @param network, arrivals  must outlive the times
    ArrivalTimes(const ServiceNetwork& network, const ArrivalStream& arrivals)
        : network_{&network}, arrivals_{&arrivals} {}

    /// The next instant, of the n-th arrival; no value after the horizon, or where nobody comes.
    std::optional<SimTime> next(Streams& streams, std::uint32_t ordinal);

private:
    const ServiceNetwork* network_;
    const ArrivalStream* arrivals_;
    double days_ = 0.0; ///< of the last arrival, from the start of the run
};

} // namespace tsunagi::detail
