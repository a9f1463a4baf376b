#include "engine/statistics/competing_risks.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi::detail {
namespace {

constexpr int last_day = follow_up_days;
constexpr int days_between_points = 7;
constexpr std::array printed_days{30, 90, 180, 270, last_day};

constexpr std::array causes{FirstEvent::contact, FirstEvent::custody, FirstEvent::death};

/// What came first after S on one day, in one replication; 0 where it is not of the group.
std::int64_t
events_on(const Samples& samples, RunIndex index, AnalysisGroup group, FirstEvent event, int day) {
    return samples.in_group(index, group)
               ? samples.runs().first_events(index, event, static_cast<std::size_t>(day))
               : 0;
}

/// The same summed over all replications.
std::int64_t
total_on(const Samples& samples, Cell cell, AnalysisGroup group, FirstEvent event, int day) {
    std::int64_t events = 0;
    for (std::size_t row = 0; row < samples.runs().shape().replications; ++row) {
        events += events_on(samples, {cell.reading, cell.scenario, row}, group, event, day);
    }
    return events;
}

/// In support at S, or with a first contact by a day after it, of the whole cohort: all of it is
/// accounted for, wherever people are, so the share needs no estimate of survival.
CountRatio reached_by(const Samples& samples, Cell cell, AnalysisGroup group, int day) {
    auto ratio = samples.ratio(cell, group, Count::support_at_end, Count::cohort);
    for (std::size_t row = 0; row < ratio.numerator.size(); ++row) {
        for (int before = 0; before < day; ++before) {
            ratio.numerator[row] += events_on(
                samples, {cell.reading, cell.scenario, row}, group, FirstEvent::contact, before);
        }
    }
    return ratio;
}

/// First events by day after S, summed over all replications.
struct FirstEvents {
    std::vector<std::int64_t> events; ///< [day][cause]
    std::vector<std::int64_t> moved;  ///< [day]
};

FirstEvents first_events(const Samples& samples, Cell cell, AnalysisGroup group) {
    FirstEvents first;
    for (int day = 0; day < last_day; ++day) {
        for (const auto cause : causes) {
            first.events.push_back(total_on(samples, cell, group, cause, day));
        }
        first.moved.push_back(total_on(samples, cell, group, FirstEvent::moved, day));
    }
    return first;
}

std::vector<int> weekly_days() {
    std::vector<int> days;
    for (int day = 0; day < last_day; day += days_between_points) {
        days.push_back(day);
    }
    days.push_back(last_day);
    return days;
}

/// Share of the whole cohort in support at S or with a first contact by each day.
void add_reached(Incidence& row, const Samples& samples, Cell cell, const FirstEvents& first) {
    const auto cohort = samples.total(cell, row.group, Count::cohort);
    auto come = samples.total(cell, row.group, Count::support_at_end);
    for (int day = 0; day <= last_day; ++day) {
        if (std::ranges::binary_search(row.days, day)) {
            row.reached.push_back(static_cast<double>(come) / static_cast<double>(cohort));
        }
        if (day < last_day) {
            come += first.events[static_cast<std::size_t>(day) * causes.size()];
        }
    }
}

void add_curves(Incidence& row, const Samples& samples, Cell cell) {
    if (samples.total(cell, row.group, Count::cohort) == 0) {
        return;
    }
    const auto first = first_events(samples, cell, row.group);
    row.days = weekly_days();
    add_reached(row, samples, cell, first);
    const auto at_risk = samples.total(cell, row.group, Count::no_support_at_end);
    row.at_risk_per_year = samples.persons_per_year(cell, row.group, Count::no_support_at_end);
    if (at_risk == 0) {
        return;
    }
    const CumulativeIncidence curve{{.causes = causes.size(),
                                     .at_start = at_risk,
                                     .events = first.events,
                                     .censored = first.moved}};
    const std::array by_cause{&row.contact, &row.custody, &row.death};
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        for (const auto day : row.days) {
            by_cause[cause]->push_back(curve.at(static_cast<std::size_t>(day), cause));
        }
    }
    const auto lost = [&](std::size_t cause) {
        return curve.mean_days_lost(last_day, cause).value;
    };
    row.mean_days = Incidence::MeanDays{.free = curve.mean_days_free(last_day).value,
                                        .contact = lost(0),
                                        .custody = lost(1),
                                        .death = lost(2)};
}

Incidence first_contacts_of(const Samples& samples, Cell cell, AnalysisGroup group) {
    Incidence row;
    row.reading = cell.reading;
    row.scenario = cell.scenario;
    row.group = group;
    add_curves(row, samples, cell);
    for (const auto day : printed_days) {
        const auto by_day = [&](Cell of) { return reached_by(samples, of, group, day); };
        row.points.push_back(
            {.day = day, .share = compared_ratio(samples, cell, LevelInterval::log_odds, by_day)});
    }
    return row;
}

} // namespace

std::vector<Incidence> first_contact_incidence(const Samples& samples) {
    std::vector<Incidence> all;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            all.push_back(first_contacts_of(samples, cell, group));
        }
    });
    return all;
}

} // namespace tsunagi::detail
