#include "outputs/tables/detail/samples.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/time.hpp"

#include <algorithm>
#include <numeric>

namespace tsunagi::detail {
namespace {

double years_of(std::chrono::days length) {
    return static_cast<double>(length.count()) / days_per_year;
}

} // namespace

Samples::Samples(const StudyResults& results)
    : results_{results}, reference_{reference_row(results.study)} {
    const auto& readings = results.study.readings;
    for (std::size_t row = 0; row < readings.size(); ++row) {
        if (readings[row].role == DescribedReading::Role::named) {
            named_readings_.push_back(row);
        }
    }
}

double Samples::years() const {
    return years_of(study().facts.horizon - study().facts.policy_start);
}

double Samples::cohort_years() const {
    return years() - years_of(std::chrono::days{follow_up_days});
}

bool Samples::in_group(RunIndex run, AnalysisGroup group) const {
    const auto persons = [&](LinkGroup link) { return runs().count(run, link, Count::cohort); };
    switch (group) {
    case AnalysisGroup::all:
        return true;
    case AnalysisGroup::good:
        return persons(LinkGroup::good) > 0;
    case AnalysisGroup::not_good:
        return persons(LinkGroup::not_good) > 0;
    }
    violate("group out of range", __FILE__, __LINE__);
}

std::size_t Samples::replications_in(Cell cell, AnalysisGroup group) const {
    std::size_t members = 0;
    for (std::size_t replication = 0; replication < runs().shape().replications; ++replication) {
        members += in_group({cell.reading, cell.scenario, replication}, group) ? 1U : 0U;
    }
    return members;
}

std::vector<std::int64_t> Samples::counts(Cell cell, AnalysisGroup group, Count count) const {
    std::vector<std::int64_t> values(runs().shape().replications);
    for (std::size_t replication = 0; replication < values.size(); ++replication) {
        const RunIndex index{cell.reading, cell.scenario, replication};
        if (group != AnalysisGroup::not_good) {
            values[replication] += runs().count(index, LinkGroup::good, count);
        }
        if (group != AnalysisGroup::good) {
            values[replication] += runs().count(index, LinkGroup::not_good, count);
        }
    }
    return values;
}

std::int64_t Samples::total(Cell cell, AnalysisGroup group, Count count) const {
    const auto values = counts(cell, group, count);
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

CountRatio
Samples::ratio(Cell cell, AnalysisGroup group, Count numerator, Count denominator) const {
    return {.numerator = counts(cell, group, numerator),
            .denominator = counts(cell, group, denominator)};
}

CountRatio Samples::ratio(Cell cell, AnalysisGroup group, Outcome outcome) const {
    const auto& spec = spec_of(outcome);
    return ratio(cell, group, spec.numerator, spec.denominator);
}

double Samples::persons_per_year(Cell cell, AnalysisGroup group, Count count) const {
    const auto replications = replications_in(cell, group);
    return replications == 0 ? 0.0
                             : static_cast<double>(total(cell, group, count)) /
                                   static_cast<double>(replications) / cohort_years();
}

UnitOfAnalysis Samples::unit_of(std::size_t reading) const {
    return study().readings[reading].link == DescribedReading::LinkSource::priors
               ? UnitOfAnalysis::draw
               : UnitOfAnalysis::replication;
}

Units Samples::units_of(std::size_t reading) const {
    return {.replications_per_unit =
                unit_of(reading) == UnitOfAnalysis::draw ? study().facts.replications_per_draw : 1};
}

Confidence Samples::difference_confidence() const {
    const auto others = static_cast<std::int64_t>(study().scenarios.size()) - 1;
    return {.level = 0.95, .family = std::max<std::int64_t>(others, 1)};
}

std::optional<double> level_of(const CountRatio& ratio) {
    const auto sum = [](const std::vector<std::int64_t>& values) {
        return static_cast<double>(std::accumulate(values.begin(), values.end(), std::int64_t{0}));
    };
    const auto persons = sum(ratio.denominator);
    return persons > 0.0 ? std::optional{sum(ratio.numerator) / persons} : std::nullopt;
}

std::optional<ShownEstimate> estimate_of(const std::optional<PairedDifference>& difference) {
    if (!difference) {
        return std::nullopt;
    }
    return ShownEstimate{.value = difference->difference,
                         .standard_error = difference->standard_error,
                         .interval = Interval{difference->lower, difference->upper}};
}

ShownEstimate scaled(const ShownEstimate& estimate, double factor) {
    auto result = estimate;
    result.value *= factor;
    if (result.standard_error) {
        *result.standard_error *= factor;
    }
    if (result.interval) {
        result.interval =
            Interval{result.interval->lower * factor, result.interval->upper * factor};
    }
    return result;
}

} // namespace tsunagi::detail
