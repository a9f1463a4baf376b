#pragma once

#include <cstdint>
#include <optional>

namespace tsunagi {

/// How one run reads the link (engine/README.md, rival readings): parameters of the link before any
/// draw, its scale, and for forced runs a fixed effective link.
struct Reading {
    std::optional<double> structure_weight; ///< w; no value: the parameter's, or the draw's
    std::optional<double> switch_on;        ///< B
    double scale{};                         ///< s, link_effect_scale
    enum class LinkDraw : std::uint8_t {
        as_stated,
        from_priors
    } draw{}; ///< from_priors: w, B, kappa, both thetas
    std::optional<double>
        forced_link; ///< E for every pair, with consent given; forced runs of pattern P2
};

} // namespace tsunagi
