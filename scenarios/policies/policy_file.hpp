#pragma once

#include "engine/simulation/policy.hpp"
#include "scenarios/regions/region_file.hpp"

#include <optional>
#include <string>

namespace tsunagi {

/// The world into which a policy is put.
struct PolicySetting {
    const RegionFile& region;
    SimTime policy_start{}; ///< end of the warm-up: no lever may act earlier
    SimTime horizon{};      ///< end of the run: every lever must act before
};

/// A policy file as read.
struct PolicyFile {
    Policy policy;
    Words name;
};

/// Reads a policy. Without a setting only what the file says by itself is checked: agencies and
/// dates are not looked up.
/// @return nothing if anything is wrong
std::optional<PolicyFile> read_policy(Inputs& inputs,
                                      const std::string& file,
                                      const Position& named_at,
                                      const PolicySetting* setting,
                                      FaultLog& faults);

} // namespace tsunagi
