#include "engine/statistics/competing_risks.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <numeric>

namespace tsunagi::detail {
namespace {

constexpr int last_day = follow_up_days;
constexpr int days_between_points = 7;
constexpr std::array printed_days{30, 90, 180, 270, last_day};

/// First contacts on one day after S in one replication.
std::int64_t contacts_on(const Samples& samples, RunIndex index, AnalysisGroup group, int day) {
    const auto bin = static_cast<std::size_t>(day);
    std::int64_t contacts = 0;
    if (group != AnalysisGroup::not_good) {
        contacts += samples.runs().first_contacts(index, LinkGroup::good, bin);
    }
    if (group != AnalysisGroup::good) {
        contacts += samples.runs().first_contacts(index, LinkGroup::not_good, bin);
    }
    return contacts;
}

/// First contacts by day after S, summed over all replications.
std::vector<std::int64_t> first_contacts(const Samples& samples, Cell cell, AnalysisGroup group) {
    std::vector<std::int64_t> by_day;
    for (int day = 0; day < last_day; ++day) {
        std::int64_t contacts = 0;
        for (std::size_t row = 0; row < samples.runs().shape().replications; ++row) {
            contacts += contacts_on(samples, {cell.reading, cell.scenario, row}, group, day);
        }
        by_day.push_back(contacts);
    }
    return by_day;
}

/// In support at S, or with a first contact by a day after it, of the whole cohort. Everybody is
/// followed for the whole year and nothing competes, so the share needs no estimate of survival.
CountRatio reached_by(const Samples& samples, Cell cell, AnalysisGroup group, int day) {
    auto ratio = samples.ratio(cell, group, Count::support_at_end, Count::cohort);
    for (std::size_t row = 0; row < ratio.numerator.size(); ++row) {
        for (int before = 0; before < day; ++before) {
            ratio.numerator[row] +=
                contacts_on(samples, {cell.reading, cell.scenario, row}, group, before);
        }
    }
    return ratio;
}

/// Of those at risk at S. Nothing competes and nobody is censored.
CumulativeIncidence incidence_of(std::int64_t at_risk, const std::vector<std::int64_t>& contacts) {
    const std::vector<std::int64_t> censored(contacts.size());
    return CumulativeIncidence{
        {.causes = 1, .at_start = at_risk, .events = contacts, .censored = censored}};
}

std::vector<int> weekly_days() {
    std::vector<int> days;
    for (int day = 0; day < last_day; day += days_between_points) {
        days.push_back(day);
    }
    days.push_back(last_day);
    return days;
}

void add_curves(Incidence& row, const Samples& samples, Cell cell) {
    const auto cohort = samples.total(cell, row.group, Count::cohort);
    const auto supported = samples.total(cell, row.group, Count::support_at_end);
    if (cohort == 0) {
        return;
    }
    row.at_risk_per_year = samples.persons_per_year(cohort - supported, row.group);
    row.days = weekly_days();
    const auto contacts = first_contacts(samples, cell, row.group);
    for (const auto day : row.days) {
        const auto come = std::accumulate(contacts.begin(), contacts.begin() + day, supported);
        row.reached.push_back(static_cast<double>(come) / static_cast<double>(cohort));
    }
    if (cohort > supported) {
        const auto curve = incidence_of(cohort - supported, contacts);
        for (const auto day : row.days) {
            row.incidence.push_back(curve.at(static_cast<std::size_t>(day), 0));
        }
    }
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
