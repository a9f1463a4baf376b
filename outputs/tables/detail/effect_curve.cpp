#include "outputs/tables/detail/headline.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>

namespace tsunagi::detail {
namespace {

std::vector<std::size_t> curve_readings(const StudyDescription& study) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < study.readings.size(); ++row) {
        if (study.readings[row].role == DescribedReading::Role::curve_point) {
            rows.push_back(row);
        }
    }
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return study.readings[row].scale; });
    return rows;
}

/// Smallest scale at which a line through the points reaches a height.
template <class Height>
std::optional<double>
first_reach(const std::vector<CurvePoint>& points, double goal, Height&& height) {
    for (std::size_t row = 0; row < points.size(); ++row) {
        const auto here = height(points[row]);
        if (!here) {
            return std::nullopt;
        }
        if (*here < goal) {
            continue;
        }
        if (row == 0) {
            return points[row].scale;
        }
        const auto before = *height(points[row - 1]);
        const auto way = (goal - before) / (*here - before);
        return points[row - 1].scale + way * (points[row].scale - points[row - 1].scale);
    }
    return std::nullopt;
}

std::optional<CurvePoint> curve_point(const Samples& samples, Cell cell, AnalysisGroup group) {
    const auto base = samples.ratio({cell.reading, samples.reference()}, group, headline);
    const auto other = samples.ratio(cell, group, headline);
    const auto base_level = level_of(base);
    const auto other_level = level_of(other);
    if (!base_level || !other_level) {
        return std::nullopt;
    }
    const auto paired = paired_difference(base.sample(),
                                          other.sample(),
                                          samples.difference_confidence(),
                                          samples.units_of(cell.reading));
    return CurvePoint{
        .scale = samples.study().readings[cell.reading].scale,
        .reference_level = *base_level,
        .level = *other_level,
        .difference = estimate_of(paired).value_or(ShownEstimate{
            .value = *other_level - *base_level, .standard_error = {}, .interval = {}})};
}

void find_break_even(EffectCurve& curve, double gain) {
    using Height = std::optional<double>;
    curve.break_even = first_reach(
        curve.points, gain, [](const CurvePoint& point) { return Height{point.difference.value}; });
    curve.break_even_earliest = first_reach(curve.points, gain, [](const CurvePoint& point) {
        return point.difference.interval ? Height{point.difference.interval->upper} : std::nullopt;
    });
    curve.break_even_latest = first_reach(curve.points, gain, [](const CurvePoint& point) {
        return point.difference.interval ? Height{point.difference.interval->lower} : std::nullopt;
    });
}

EffectCurve curve_of(const Samples& samples,
                     std::size_t scenario,
                     AnalysisGroup group,
                     const std::vector<std::size_t>& readings) {
    EffectCurve curve;
    curve.scenario = scenario;
    curve.group = group;
    for (const auto reading : readings) {
        if (auto point = curve_point(samples, {reading, scenario}, group)) {
            curve.points.push_back(*point);
        }
    }
    find_break_even(curve, samples.study().facts.worth_knowing_gain);
    return curve;
}

} // namespace

std::vector<EffectCurve> effect_curves(const Samples& samples) {
    std::vector<EffectCurve> curves;
    const auto readings = curve_readings(samples.study());
    if (readings.empty()) {
        return curves;
    }
    for (std::size_t scenario = 0; scenario < samples.study().scenarios.size(); ++scenario) {
        if (scenario == samples.reference()) {
            continue;
        }
        for (const auto group : analysis_groups) {
            curves.push_back(curve_of(samples, scenario, group, readings));
        }
    }
    return curves;
}

} // namespace tsunagi::detail
