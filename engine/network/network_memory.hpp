#pragma once

#include "engine/network/service_network.hpp"

#include <cstdint>

namespace tsunagi {

/// What runs of a network need beside the network itself, in bytes.
struct NetworkMemory {
    double persons{}; ///< most at one time in a run, about; 0 where they are followed one by one
    double bytes_per_run{};               ///< while it runs
    double bytes_per_result{};            ///< of each run until all are over
    double bytes_of_persons_per_run{};    ///< of bytes_per_run
    double bytes_of_samples_per_result{}; ///< of bytes_per_result
};

/// @pre check(network)
NetworkMemory memory_of(const ServiceNetwork& network);

} // namespace tsunagi
