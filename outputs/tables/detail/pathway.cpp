#include "engine/statistics/aalen_johansen.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>

namespace tsunagi::detail {
namespace {

constexpr int days_between_points = 7;

/// First contacts by day after S, summed over all replications.
std::vector<std::int64_t> first_contacts(const Samples& samples, Cell cell, AnalysisGroup group) {
    std::vector<std::int64_t> by_day(follow_up_days);
    for (std::size_t replication = 0; replication < samples.runs().shape().replications;
         ++replication) {
        const RunIndex index{cell.reading, cell.scenario, replication};
        for (std::size_t day = 0; day < by_day.size(); ++day) {
            if (group != AnalysisGroup::not_good) {
                by_day[day] += samples.runs().first_contacts(index, LinkGroup::good, day);
            }
            if (group != AnalysisGroup::good) {
                by_day[day] += samples.runs().first_contacts(index, LinkGroup::not_good, day);
            }
        }
    }
    return by_day;
}

std::optional<CumulativeIncidence> incidence_of(std::int64_t at_risk,
                                                const std::vector<std::int64_t>& events) {
    if (at_risk == 0) {
        return std::nullopt;
    }
    std::vector<std::int64_t> at_risk_by_day;
    for (const auto contacts : events) {
        at_risk_by_day.push_back(at_risk);
        at_risk -= contacts;
    }
    const std::vector<std::int64_t> censored(events.size());
    return CumulativeIncidence{
        {.causes = 1, .at_risk = at_risk_by_day, .events = events, .censored = censored}};
}

double per_year(std::int64_t total, const Samples& samples, AnalysisGroup group) {
    const auto replications = samples.replications_in(group);
    return replications == 0 ? 0.0
                             : static_cast<double>(total) / static_cast<double>(replications) /
                                   samples.cohort_years();
}

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? std::optional{static_cast<double>(part) / static_cast<double>(whole)}
                     : std::nullopt;
}

double per_100(std::int64_t part, std::int64_t whole) {
    return 100.0 * share(part, whole).value_or(0.0);
}

} // namespace

std::vector<Incidence> first_contact_incidence(const Samples& samples) {
    std::vector<Incidence> all;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            const auto at_risk = samples.total(cell, group, Count::cohort) -
                                 samples.total(cell, group, Count::support_at_end);
            const auto curve = incidence_of(at_risk, first_contacts(samples, cell, group));
            Incidence row{.reading = cell.reading,
                          .scenario = cell.scenario,
                          .group = group,
                          .at_risk_per_year = per_year(at_risk, samples, group),
                          .days = {},
                          .incidence = {}};
            constexpr int last = follow_up_days;
            for (int day = 0; curve && day < last + days_between_points;
                 day += days_between_points) {
                const auto shown = std::min(day, last);
                row.days.push_back(shown);
                row.incidence.push_back(
                    shown == 0 ? 0.0 : curve->at(static_cast<std::size_t>(shown - 1), 0));
            }
            all.push_back(std::move(row));
        }
    });
    return all;
}

std::vector<Cascade> cascades(const Samples& samples) {
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
    std::vector<Cascade> all;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            const auto total = [&](Count count) { return samples.total(cell, group, count); };
            const auto need = total(Count::true_need);
            Cascade cascade;
            cascade.reading = cell.reading;
            cascade.scenario = cell.scenario;
            cascade.group = group;
            cascade.true_need_per_year = per_year(need, samples, group);
            for (const auto stage : stages) {
                const auto reached = per_100(total(stage), need);
                const auto lost = cascade.stages.empty()
                                      ? std::nullopt
                                      : std::optional{cascade.stages.back().per_100 - reached};
                cascade.stages.push_back({.count = stage, .per_100 = reached, .lost = lost});
            }
            for (const auto& [in_care, followed] : retention) {
                cascade.retention.push_back(
                    {.in_care = in_care, .share = share(total(in_care), total(followed))});
            }
            for (const auto loss : losses) {
                cascade.losses.push_back(
                    {.count = loss, .per_100 = per_100(total(loss), total(Count::cohort))});
            }
            all.push_back(std::move(cascade));
        }
    });
    return all;
}

} // namespace tsunagi::detail
