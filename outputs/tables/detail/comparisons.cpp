#include "engine/statistics/moments.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

/// 95 % interval of a level: symmetric in the log-odds for a share, so that it stays a share.
std::optional<Interval> level_interval(const RatioEstimate& estimate, OutcomeUnit unit) {
    if (unit == OutcomeUnit::share) {
        if (const auto interval = logit_interval({.value = estimate.level,
                                                  .standard_error = estimate.standard_error,
                                                  .units = estimate.units},
                                                 {})) {
            return interval;
        }
    }
    return estimate.interval;
}

std::optional<ShownEstimate>
level_estimate(const CountRatio& ratio, OutcomeUnit unit, Units units) {
    if (const auto estimate = ratio_of_sums(ratio.sample(), {}, units)) {
        return ShownEstimate{.value = estimate->level,
                             .standard_error = estimate->standard_error,
                             .interval = level_interval(*estimate, unit)};
    }
    const auto level = level_of(ratio);
    return level
               ? std::optional{ShownEstimate{.value = *level, .standard_error = {}, .interval = {}}}
               : std::nullopt;
}

std::size_t units_with_anybody(const CountRatio& ratio, Units units) {
    const auto size = static_cast<std::size_t>(units.replications_per_unit);
    std::size_t found = 0;
    for (std::size_t first = 0; first < ratio.denominator.size(); first += size) {
        std::int64_t persons = 0;
        for (auto row = first; row < first + size && row < ratio.denominator.size(); ++row) {
            persons += ratio.denominator[row];
        }
        found += persons > 0 ? 1U : 0U;
    }
    return found;
}

Verdict verdict_of(const CountRatio& base,
                   const CountRatio& other,
                   const std::optional<ShownEstimate>& difference) {
    if (!difference || !difference->interval) {
        return Verdict::none;
    }
    if (base.numerator == other.numerator && base.denominator == other.denominator) {
        return Verdict::identical;
    }
    if (difference->interval->lower > 0.0) {
        return Verdict::more;
    }
    return difference->interval->upper < 0.0 ? Verdict::fewer : Verdict::no_difference_seen;
}

DrawSummary
summarise_draws(const std::vector<double>& differences, double worth_knowing, OutcomeUnit unit) {
    DrawSummary summary{.count = differences.size(), .quantiles = {}, .share_worth_knowing = {}};
    for (std::size_t row = 0; row < draw_probabilities.size(); ++row) {
        summary.quantiles[row] = sample_quantile(differences, draw_probabilities[row]);
    }
    if (unit == OutcomeUnit::share) {
        summary.share_worth_knowing = share_at_least(differences, worth_knowing);
    }
    return summary;
}

/// Fills in what compares the scenario with the reference.
void compare(Comparison& row,
             const Samples& samples,
             const CountRatio& base,
             const CountRatio& other) {
    const auto units = samples.units_of(row.reading);
    const auto paired =
        paired_difference(base.sample(), other.sample(), samples.difference_confidence(), units);
    row.difference = estimate_of(paired);
    row.verdict = verdict_of(base, other, row.difference);
    if (!paired) {
        return;
    }
    row.half_width = (paired->upper - paired->lower) / 2.0;
    row.correlation = paired->correlation;
    row.variance_ratio = paired->variance_ratio;
    if (row.unit == UnitOfAnalysis::draw) {
        const auto differences = unit_differences(base.sample(), other.sample(), units);
        if (!differences.empty()) {
            row.draws = summarise_draws(
                differences, samples.study().facts.worth_knowing_gain, spec_of(row.outcome).unit);
        }
    }
}

Comparison
compare_cell(const Samples& samples, Cell cell, const OutcomeSpec& spec, AnalysisGroup group) {
    Comparison row;
    row.reading = cell.reading;
    row.scenario = cell.scenario;
    row.outcome = spec.outcome;
    row.group = group;
    row.unit = samples.unit_of(cell.reading);
    const auto units = samples.units_of(cell.reading);
    const auto own = samples.ratio(cell, group, spec.outcome);
    row.units = units_with_anybody(own, units);
    row.level = level_estimate(own, spec.unit, units);
    if (cell.scenario == samples.reference()) {
        row.verdict = Verdict::reference;
    } else {
        compare(row,
                samples,
                samples.ratio({cell.reading, samples.reference()}, group, spec.outcome),
                own);
    }
    return row;
}

void add_persons(Comparison& row, std::optional<double> persons_per_year) {
    if (!persons_per_year || !is_share_of_cohort(row.outcome)) {
        return;
    }
    if (row.level) {
        row.persons_level = row.level->value * *persons_per_year;
    }
    if (row.difference) {
        row.persons_difference = scaled(*row.difference, *persons_per_year);
    }
}

} // namespace

std::vector<Comparison> comparisons(const Samples& samples,
                                    const ByGroup<std::optional<double>>& cohort_per_year) {
    std::vector<Comparison> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto& spec : outcome_specs()) {
            for (const auto group : analysis_groups) {
                rows.push_back(compare_cell(samples, cell, spec, group));
                add_persons(rows.back(), cohort_per_year[static_cast<std::size_t>(group)]);
            }
        }
    });
    return rows;
}

} // namespace tsunagi::detail
