#pragma once

#include "engine/core/time.hpp"

#include <cstdint>
#include <string>

namespace tsunagi {

/// What a run is called, and which of its years are those of the policy.
struct RunTitle {
    std::string study;
    std::string reading;
    std::string scenario;
    std::string base; ///< the scenario it is compared with, where it is
    std::int64_t replication{};
    SimTime policy_start{};
    SimTime horizon{}; ///< end of the run, open
};

} // namespace tsunagi
