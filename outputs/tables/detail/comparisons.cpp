#include "engine/statistics/moments.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

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
    row.detectable = detectable(*paired);
    row.correlation = paired->correlation;
    row.variance_ratio = paired->variance_ratio;
    const auto differences = unit_differences(base.sample(), other.sample(), units);
    if (differences.size() >= 3) {
        row.skewness = skewness(differences);
    }
    if (row.unit == UnitOfAnalysis::draw && !differences.empty()) {
        row.draws = summarise_draws(
            differences, samples.study().facts.worth_knowing_gain, spec_of(row.outcome).unit);
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
    row.level = level_estimate(own,
                               spec.unit == OutcomeUnit::share ? LevelInterval::log_odds
                                                               : LevelInterval::plain,
                               units);
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

std::vector<SameCourse> same_courses(const Samples& samples) {
    const auto& runs = samples.runs();
    std::vector<SameCourse> rows;
    samples.for_each_named_cell([&](Cell cell) {
        if (cell.scenario == samples.reference()) {
            return;
        }
        bool same = true;
        for (std::size_t replication = 0; replication < runs.shape().replications; ++replication) {
            same = same && runs.digest({cell.reading, cell.scenario, replication}) ==
                               runs.digest({cell.reading, samples.reference(), replication});
        }
        rows.push_back({.reading = cell.reading, .scenario = cell.scenario, .same = same});
    });
    return rows;
}

} // namespace tsunagi::detail
