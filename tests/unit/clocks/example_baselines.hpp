#pragma once

#include "engine/clocks/baselines.hpp"

/// Baselines that several tests of clocks try.
namespace tsunagi::test {

inline const ExponentialBaseline exponential_baseline{0.02};
inline const WeibullBaseline weibull_baseline{0.6, 640.0};

} // namespace tsunagi::test
