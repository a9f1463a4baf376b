#pragma once

#include "engine/core/entity.hpp"
#include "outputs/store/run_table.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

/// People of the made-up study of synthetic_study.hpp.
namespace tsunagi::synthetic {

/// Uniform in (0, 1), a function of the three numbers alone.
inline double uniform(std::uint64_t replication, std::uint64_t person, std::uint64_t purpose) {
    const auto key = child_key(child_key(EntityKey{replication}, person), purpose);
    return (static_cast<double>(key.value >> 12U) + 0.5) * 0x1p-52;
}

inline bool in(double chance, RunIndex index, std::uint64_t person, std::uint64_t purpose) {
    return uniform(index.replication, person, purpose) < chance;
}

/// In the order in which the counts of each day stand.
enum class Place : std::uint8_t { liberty, custody, dead, moved };

/// Where somebody who is not in support is after so many steps of the follow-up: the dead and those
/// who moved stay so.
inline Place whereabouts(RunIndex index, std::uint64_t person, std::size_t step) {
    const double where = uniform(index.replication, person, 8);
    const double share = 0.006 * static_cast<double>(step + 1);
    return where < share                        ? Place::dead
           : where > 1.0 - share                ? Place::moved
           : in(0.08, index, person, 60 + step) ? Place::custody
                                                : Place::liberty;
}

/// Counts a person who is so.
inline bool add_if(std::array<std::int64_t, counts>& group, Count count, bool so) {
    group[static_cast<std::size_t>(count)] += so ? 1 : 0;
    return so;
}

/// Adds a family and its own three outcomes.
inline void add_family(std::array<std::int64_t, counts>& group,
                       RunIndex index,
                       std::uint64_t person,
                       double chance) {
    if (add_if(group, Count::families, in(0.6, index, person, 70)) &&
        add_if(group, Count::families_reached, in(5.0 * chance, index, person, 71)) &&
        add_if(group, Count::families_engaged, in(4.0 * chance, index, person, 71)) &&
        add_if(group, Count::families_followed_6_months, in(0.7, index, person, 72))) {
        add_if(group, Count::families_in_care_6_months, in(0.5, index, person, 73));
    }
}

/// Adds what comes first after S to somebody at liberty and not in support.
inline void add_first_event(RunResult& run, RunIndex index, std::uint64_t person, double chance) {
    const double event = uniform(index.replication, person, 5);
    const auto day = static_cast<std::size_t>(365.0 * uniform(index.replication, person, 6));
    const auto put = [&](FirstEvent first) {
        ++run.first_event_day[static_cast<std::size_t>(first)][day];
    };
    if (event < 2.0 * chance) {
        put(FirstEvent::contact);
    } else if (event > 0.99) {
        put(FirstEvent::death);
    } else if (event > 0.97) {
        put(FirstEvent::moved);
    } else if (event > 0.8) {
        put(FirstEvent::custody);
    }
}

/// Adds in which state a person is on day 0, 90, 180 and 365 after S.
inline void add_states(std::array<std::int64_t, counts>& group,
                       RunIndex index,
                       std::uint64_t person,
                       std::array<bool, 4> supported) {
    constexpr std::array support{
        Count::support_at_end, Count::support_90, Count::support_180, Count::support_365};
    constexpr std::array no_support{Count::no_support_at_end,
                                    Count::no_support_90,
                                    Count::no_support_180,
                                    Count::no_support_365};
    for (std::size_t step = 0; step < supported.size(); ++step) {
        const auto place = static_cast<std::size_t>(whereabouts(index, person, step));
        const auto state = supported[step] ? support[step] : behind(no_support[step], place);
        ++group[static_cast<std::size_t>(state)];
    }
}

/// Adds what is looked at beside the headline, for somebody in support half a year later or not.
inline void add_details(std::array<std::int64_t, counts>& group,
                        RunIndex index,
                        std::uint64_t person,
                        bool half_year) {
    add_if(group, Count::support_180_in_person, half_year && in(0.9, index, person, 74));
    add_if(
        group, Count::at_liberty_180, half_year || whereabouts(index, person, 2) == Place::liberty);
    if (add_if(group, Count::expired, in(0.8, index, person, 75))) {
        add_if(group, Count::expired_support_180, half_year);
    }
    if (add_if(group, Count::discharged, in(0.2, index, person, 76)) &&
        add_if(group, Count::followed_30, in(0.3, index, person, 77))) {
        add_if(group, Count::followed_7, in(0.5, index, person, 78));
    }
}

/// Adds how somebody's visits went, if there were any.
inline void add_visits(std::array<std::int64_t, counts>& group,
                       RunIndex index,
                       std::uint64_t person,
                       double chance) {
    const auto add = [&](Count count, std::int64_t amount) {
        group[static_cast<std::size_t>(count)] += amount;
    };
    if (!in(3.0 * chance, index, person, 80)) {
        return;
    }
    const auto visits =
        static_cast<std::int64_t>(1.0 + 9.0 * uniform(index.replication, person, 81));
    add(Count::visits, visits);
    if (visits > 1) {
        const bool faithful = in(0.6 + chance, index, person, 82);
        add(Count::visited_twice, 1);
        add(Count::bice_boxerman, faithful ? continuity_unit : continuity_unit / 3);
        add(Count::usual_provider, faithful ? continuity_unit : continuity_unit / 2);
        add(Count::sequential, faithful ? continuity_unit : continuity_unit / 4);
        add(Count::concentration, faithful ? continuity_unit : continuity_unit / 2);
        add(Count::hand_offs, faithful ? 0 : visits / 2);
    }
    add(Count::left_care, 1);
    add(Count::back_365, in(0.5, index, person, 83) ? 1 : 0);
    add(Count::back_90, in(0.2, index, person, 83) ? 1 : 0);
}

/// Adds a person to the groups that are fixed at intake or by S.
inline void add_to_groups(RunResult& run, RunIndex index, std::uint64_t person, bool half_year) {
    const auto add = [&](Tally& tally) {
        ++tally[static_cast<std::size_t>(Count::cohort)];
        tally[static_cast<std::size_t>(Count::support_180)] += half_year ? 1 : 0;
    };
    const auto level = [&](Level first, std::size_t size, std::uint64_t purpose) {
        const auto steps = static_cast<std::size_t>(static_cast<double>(size) *
                                                    uniform(index.replication, person, purpose));
        add(run.by_level[static_cast<std::size_t>(first) + steps]);
    };
    level(Level::male, 2, 84);
    level(Level::under_30, 4, 85);
    level(Level::parole_only, 5, 86);
    level(Level::without_family, 2, 87);
    level(Level::not_severe, 2, 88);
    level(Level::began_before, 2, 89);
    run.by_municipality.resize(2);
    run.by_fiscal_year.resize(4);
    add(run.by_municipality[in(0.7, index, person, 90) ? 0 : 1]);
    add(run.by_fiscal_year[static_cast<std::size_t>(4.0 * uniform(index.replication, person, 91))]);
}

/// Adds in what other ways somebody is looked for in support, and how soon it began.
inline void add_starts(std::array<std::int64_t, counts>& group,
                       RunIndex index,
                       std::uint64_t person,
                       double chance) {
    add_if(group, Count::support_180_twice, in(0.8 * chance, index, person, 2));
    add_if(group, Count::close_30, in(0.9 * chance, index, person, 2));
    add_if(group, Count::started_21, in(0.5 * chance, index, person, 3));
    if (add_if(group, Count::silent_before, in(0.9, index, person, 4))) {
        add_if(group, Count::silent_started_21, in(0.3 * chance, index, person, 3));
    }
}

/// Adds what somebody is followed to from the start and from S, and what has happened by then.
inline void add_use(std::array<std::int64_t, counts>& group,
                    RunIndex index,
                    std::uint64_t person,
                    double chance) {
    const double uses = 0.6 - chance;
    for (const auto& [followed, share, purpose] : {std::tuple{Count::start_followed_1, 0.9, 92},
                                                   std::tuple{Count::start_followed_2, 0.7, 93},
                                                   std::tuple{Count::end_followed_1, 0.8, 94},
                                                   std::tuple{Count::end_followed_2, 0.5, 95}}) {
        const auto key = static_cast<std::uint64_t>(purpose);
        if (add_if(group, followed, in(share, index, person, key)) &&
            add_if(group, behind(followed, 1), in(uses, index, person, key + 10)) &&
            add_if(group, behind(followed, 2), in(0.7, index, person, key + 20)) &&
            add_if(group, behind(followed, 3), in(0.6, index, person, key + 30))) {
            add_if(group, behind(followed, 4), in(0.8, index, person, key + 40));
        }
    }
    if (add_if(group, Count::released_2nd_year, in(0.4, index, person, 96))) {
        add_if(group, Count::prison_2nd_year, in(uses / 3.0, index, person, 97));
    }
}

/// Adds how far somebody in need comes along the chain of referral, and what came of it.
inline void add_chain(std::array<std::int64_t, counts>& group,
                      RunIndex index,
                      std::uint64_t person,
                      double chance) {
    constexpr std::array chain{Count::recognised,
                               Count::offered,
                               Count::consented,
                               Count::accepted,
                               Count::first_contact,
                               Count::second_visit};
    constexpr std::array losses{
        Count::refused, Count::found_no_hours, Count::not_kept, Count::lost_at_second_visit};
    const double chance_of_one = std::pow(chance, 1.0 / static_cast<double>(chain.size()));
    for (std::size_t stage = 0; stage < chain.size(); ++stage) {
        if (!add_if(group, chain[stage], in(chance_of_one, index, person, 10 + stage))) {
            add_if(group, losses[stage % losses.size()], true);
            return;
        }
    }
    for (const auto& [followed, in_care] :
         {std::pair{Count::followed_6_months, Count::in_care_6_months},
          std::pair{Count::followed_12_months, Count::in_care_12_months}}) {
        if (add_if(group, followed, in(0.6, index, person, 20))) {
            add_if(group, in_care, in(0.5, index, person, 21));
        }
    }
}

/// Adds one person of the cohort; `chance` is that of being in support half a year later.
inline void
add_person(RunResult& run, std::size_t group, RunIndex index, std::uint64_t person, double chance) {
    auto& sums = run.by_group[group];
    const auto add = [&](Count count, std::int64_t amount) {
        sums[static_cast<std::size_t>(count)] += amount;
    };
    const bool already = in(0.6 * chance, index, person, 1);
    const bool half_year = in(chance, index, person, 2);
    const std::array supported{
        already, in(1.3 * chance, index, person, 2), half_year, in(0.6 * chance, index, person, 2)};
    add(Count::cohort, 1);
    add(Count::days_in_support, half_year ? 200 : 0);
    add_states(sums, index, person, supported);
    add_starts(sums, index, person, chance);
    add_family(sums, index, person, chance);
    add_details(sums, index, person, half_year);
    add_visits(sums, index, person, chance);
    add_use(sums, index, person, chance);
    add_to_groups(run, index, person, half_year);
    if (!already && whereabouts(index, person, 0) == Place::liberty) {
        add_first_event(run, index, person, chance);
    }
    if (in(0.7, index, person, 7)) {
        add(Count::true_need, 1);
        add(Count::need_support_180, half_year ? 1 : 0);
        add_chain(sums, index, person, chance);
    }
}

} // namespace tsunagi::synthetic
