#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

FamilyOutcomes families_of(const Samples& samples, Cell cell, AnalysisGroup group) {
    const auto share = [&](Count part, Count whole) {
        return compared_ratio(samples, cell, LevelInterval::log_odds, [&](Cell of) {
            return samples.ratio(of, group, part, whole);
        });
    };
    return {.reading = cell.reading,
            .scenario = cell.scenario,
            .group = group,
            .families_per_year = samples.persons_per_year(cell, group, Count::families),
            .reached = share(Count::families_reached, Count::families),
            .engaged = share(Count::families_engaged, Count::families),
            .retained = share(Count::families_in_care_6_months, Count::families_followed_6_months)};
}

/// A count of the other clients in each replication, all of the period together.
CountRatio other_clients_in(const Samples& samples, Cell cell, OtherClients who, OtherCount what) {
    return per_replication(
        samples, cell, [&](RunIndex index) { return samples.runs().count(index, who, what); });
}

OtherClientsServed others_of(const Samples& samples, Cell cell, OtherClients who) {
    const auto a_year = 1.0 / samples.years();
    const auto number = [&](OtherCount what) {
        return scaled(
            compared_ratio(samples,
                           cell,
                           LevelInterval::plain,
                           [&](Cell of) { return other_clients_in(samples, of, who, what); }),
            a_year);
    };
    const auto arrived = level_of(other_clients_in(samples, cell, who, OtherCount::arrived));
    return {.reading = cell.reading,
            .scenario = cell.scenario,
            .who = who,
            .arrived = arrived.value_or(0.0) * a_year,
            .served = number(OtherCount::first_contacts),
            .sessions = number(OtherCount::sessions_attended),
            .lost = number(OtherCount::lost)};
}

} // namespace

std::vector<FamilyOutcomes> family_outcomes(const Samples& samples) {
    std::vector<FamilyOutcomes> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto group : analysis_groups) {
            rows.push_back(families_of(samples, cell, group));
        }
    });
    return rows;
}

std::vector<OtherClientsServed> other_clients_served(const Samples& samples) {
    std::vector<OtherClientsServed> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto who : {OtherClients::persons, OtherClients::families}) {
            rows.push_back(others_of(samples, cell, who));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
