#pragma once

#include "engine/experiment/experiment.hpp"

#include <cstdint>

namespace tsunagi {

/// Names one draw of a study's parameters.
struct DrawName {
    std::uint64_t seed{}; ///< of the study
    std::int64_t draw{};  ///< from 0
};

/// Value of one parameter in a draw, by inversion from its prior, cut to its bounds. Keyed by study
/// seed, draw and parameter alone, hence the same in every scenario and reading.
/// @param stated  value of the parameter where the prior is fixed
double drawn_value(const DrawableParameter& parameter, double stated, DrawName name);

/// Link parameters of a draw: every parameter of `link_priors` replaced by its drawn value.
LinkParameters drawn_link(const Experiment& experiment, std::int64_t draw);

} // namespace tsunagi
