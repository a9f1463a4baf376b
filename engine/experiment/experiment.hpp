#pragma once

#include "engine/observation/support_windows.hpp"
#include "engine/random/streams.hpp"
#include "engine/region/region.hpp"
#include "engine/simulation/parameters.hpp"
#include "engine/simulation/policy.hpp"
#include "engine/simulation/reading.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tsunagi {

/// Prior of one parameter; truncated to [lower, upper] of the parameter.
struct FixedPrior {};
struct UniformPrior {};
struct LogUniformPrior {};
struct NormalPrior {
    double mean{};
    double sd{};
};
struct BetaPrior {
    double alpha{};
    double beta{};
};
/// The value 0 with probability at_zero, else 1 (the switch B).
struct SwitchPrior {
    double at_zero{};
};
using Prior =
    std::variant<FixedPrior, UniformPrior, LogUniformPrior, NormalPrior, BetaPrior, SwitchPrior>;

/// A parameter that a draw may move: where it lives, its prior and bounds. The key is key_of(id).
struct DrawableParameter {
    EntityKey key{};
    double& (*slot)(Parameters&) = nullptr;
    Prior prior;
    double lower{};
    double upper{};
};

/// One column of a comparison: the same region and parameters under one policy.
struct ScenarioPlan {
    EntityKey key{}; ///< key_of(the scenario's name), used only where common random numbers are
                     ///< switched off
    Policy policy;
};

enum class Pairing : std::uint8_t { common_random_numbers, independent };

/// A study, checked and immutable: region, parameters, scenarios x readings x replications.
struct Experiment {
    Region region;
    Parameters parameters;
    std::vector<DrawableParameter>
        link_priors; ///< link.w, link.B, link.kappa, link.theta_arr, link.theta_ret, in this order
    std::vector<ScenarioPlan> scenarios;
    std::size_t reference{}; ///< index into scenarios: its schedule drives U_ref and the warm-up
    std::vector<Reading> readings;
    std::uint64_t seed{};
    std::int64_t replications{};
    std::int64_t replications_per_draw{}; ///< m: draw d = floor(r / m)
    SimTime run_start{};                  ///< 1 April; empty agencies
    SimTime policy_start{};               ///< 1 April; end of the warm-up
    SimTime horizon{};
    SupportWindows windows;
    Pairing pairing{};
};

} // namespace tsunagi
