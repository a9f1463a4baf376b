#pragma once

#include "engine/observation/support_windows.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/link_effect.hpp"
#include "engine/simulation/parameters.hpp"
#include "engine/simulation/policy.hpp"

namespace tsunagi {

/// When a run begins, when its scenario may differ, and when it ends.
struct RunDates {
    SimTime run_start{};    ///< 1 April; empty agencies
    SimTime policy_start{}; ///< 1 April; end of the warm-up
    SimTime horizon{};
};

/// Everything about a run that does not change while it runs. Shared, immutable, outlives the
/// simulation.
struct Setting {
    const Region& region;
    const Parameters& parameters;
    LinkEffect effect;
    const Policy& reference; ///< policy of the study's reference scenario: drives U_ref
    RunDates dates;
    SupportWindows windows;
    double link_correlation{};            ///< fitted_correlation(region)
    const QuantileTable& start_readiness; ///< of Beta(readiness.start_alpha, readiness.start_beta)
    const QuantileTable& start_understanding; ///< of Beta(family.start_alpha, family.start_beta)
    const std::array<double, services>& drop_out_scales; ///< drop_out_scales(parameters.episodes)
};

} // namespace tsunagi
