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

/// Reads a policy.
/// @param setting  where it is put; null: only what the file says by itself is checked
/// @return nothing if anything is wrong
std::optional<PolicyFile> read_policy(Inputs& inputs,
                                      const std::string& file,
                                      const Position& named_at,
                                      const PolicySetting* setting,
                                      FaultLog& faults);

/// Tells what is wrong with a policy by itself: agencies and dates are not looked up.
/// @param catalogue  of the labels that it may name
void check_policy(Inputs& inputs,
                  const std::string& file,
                  const Catalogue& catalogue,
                  FaultLog& faults);

} // namespace tsunagi
