#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

/// Weeks (Monday to Sunday) that lie in the period as a whole: those of the counts.
double whole_weeks(const StudyFacts& facts) {
    const auto before = week_of(at_date(facts.policy_start) - Duration{1});
    return static_cast<double>(week_of(at_date(facts.horizon)) - before - 1);
}

/// Of an agency whose hours have no limit, without a level.
HoursUsed used_by(const Samples& samples, Cell cell, std::size_t agency) {
    const auto ticks = [&](AgencyCount count) {
        return [&samples, agency, count](RunIndex index) {
            return samples.runs().count(index, agency, count);
        };
    };
    const auto available = ticks(AgencyCount::direct_ticks);
    const auto used = [&](Cell of) {
        return ratio_over(samples, of, ticks(AgencyCount::taken_ticks), available);
    };
    const auto in_period = level_of(per_replication(samples, cell, available)).value_or(0.0);
    return {.reading = cell.reading,
            .scenario = cell.scenario,
            .agency = agency,
            .available_per_week = in_period / ticks_per_hour / whole_weeks(samples.study().facts),
            .used = compared_ratio(samples, cell, LevelInterval::plain, used)};
}

} // namespace

std::vector<HoursUsed> hours_used(const Samples& samples) {
    std::vector<HoursUsed> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (std::size_t agency = 0; agency < samples.study().agencies.size(); ++agency) {
            const auto row = used_by(samples, cell, agency);
            if (row.used.level) {
                rows.push_back(row);
            }
        }
    });
    return rows;
}

} // namespace tsunagi::detail
