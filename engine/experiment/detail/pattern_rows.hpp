#pragma once

#include "engine/experiment/patterns.hpp"
#include "engine/statistics/intervals.hpp"
#include "engine/statistics/wilson.hpp"

namespace tsunagi::detail {

/// Which pattern, and what of it.
struct PatternName {
    std::string_view pattern;
    std::string_view measure;
};

/// A share of independent trials with Wilson's interval.
PatternRow share_row(const PatternName& name, Trials seen, const PatternBand& band);

/// A value that a formula gives.
PatternRow formula_row(const PatternName& name, double value, const PatternBand& band);

double odds(double probability);

} // namespace tsunagi::detail
