#include "engine/statistics/ratio.hpp"

#include "engine/core/contracts.hpp"
#include "engine/statistics/jackknife.hpp"
#include "engine/statistics/moments.hpp"

#include <cmath>
#include <cstddef>

namespace tsunagi {
namespace {

/// Numerators and denominators added up within units.
struct UnitSums {
    std::vector<std::int64_t> numerator;
    std::vector<std::int64_t> denominator;
};

std::vector<std::int64_t> summed(std::span<const std::int64_t> values, std::size_t per_unit) {
    std::vector<std::int64_t> sums(values.size() / per_unit, 0);
    for (std::size_t index = 0; index < values.size(); ++index) {
        sums[index / per_unit] += values[index];
    }
    return sums;
}

UnitSums unit_sums(const RatioSample& sample, Units units) {
    expects(sample.numerator.size() == sample.denominator.size(),
            "every numerator has its denominator");
    expects(units.replications_per_unit >= 1, "a unit has a replication");
    const auto per_unit = static_cast<std::size_t>(units.replications_per_unit);
    expects(sample.numerator.size() % per_unit == 0, "replications fill whole units");
    for (const std::int64_t denominator : sample.denominator) {
        expects(denominator >= 0, "a denominator is not negative");
    }
    return {summed(sample.numerator, per_unit), summed(sample.denominator, per_unit)};
}

/// Two samples of one study, unit by unit.
struct PairedSums {
    UnitSums base;
    UnitSums other;
};

PairedSums paired_sums(const RatioSample& base, const RatioSample& other, Units units) {
    expects(base.numerator.size() == other.numerator.size(), "pairs share their replications");
    return {unit_sums(base, units), unit_sums(other, units)};
}

double ratio(std::int64_t numerator, std::int64_t denominator) {
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

/// The ratio of sums, and the ratios that are left when one unit is taken out.
struct Jackknife {
    double level{};
    std::vector<double> without; ///< [unit]
};

/// Nothing where a denominator vanishes. Sums are exact, and so is the difference of two equal
/// samples.
std::optional<Jackknife> ratios_without(const UnitSums& sums, std::span<const std::size_t> units) {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    for (const std::size_t unit : units) {
        numerator += sums.numerator[unit];
        denominator += sums.denominator[unit];
    }
    if (denominator == 0) {
        return std::nullopt;
    }
    Jackknife result{ratio(numerator, denominator), {}};
    result.without.reserve(units.size());
    for (const std::size_t unit : units) {
        const std::int64_t rest = denominator - sums.denominator[unit];
        if (rest == 0) {
            return std::nullopt;
        }
        result.without.push_back(ratio(numerator - sums.numerator[unit], rest));
    }
    return result;
}

PairedDifference compare(const Jackknife& base, const Jackknife& other, Confidence confidence) {
    std::vector<double> differences(base.without.size());
    for (std::size_t unit = 0; unit < differences.size(); ++unit) {
        differences[unit] = other.without[unit] - base.without[unit];
    }
    const double variance_base = jackknife_variance(base.without);
    const double variance_other = jackknife_variance(other.without);
    const double variance_difference = jackknife_variance(differences);
    const double difference = other.level - base.level;
    const double error = std::sqrt(variance_difference);
    const auto units = static_cast<std::int64_t>(differences.size());
    const Interval interval = t_interval({difference, error, units}, confidence);

    std::optional<double> correlation;
    if (variance_base > 0.0 && variance_other > 0.0) {
        correlation = covariance(base.without, other.without) /
                      std::sqrt(variance(base.without) * variance(other.without));
    }
    std::optional<double> variance_ratio;
    if (variance_difference > 0.0) {
        variance_ratio = (variance_base + variance_other) / variance_difference;
    }
    return {.level_base = base.level,
            .level_other = other.level,
            .difference = difference,
            .standard_error = error,
            .lower = interval.lower,
            .upper = interval.upper,
            .correlation = correlation,
            .variance_ratio = variance_ratio,
            .units = units};
}

/// Units in which a predicate on the unit's number holds.
template <class Predicate>
std::vector<std::size_t> units_where(std::size_t count, const Predicate& holds) {
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < count; ++unit) {
        if (holds(unit)) {
            units.push_back(unit);
        }
    }
    return units;
}

} // namespace

std::optional<RatioEstimate>
ratio_of_sums(const RatioSample& sample, Confidence confidence, Units units) {
    const UnitSums sums = unit_sums(sample, units);
    const auto informative = units_where(
        sums.denominator.size(), [&](std::size_t unit) { return sums.denominator[unit] > 0; });
    const auto estimate = ratios_without(sums, informative);
    if (!estimate) {
        return std::nullopt;
    }
    const auto count = static_cast<std::int64_t>(informative.size());
    const double error = std::sqrt(jackknife_variance(estimate->without));
    return RatioEstimate{.level = estimate->level,
                         .standard_error = error,
                         .interval = t_interval({estimate->level, error, count}, confidence),
                         .units = count};
}

std::optional<PairedDifference> paired_difference(const RatioSample& base,
                                                  const RatioSample& other,
                                                  Confidence confidence,
                                                  Units units) {
    const PairedSums sums = paired_sums(base, other, units);
    const auto informative = units_where(sums.base.denominator.size(), [&](std::size_t unit) {
        return sums.base.denominator[unit] > 0 || sums.other.denominator[unit] > 0;
    });
    const auto before = ratios_without(sums.base, informative);
    const auto after = ratios_without(sums.other, informative);
    if (!before || !after) {
        return std::nullopt;
    }
    return compare(*before, *after, confidence);
}

std::vector<double>
unit_differences(const RatioSample& base, const RatioSample& other, Units units) {
    const PairedSums sums = paired_sums(base, other, units);
    const auto defined = units_where(sums.base.denominator.size(), [&](std::size_t unit) {
        return sums.base.denominator[unit] > 0 && sums.other.denominator[unit] > 0;
    });
    std::vector<double> differences;
    differences.reserve(defined.size());
    for (const std::size_t unit : defined) {
        differences.push_back(ratio(sums.other.numerator[unit], sums.other.denominator[unit]) -
                              ratio(sums.base.numerator[unit], sums.base.denominator[unit]));
    }
    return differences;
}

} // namespace tsunagi
