#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <array>
#include <utility>

namespace tsunagi::detail {
namespace {

constexpr std::array stages{Count::true_need,
                            Count::recognised,
                            Count::offered,
                            Count::consented,
                            Count::accepted,
                            Count::first_contact,
                            Count::second_visit};
constexpr std::array<std::pair<Count, Count>, 2> retention{{
    {Count::in_care_6_months, Count::followed_6_months},
    {Count::in_care_12_months, Count::followed_12_months},
}};
constexpr std::array losses{
    Count::refused, Count::found_no_hours, Count::not_kept, Count::lost_at_second_visit};

std::optional<double> fall(const Compared& before, const Compared& after) {
    return before.level && after.level ? std::optional{before.level->value - after.level->value}
                                       : std::nullopt;
}

Cascade cascade_of(const Samples& samples, Cell cell, AnalysisGroup group) {
    const auto share = [&](Count part, Count whole, LevelInterval interval) {
        return compared_ratio(samples, cell, interval, [&](Cell of) {
            return samples.ratio(of, group, part, whole);
        });
    };
    Cascade cascade;
    cascade.reading = cell.reading;
    cascade.scenario = cell.scenario;
    cascade.group = group;
    cascade.true_need_per_year =
        samples.persons_per_year(samples.total(cell, group, Count::true_need), group);
    for (const auto stage : stages) {
        const auto reached = share(stage, Count::true_need, LevelInterval::log_odds);
        const auto lost =
            cascade.stages.empty() ? std::nullopt : fall(cascade.stages.back().share, reached);
        cascade.stages.push_back({.count = stage, .share = reached, .lost = lost});
    }
    for (const auto& [in_care, followed] : retention) {
        cascade.retention.push_back(
            {.in_care = in_care, .share = share(in_care, followed, LevelInterval::log_odds)});
    }
    for (const auto loss : losses) {
        cascade.losses.push_back(
            {.count = loss, .events = share(loss, Count::cohort, LevelInterval::plain)});
    }
    return cascade;
}

} // namespace

std::vector<Cascade> cascades(const Samples& samples) {
    std::vector<Cascade> all;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            all.push_back(cascade_of(samples, cell, group));
        }
    });
    return all;
}

} // namespace tsunagi::detail
