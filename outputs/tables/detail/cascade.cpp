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
constexpr std::array losses{Count::refused,
                            Count::found_no_hours,
                            Count::not_kept,
                            Count::lost_at_second_visit,
                            Count::person_gone};

std::optional<double> lost_since(const std::vector<Cascade::Stage>& before, const Compared& now) {
    if (before.empty() || !before.back().share.level || !now.level) {
        return std::nullopt;
    }
    return before.back().share.level->value - now.level->value;
}

Cascade cascade_of(const Samples& samples, Cell cell, AnalysisGroup group) {
    const auto share = [&](Count part, LevelInterval interval, Count whole) {
        return compared_ratio(samples, cell, interval, [&](Cell of) {
            return samples.ratio(of, group, part, whole);
        });
    };
    Cascade cascade;
    cascade.reading = cell.reading;
    cascade.scenario = cell.scenario;
    cascade.group = group;
    cascade.true_need_per_year = samples.persons_per_year(cell, group, Count::true_need);
    for (const auto stage : stages) {
        const auto reached = share(stage, LevelInterval::log_odds, Count::true_need);
        cascade.stages.push_back(
            {.count = stage, .share = reached, .lost = lost_since(cascade.stages, reached)});
    }
    for (const auto& [in_care, followed] : retention) {
        cascade.retention.push_back(
            {.in_care = in_care, .share = share(in_care, LevelInterval::log_odds, followed)});
    }
    for (const auto loss : losses) {
        cascade.losses.push_back(
            {.count = loss, .events = share(loss, LevelInterval::plain, Count::cohort)});
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
