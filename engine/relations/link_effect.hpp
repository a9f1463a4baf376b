#pragma once

#include "engine/relations/parameters.hpp"

#include <optional>

namespace tsunagi {

/// What an effective link E does in one reading: the four places of its effect, each
/// already multiplied by the switch B and the reading's scale s. All are 0 where links have no
/// effect.
struct LinkEffect {
    double structure_weight{};         ///< w in E = U_ref + w (U_pol - U_ref)
    double offers{};                   ///< B kappa s, on offers and delays
    double arrival{};                  ///< B theta_arr s, log odds ratio at E = 1
    double drop_out{};                 ///< B theta_ret s, log hazard ratio at E = 1
    double learning{};                 ///< B s, on what staff and tracks learn
    std::optional<double> forced_link; ///< E of every pair, consent given (forced runs of patterns)
    friend bool operator==(const LinkEffect&, const LinkEffect&) = default;
};

inline LinkEffect link_effect(const LinkParameters& link, double scale) {
    return {.structure_weight = link.structure_weight,
            .offers = link.switch_on * link.offers * scale,
            .arrival = link.switch_on * link.arrival * scale,
            .drop_out = link.switch_on * link.drop_out * scale,
            .learning = link.switch_on * scale,
            .forced_link = std::nullopt};
}

} // namespace tsunagi
