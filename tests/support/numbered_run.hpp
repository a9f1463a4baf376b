#pragma once

#include "outputs/store/run_table.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

/// Runs that no engine would make, in which every number can be told from the others.
namespace tsunagi::test {

/// Gives every number of nested arrays another value.
template <class Numbers> void number(Numbers& numbers, std::int64_t& next) {
    if constexpr (std::is_arithmetic_v<Numbers>) {
        numbers = static_cast<Numbers>(next++);
    } else if constexpr (requires { numbers.values; }) {
        number(numbers.values, next);
    } else {
        for (auto& inner : numbers) {
            number(inner, next);
        }
    }
}

/// Episodes of every service and every end, one to four of one length each.
inline std::vector<FinishedEpisode> numbered_episodes(std::int64_t start) {
    std::vector<FinishedEpisode> episodes;
    auto next = static_cast<std::size_t>(start);
    for (std::size_t service = 0; service < services; ++service) {
        for (std::size_t outcome = 0; outcome < episode_outcomes; ++outcome) {
            const FinishedEpisode episode{.service = static_cast<Service>(service),
                                          .outcome = static_cast<EpisodeOutcome>(outcome),
                                          .days = static_cast<std::uint16_t>(1 + next % 800)};
            episodes.insert(episodes.end(), 1 + next % 4, episode);
            next += 37;
        }
    }
    return episodes;
}

/// A run in which every number differs from its neighbours and from those of another start.
/// @param shape  of the table that the run is for; of the years, the last is not recorded
/// @param start  >= 0
inline RunResult numbered_run(const RunShape& shape, std::int64_t start) {
    RunResult run;
    auto next = start;
    number(run.by_group, next);
    number(run.by_level, next);
    run.by_municipality.resize(shape.municipalities);
    number(run.by_municipality, next);
    run.by_fiscal_year.resize(shape.fiscal_years);
    number(run.by_fiscal_year, next);
    number(run.use_course.persons, next);
    std::int64_t bin = start % 1000; // bins are narrow
    number(run.first_event_day, bin);
    number(run.use_course.events, bin);
    number(run.use_course.censored, bin);
    for (auto& waits : run.waits) {
        number(waits.due, next);
        number(waits.kept, next);
        number(waits.wait_ticks, next);
        number(waits.bins, next);
    }
    run.work.resize(shape.agencies);
    number(run.work, next);
    run.agencies.resize(shape.agencies);
    number(run.agencies, next);
    number(run.by_service, next);
    number(run.tracks, next);
    number(run.others, next);
    run.episodes = numbered_episodes(start);
    number(run.cancelled_contacts, next);
    number(run.sessions_not_offered, next);
    number(run.slots_waited, next);
    number(run.beds_not_found, next);
    number(run.overtime_ticks, next);
    run.understanding.resize(shape.years - 1);
    number(run.understanding, next);
    // A digest fills all bits of its type.
    run.digest = static_cast<std::uint64_t>(next++) * 0x9e3779b97f4a7c15U;
    run.events = next;
    return run;
}

} // namespace tsunagi::test
