#include "outputs/tables/detail/estimates.hpp"

#include "engine/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi::detail {
namespace {

constexpr double chance_to_see = 0.8; ///< that a difference of the detectable size is seen

std::optional<Interval> interval_of(const RatioEstimate& estimate, LevelInterval interval) {
    if (interval == LevelInterval::log_odds) {
        if (const auto on_log_odds = logit_interval({.value = estimate.level,
                                                     .standard_error = estimate.standard_error,
                                                     .units = estimate.units},
                                                    {})) {
            return on_log_odds;
        }
    }
    return estimate.interval;
}

/// Means of the units that have a value at all.
std::vector<double> unit_means(const PerReplication& values, Units units) {
    const auto size = static_cast<std::size_t>(units.replications_per_unit);
    std::vector<double> means;
    for (std::size_t first = 0; first < values.size(); first += size) {
        std::vector<double> known;
        for (auto row = first; row < std::min(first + size, values.size()); ++row) {
            if (values[row]) {
                known.push_back(*values[row]);
            }
        }
        if (!known.empty()) {
            means.push_back(mean(known));
        }
    }
    return means;
}

std::optional<ShownEstimate> mean_estimate(const std::vector<double>& units,
                                           Confidence confidence) {
    if (units.empty()) {
        return std::nullopt;
    }
    ShownEstimate result{.value = mean(units), .standard_error = {}, .interval = {}};
    if (units.size() > 1) {
        const auto error = std::sqrt(variance(units) / static_cast<double>(units.size()));
        result.standard_error = error;
        result.interval = t_interval({.value = result.value,
                                      .standard_error = error,
                                      .units = static_cast<std::int64_t>(units.size())},
                                     confidence);
    }
    return result;
}

} // namespace

std::optional<ShownEstimate>
level_estimate(const CountRatio& ratio, LevelInterval interval, Units units) {
    if (const auto estimate = ratio_of_sums(ratio.sample(), {}, units)) {
        return ShownEstimate{.value = estimate->level,
                             .standard_error = estimate->standard_error,
                             .interval = interval_of(*estimate, interval)};
    }
    const auto level = level_of(ratio);
    return level
               ? std::optional{ShownEstimate{.value = *level, .standard_error = {}, .interval = {}}}
               : std::nullopt;
}

double detectable(const PairedDifference& paired) {
    return (paired.upper - paired.lower) / 2.0 +
           student_quantile(chance_to_see, static_cast<double>(paired.units - 1)) *
               paired.standard_error;
}

Compared scaled(const Compared& compared, double factor) {
    const auto one = [factor](const std::optional<ShownEstimate>& estimate) {
        return estimate ? std::optional{scaled(*estimate, factor)} : std::nullopt;
    };
    return {.level = one(compared.level), .difference = one(compared.difference)};
}

Compared compared_means(const Samples& samples,
                        std::size_t reading,
                        const PerReplication& own,
                        const std::optional<PerReplication>& base) {
    const auto units = samples.units_of(reading);
    Compared result{.level = mean_estimate(unit_means(own, units), {}), .difference = {}};
    if (!base) {
        return result;
    }
    PerReplication differences(own.size());
    for (std::size_t row = 0; row < own.size(); ++row) {
        if (own[row] && (*base)[row]) {
            differences[row] = *own[row] - *(*base)[row];
        }
    }
    result.difference =
        mean_estimate(unit_means(differences, units), samples.difference_confidence());
    if (result.difference && !result.difference->interval) {
        result.difference.reset();
    }
    return result;
}

} // namespace tsunagi::detail
