#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

/// A printed day and the count of each state on it.
struct CountedDay {
    int day{};
    std::array<Count, person_states.size()> counts{};
};
constexpr std::array counted_days{
    CountedDay{0,
               {Count::support_at_end,
                Count::no_support_at_end,
                Count::custody_at_end,
                Count::dead_at_end,
                Count::moved_at_end}},
    CountedDay{90,
               {Count::support_90,
                Count::no_support_90,
                Count::custody_90,
                Count::dead_90,
                Count::moved_90}},
    CountedDay{180,
               {Count::support_180,
                Count::no_support_180,
                Count::custody_180,
                Count::dead_180,
                Count::moved_180}},
    CountedDay{follow_up_days,
               {Count::support_365,
                Count::no_support_365,
                Count::custody_365,
                Count::dead_365,
                Count::moved_365}},
};

StateShares states_of(const Samples& samples, Cell cell, AnalysisGroup group) {
    StateShares row{.reading = cell.reading, .scenario = cell.scenario, .group = group, .days = {}};
    for (const auto& counted : counted_days) {
        StateShares::Day day{.day = counted.day, .shares = {}};
        for (std::size_t state = 0; state < person_states.size(); ++state) {
            day.shares[state] =
                compared_ratio(samples, cell, LevelInterval::log_odds, [&](Cell of) {
                    return samples.ratio(of, group, counted.counts[state], Count::cohort);
                });
        }
        row.days.push_back(day);
    }
    return row;
}

} // namespace

std::vector<StateShares> state_shares(const Samples& samples) {
    std::vector<StateShares> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            rows.push_back(states_of(samples, cell, group));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
