#include "engine/experiment/detail/pattern_rows.hpp"

namespace tsunagi::detail {

PatternRow share_row(const PatternName& name, Trials seen, Interval band) {
    const auto interval = wilson_interval(seen);
    return {.pattern = name.pattern,
            .measure = name.measure,
            .n = seen.trials,
            .value = static_cast<double>(seen.successes) / static_cast<double>(seen.trials),
            .lower = interval.lower,
            .upper = interval.upper,
            .band_lower = band.lower,
            .band_upper = band.upper};
}

PatternRow formula_row(const PatternName& name, double value, Interval band) {
    return {.pattern = name.pattern,
            .measure = name.measure,
            .n = 0,
            .value = value,
            .lower = std::nullopt,
            .upper = std::nullopt,
            .band_lower = band.lower,
            .band_upper = band.upper};
}

double odds(double probability) {
    return probability / (1.0 - probability);
}

} // namespace tsunagi::detail
