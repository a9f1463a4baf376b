#include "outputs/pathways/pathway_report.hpp"

#include "engine/core/contracts.hpp"
#include "engine/statistics/equity.hpp"
#include "engine/statistics/intervals.hpp"
#include "outputs/store/names.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

namespace tsunagi {

namespace {

/// The sums of one group, or of the services, in a run.
using SumsOf = std::function<const Sums&(const PathwayCounts&)>;

/// Independent observations: the runs of a draw added up.
std::vector<Sums>
units_of(const PathwayTitle& title, std::span<const PathwayCounts> runs, const SumsOf& sums_of) {
    std::vector<Sums> replications;
    std::ranges::transform(runs, std::back_inserter(replications), sums_of);
    std::vector<Sums> units;
    const auto per_draw = static_cast<std::size_t>(title.replications_per_draw.value_or(1));
    for (std::size_t first = 0; first < replications.size(); first += per_draw) {
        const auto count = std::min(per_draw, replications.size() - first);
        units.push_back(total_of(std::span{replications}.subspan(first, count)));
    }
    return units;
}

std::optional<Interval> interval_of(PathwayUnit unit, const Estimate& estimate) {
    if (unit == PathwayUnit::share && estimate.value > 0.0 && estimate.value < 1.0) {
        return logit_interval(estimate, {});
    }
    return t_interval(estimate, {});
}

ShownIndicator shown(const PathwayIndicator& indicator, std::span<const Sums> units) {
    ShownIndicator row{.id = indicator.id,
                       .unit = indicator.unit,
                       .n = total_of(units).at(indicator.n),
                       .estimate = {}};
    if (const auto found = jackknife(units, indicator.value)) {
        row.estimate = {.value = found->value,
                        .standard_error = found->standard_error,
                        .interval = std::nullopt};
        // Units that agree tell nothing of chance: a standard error of 0 is no certainty.
        if (found->standard_error.value_or(0.0) > 0.0) {
            row.estimate->interval = interval_of(indicator.unit,
                                                 {.value = found->value,
                                                  .standard_error = *found->standard_error,
                                                  .units = std::ssize(units)});
        }
    }
    return row;
}

std::vector<ShownIndicator> shown_all(std::span<const PathwayIndicator> indicators,
                                      std::span<const Sums> units) {
    std::vector<ShownIndicator> rows;
    std::ranges::transform(indicators, std::back_inserter(rows), [&](const auto& indicator) {
        return shown(indicator, units);
    });
    return rows;
}

/// A group of an attribute, and how well it is placed.
struct GroupPlan {
    std::string id;
    SumsOf sums;
    std::optional<double> place; ///< the larger the better; no value: nothing ranks the group
};

GroupPlan level_plan(Level level) {
    const auto row = static_cast<std::size_t>(level);
    GroupPlan plan{
        .id = std::string{name_of(level)},
        .sums = [=](const PathwayCounts& run) -> const Sums& { return run.by_level.at(row); },
        .place = std::nullopt};
    if (level == Level::severe || level == Level::without_family) {
        plan.place = 0.0;
    } else if (level == Level::not_severe || level == Level::with_family) {
        plan.place = 1.0;
    }
    return plan;
}

std::vector<GroupPlan>
plans_by(const PathwayTitle& title, const PathwayCounts& run, Attribute attribute) {
    std::vector<GroupPlan> plans;
    if (const auto range = levels_of(attribute)) {
        for (auto row = static_cast<int>(range->first); row <= static_cast<int>(range->last);
             ++row) {
            plans.push_back(level_plan(static_cast<Level>(row)));
        }
    } else if (attribute == Attribute::municipality) {
        for (std::size_t row = 0; row < title.municipalities.size(); ++row) {
            const auto& here = title.municipalities[row];
            plans.push_back({.id = here.id,
                             .sums = [=](const PathwayCounts& of) -> const Sums& {
                                 return of.by_municipality.at(row);
                             },
                             .place = here.minutes ? std::optional{-*here.minutes} : std::nullopt});
        }
    } else {
        const std::chrono::year_month_day first{fiscal_year_start(title.policy_start)};
        for (std::size_t row = 0; row < run.by_fiscal_year.size(); ++row) {
            plans.push_back(
                {.id = std::to_string(static_cast<int>(first.year()) + static_cast<int>(row)),
                 .sums = [=](const PathwayCounts& of) -> const Sums& {
                     return of.by_fiscal_year.at(row);
                 },
                 .place = std::nullopt});
        }
    }
    return plans;
}

/// One group's level in an indicator, and its place.
struct PlacedLevel {
    std::optional<double> place;
    GroupLevel level;
};

std::optional<double> index_of(const std::vector<PlacedLevel>& levels) {
    // Groups in one place share its rank, and so their mean level.
    std::map<double, GroupLevel> by_place;
    for (const auto& [place, level] : levels) {
        if (!place) {
            return std::nullopt;
        }
        auto& there = by_place[*place];
        const auto before = static_cast<double>(there.persons);
        const auto more = static_cast<double>(level.persons);
        there.level = (there.level * before + level.level * more) / (before + more);
        there.persons += level.persons;
    }
    std::vector<GroupLevel> ranked;
    ranked.reserve(by_place.size());
    for (const auto& [place, level] : by_place) {
        ranked.push_back(level);
    }
    return ranked.size() < 2 ? std::nullopt : concentration_index(ranked);
}

PathwaySplit::Equity equity_of(const PathwaySplit& split,
                               std::size_t indicator,
                               const std::vector<std::optional<double>>& places) {
    std::vector<PlacedLevel> placed;
    std::vector<GroupLevel> levels;
    for (std::size_t group = 0; group < split.groups.size(); ++group) {
        const auto& row = split.groups[group].indicators[indicator];
        if (row.estimate && row.n > 0) {
            levels.push_back({.persons = row.n, .level = row.estimate->value});
            placed.push_back({places[group], levels.back()});
        }
    }
    return {.id = split.groups.front().indicators[indicator].id,
            .largest_gap = largest_gap(levels),
            .concentration_index = index_of(placed)};
}

PathwaySplit split_by(const PathwayTitle& title,
                      std::span<const PathwayCounts> runs,
                      std::span<const PathwayIndicator> indicators,
                      Attribute attribute) {
    PathwaySplit split{.attribute = attribute, .groups = {}, .equity = {}};
    std::vector<std::optional<double>> places;
    for (const auto& plan : plans_by(title, runs.front(), attribute)) {
        const auto units = units_of(title, runs, plan.sums);
        const auto persons = total_of(units).at(static_cast<std::size_t>(PathwaySum::persons));
        if (persons > 0) {
            split.groups.push_back(
                {.id = plan.id,
                 .persons = static_cast<double>(persons) / static_cast<double>(runs.size()),
                 .indicators = shown_all(indicators, units)});
            places.push_back(plan.place);
        }
    }
    for (std::size_t row = 0; !split.groups.empty() && row < indicators.size(); ++row) {
        split.equity.push_back(equity_of(split, row, places));
    }
    return split;
}

} // namespace

PathwayReport report_pathways(PathwayTitle title, std::span<const PathwayCounts> runs) {
    expects(!runs.empty(), "a report tells of at least one run");
    const auto indicators = pathway_indicators();
    const auto cohort =
        units_of(title, runs, [](const PathwayCounts& run) -> const Sums& { return run.cohort; });
    const auto load =
        units_of(title, runs, [](const PathwayCounts& run) -> const Sums& { return run.load; });
    const auto persons = total_of(cohort).at(static_cast<std::size_t>(PathwaySum::persons));
    PathwayReport report{.title = std::move(title),
                         .replications = std::ssize(runs),
                         .units = std::ssize(cohort),
                         .persons = static_cast<double>(persons) / static_cast<double>(runs.size()),
                         .cohort = shown_all(indicators, cohort),
                         .load = shown_all(load_indicators(), load),
                         .splits = {}};
    for (const auto attribute : attributes) {
        report.splits.push_back(split_by(report.title, runs, indicators, attribute));
    }
    return report;
}

} // namespace tsunagi
