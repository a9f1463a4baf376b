#include "engine/experiment/detail/pathway_book.hpp"

#include "engine/observation/person_record.hpp"

#include <algorithm>
#include <iterator>

namespace tsunagi::detail {

namespace {

template <class Person>
void add_person(const Person& person, PathwayTally& tally, const PathwayRule& rule) {
    tally.add(PathwaySum::persons, 1);
    person.ways.add_to(tally, rule);
    person.visits.add_to(tally);
}

template <class Tallies> auto finished(const Tallies& tallies, const PathwayRule& rule) {
    std::vector<Sums> all;
    std::transform(tallies.begin(),
                   tallies.end(),
                   std::back_inserter(all),
                   [&](const PathwayTally& tally) { return tally.finish(rule); });
    return all;
}

} // namespace

void PathwayBook::hear(const Fact& fact, const World& world) {
    if (!fact.client.has_value()) {
        return;
    }
    load_.observe(fact);
    if (fact.kind == FactKind::person_entered) {
        return enter(fact, world);
    }
    const auto row = fact.client.value().row();
    if (row < rows_.size() && rows_[row]) {
        auto& person = persons_[*rows_[row]];
        person.ways.observe(fact);
        person.visits.observe(fact);
    }
}

// Departed rows are given to others.
void PathwayBook::enter(const Fact& fact, const World& world) {
    const auto id = fact.client.value();
    if (id.row() >= rows_.size()) {
        rows_.resize(id.row() + 1);
    }
    const auto& client = world.clients[id];
    rows_[id.row()].reset();
    if (is_in_cohort(client, rule_.span)) {
        rows_[id.row()] = persons_.size();
        persons_.push_back({.groups = groups_of(client, rule_.span),
                            .ways = ReferralWays{},
                            .visits = PersonVisits{rule_}});
    }
}

PathwayCounts PathwayBook::finish() const {
    PathwayTally cohort;
    std::array<PathwayTally, levels> by_level;
    std::vector<PathwayTally> by_municipality(municipalities_);
    std::vector<PathwayTally> by_year(cohort_fiscal_years(rule_.span));
    for (const auto& person : persons_) {
        const auto year = fiscal_year_row(rule_.span, person.groups.scheduled_end);
        add_person(person, cohort, rule_);
        add_person(person, by_municipality.at(person.groups.municipality), rule_);
        add_person(person, by_year.at(year), rule_);
        for (const auto level : person.groups.levels) {
            add_person(person, by_level.at(static_cast<std::size_t>(level)), rule_);
        }
    }
    PathwayCounts counted{.cohort = cohort.finish(rule_),
                          .by_level = {},
                          .by_municipality = finished(by_municipality, rule_),
                          .by_fiscal_year = finished(by_year, rule_),
                          .load = load_.finish(rule_.span)};
    std::ranges::copy(finished(by_level, rule_), counted.by_level.begin());
    return counted;
}

} // namespace tsunagi::detail
