#include "engine/experiment/detail/pattern_rows.hpp"

namespace tsunagi::detail {

PatternRow share_row(const PatternName& name, Trials seen, const PatternBand& band) {
    const auto interval = wilson_interval(seen);
    return {.pattern = name.pattern,
            .measure = name.measure,
            .n = seen.trials,
            .value = static_cast<double>(seen.successes) / static_cast<double>(seen.trials),
            .lower = interval.lower,
            .upper = interval.upper,
            .band = band};
}

PatternRow formula_row(const PatternName& name, double value, const PatternBand& band) {
    return {.pattern = name.pattern,
            .measure = name.measure,
            .n = std::nullopt,
            .value = value,
            .lower = std::nullopt,
            .upper = std::nullopt,
            .band = band};
}

double odds(double probability) {
    return probability / (1.0 - probability);
}

} // namespace tsunagi::detail
