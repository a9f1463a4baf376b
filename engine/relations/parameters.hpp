#pragma once

#include "engine/region/agency_type.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace tsunagi {

enum class RotationMode : std::uint8_t { share, event };

/// Mutual understanding between two agencies.
struct RelationParameters {
    double gain_per_contact{};
    double half_life_days{};
    std::array<double, tenure_classes> tenure_years{}; ///< by TenureClass
    double rotation_loss{};                            ///< loss when everybody moves, in [0, 1]
    double routine{}; ///< share kept by routines and overlap, in [0, 1]
    RotationMode rotation_mode{};
    double good_at{}; ///< reading of "good" in the survey, on the scale of understanding
    double incidental_per_year{};
    double incidental_weight{};
    double agreement_effect{}; ///< effect of a written agreement on anything: 0
};

/// What the effective link does, before the reading's scale.
struct LinkParameters {
    double structure_weight{}; ///< w: 1 = meetings make links (causal), 0 = good centres hold
                               ///< meetings (selection)
    double switch_on{};        ///< B: 1, or 0 for no effect at all
    double offers{};           ///< kappa: scale on offers and delays
    double arrival{};          ///< theta_arr: log odds ratio of arrival at E = 1
    double drop_out{};         ///< theta_ret: log hazard ratio of drop-out at E = 1
};

} // namespace tsunagi
