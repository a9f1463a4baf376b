#include "engine/statistics/jackknife.hpp"

#include "engine/core/contracts.hpp"
#include "engine/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tsunagi {

namespace {

// The statistic without each unit in turn; nothing where it has no value once.
std::optional<std::vector<double>>
values_without(std::span<const Sums> units, const Sums& total, const Statistic& statistic) {
    std::vector<double> values;
    values.reserve(units.size());
    Sums rest(total.size());
    for (const auto& unit : units) {
        std::transform(
            total.begin(), total.end(), unit.begin(), rest.begin(), std::minus<std::int64_t>{});
        const auto value = statistic(rest);
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*value);
    }
    return values;
}

} // namespace

Sums total_of(std::span<const Sums> units) {
    Sums total(units.empty() ? 0 : units.front().size(), 0);
    for (const auto& unit : units) {
        expects(unit.size() == total.size(), "units have the same sums");
        std::transform(
            total.begin(), total.end(), unit.begin(), total.begin(), std::plus<std::int64_t>{});
    }
    return total;
}

double jackknife_variance(std::span<const double> without) {
    const auto n = static_cast<double>(without.size());
    return (n - 1.0) * (n - 1.0) / n * variance(without);
}

std::optional<StatisticEstimate> jackknife(std::span<const Sums> units,
                                           const Statistic& statistic) {
    if (units.empty()) {
        return std::nullopt;
    }
    const auto total = total_of(units);
    const auto value = statistic(total);
    if (!value) {
        return std::nullopt;
    }
    StatisticEstimate estimate{.value = *value, .standard_error = std::nullopt};
    if (units.size() < 2) {
        return estimate;
    }
    if (const auto without = values_without(units, total, statistic)) {
        estimate.standard_error = std::sqrt(jackknife_variance(*without));
    }
    return estimate;
}

} // namespace tsunagi
