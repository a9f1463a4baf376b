#pragma once

#include "engine/network/service_network.hpp"

namespace tsunagi {

/// The most at one time in a run, each by itself.
struct MostPresent {
    double persons{};
    double waiting{}; ///< of them
    double ending{};  ///< whose stay or patience ends before the run does
};

/// About how many persons are at most in a network at one time: the network with persons as a
/// fluid, whose stays have the mean, and roughly the spread, of the laws. Above the mean by some
/// standard errors; waiting that chance alone brings is not seen.
MostPresent expected_most_present(const ServiceNetwork& network);

} // namespace tsunagi
