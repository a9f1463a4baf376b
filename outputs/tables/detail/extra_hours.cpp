#include "engine/statistics/fieller.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/headline.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <vector>

namespace tsunagi::detail {
namespace {

/// Ticks of all agencies on all tasks, per replication.
CountRatio all_ticks(const Samples& samples, Cell cell) {
    return per_replication(samples, cell, [&](RunIndex index) {
        std::int64_t sum = 0;
        for (std::size_t agency = 0; agency < samples.study().agencies.size(); ++agency) {
            for (std::size_t task = 0; task < tasks; ++task) {
                sum += samples.runs().work_ticks(index, agency, static_cast<Task>(task));
            }
        }
        return sum;
    });
}

/// How much more a number is than under the reference, unit by unit.
std::vector<double> unit_gains(const std::vector<std::int64_t>& base,
                               const std::vector<std::int64_t>& own,
                               Units units) {
    const auto size = static_cast<std::size_t>(units.replications_per_unit);
    std::vector<double> gains(own.size() / size);
    for (std::size_t row = 0; row < own.size(); ++row) {
        gains[row / size] += static_cast<double>(own[row] - base[row]);
    }
    return gains;
}

/// Whether the interval of the headline's difference, as tables print it, lies above 0.
bool is_gain(const Samples& samples, Cell cell) {
    const auto base =
        samples.ratio({cell.reading, samples.reference()}, AnalysisGroup::all, headline);
    const auto own = samples.ratio(cell, AnalysisGroup::all, headline);
    const auto effect = paired_difference(base.sample(),
                                          own.sample(),
                                          samples.difference_confidence(),
                                          samples.units_of(cell.reading));
    return effect && effect->lower > 0.0;
}

/// A year's extra hours over a year's extra persons.
/// @param base, own  ticks of the whole period
std::optional<ShownEstimate>
hours_per_person(const Samples& samples, Cell cell, const CountRatio& base, const CountRatio& own) {
    if (!is_gain(samples, cell)) {
        return std::nullopt;
    }
    const auto supported = [&](Cell of) {
        return samples.counts(of, AnalysisGroup::all, Count::support_180);
    };
    const auto units = samples.units_of(cell.reading);
    const auto ratio = ratio_of_means(
        unit_gains(base.numerator, own.numerator, units),
        unit_gains(supported({cell.reading, samples.reference()}), supported(cell), units),
        samples.difference_confidence());
    if (!ratio) {
        return std::nullopt;
    }
    const auto per_year = samples.cohort_years() / (ticks_per_hour * samples.years());
    return scaled({.value = ratio->value, .standard_error = {}, .interval = ratio->interval},
                  per_year);
}

} // namespace

std::vector<ExtraHours> extra_hours(const Samples& samples) {
    const auto hours_a_year = 1.0 / (ticks_per_hour * samples.years());
    const auto hours_of_a_post = months_per_year * samples.study().facts.paid_hours_per_month;
    std::vector<ExtraHours> rows;
    samples.for_each_named_cell([&](Cell cell) {
        if (cell.scenario == samples.reference()) {
            return;
        }
        ExtraHours row;
        row.reading = cell.reading;
        row.scenario = cell.scenario;
        const auto base = all_ticks(samples, {cell.reading, samples.reference()});
        const auto own = all_ticks(samples, cell);
        if (const auto difference =
                estimate_of(paired_difference(base.sample(),
                                              own.sample(),
                                              samples.difference_confidence(),
                                              samples.units_of(cell.reading)))) {
            row.per_year = scaled(*difference, hours_a_year);
            row.full_time = row.per_year->value / hours_of_a_post;
            row.per_person = hours_per_person(samples, cell, base, own);
        }
        rows.push_back(row);
    });
    return rows;
}

} // namespace tsunagi::detail
