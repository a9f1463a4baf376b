#include "engine/core/time.hpp"
#include "engine/observation/groups.hpp"
#include "engine/statistics/equity.hpp"
#include "outputs/store/names.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <numeric>

namespace tsunagi::detail {
namespace {

/// A group of persons by its row among those of its attribute, or of all levels.
struct GroupRow {
    std::size_t row{};
    std::string id;
};

std::vector<GroupRow> groups_by(const Samples& samples, Attribute attribute) {
    std::vector<GroupRow> groups;
    const auto& study = samples.study();
    if (attribute == Attribute::fiscal_year) {
        const std::chrono::year_month_day first{
            fiscal_year_start(at_date(study.facts.policy_start))};
        for (std::size_t row = 0; row < samples.runs().shape().fiscal_years; ++row) {
            groups.push_back(
                {row, std::to_string(static_cast<int>(first.year()) + static_cast<int>(row))});
        }
    } else if (attribute == Attribute::municipality) {
        for (const auto& municipality : study.municipalities) {
            groups.push_back({groups.size(), municipality.id});
        }
    }
    if (const auto range = levels_of(attribute)) {
        for (auto row = static_cast<std::size_t>(range->first);
             row <= static_cast<std::size_t>(range->last);
             ++row) {
            groups.push_back({row, std::string{name_of(static_cast<Level>(row))}});
        }
    }
    return groups;
}

std::int64_t
count_of(const RunTable& runs, RunIndex index, Attribute attribute, std::size_t row, Count count) {
    switch (attribute) {
    case Attribute::fiscal_year:
        return runs.fiscal_year_count(index, row, count);
    case Attribute::municipality:
        return runs.municipality_count(index, row, count);
    default:
        return runs.count(index, static_cast<Level>(row), count);
    }
}

SubgroupSupport support_by(const Samples& samples, Cell cell, Attribute attribute) {
    SubgroupSupport all{.reading = cell.reading,
                        .scenario = cell.scenario,
                        .attribute = attribute,
                        .groups = {},
                        .largest_gap = {}};
    std::vector<GroupLevel> levels;
    for (auto& [row, id] : groups_by(samples, attribute)) {
        const auto counted = [&, row = row](Count count) {
            return [&, row, count](RunIndex index) {
                return count_of(samples.runs(), index, attribute, row, count);
            };
        };
        const auto share = [&](Cell of) {
            return ratio_over(samples, of, counted(Count::support_180), counted(Count::cohort));
        };
        const auto cohort = share(cell).denominator;
        const auto persons = std::accumulate(cohort.begin(), cohort.end(), std::int64_t{0});
        if (persons == 0) {
            continue;
        }
        all.groups.push_back(
            {.id = std::move(id),
             .persons = static_cast<double>(persons) / static_cast<double>(cohort.size()),
             .support_180 = compared_ratio(samples, cell, LevelInterval::log_odds, share)});
        levels.push_back({persons, all.groups.back().support_180.level.value().value});
    }
    all.largest_gap = largest_gap(levels);
    return all;
}

} // namespace

std::vector<SubgroupSupport> support_by_subgroup(const Samples& samples) {
    std::vector<SubgroupSupport> all;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto attribute : attributes) {
            all.push_back(support_by(samples, cell, attribute));
        }
    });
    return all;
}

} // namespace tsunagi::detail
