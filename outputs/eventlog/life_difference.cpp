#include "outputs/eventlog/life_difference.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace tsunagi {

namespace {

std::optional<std::pair<AgencyId, AgencyId>> pair_of(const Fact& fact, const Life& life) {
    if (!fact.agency.has_value()) {
        return std::nullopt;
    }
    if (fact.other.has_value()) {
        return std::pair{fact.agency.value(), fact.other.value()};
    }
    std::optional<std::pair<AgencyId, AgencyId>> pair;
    for (const auto& one : life.facts) {
        if (one.kind == FactKind::offered && one.at <= fact.at && one.agency == fact.agency &&
            one.other.has_value()) {
            pair = {one.agency.value(), one.other.value()};
        }
    }
    return pair;
}

std::span<const Fact> facts_of(const Life* life, SimTime from) {
    return life == nullptr ? std::span<const Fact>{} : facts_from(*life, from);
}

/// @param mine, theirs  the same life in both runs; null: not there, but not in both
std::optional<LifeDifference> parting(const Life* mine, const Life* theirs, SimTime from) {
    const auto base = facts_of(mine, from);
    const auto other = facts_of(theirs, from);
    const auto [one, two] =
        std::mismatch(base.begin(), base.end(), other.begin(), other.end(), is_same);
    if (one == base.end() && two == other.end()) {
        return std::nullopt;
    }
    LifeDifference difference;
    difference.id = (mine != nullptr ? mine : theirs)->id;
    if (one != base.end()) {
        difference.base = *one;
        difference.at = one->at;
        difference.pair = pair_of(*one, *mine);
    }
    if (two != other.end() && (!difference.base || two->at < difference.at)) {
        difference.at = two->at;
        difference.pair = pair_of(*two, *theirs);
    }
    if (two != other.end()) {
        difference.other = *two;
    }
    return difference;
}

} // namespace

bool is_same(const Fact& one, const Fact& other) {
    return std::tie(one.at, one.kind, one.detail, one.amount) ==
               std::tie(other.at, other.kind, other.detail, other.amount) &&
           one.agency == other.agency && one.other == other.other;
}

bool are_of_one_household(std::string_view one, std::string_view other) {
    const auto person = [](std::string_view id) { return id.substr(0, id.find('/')); };
    return one != other && person(one) == person(other);
}

LifeComparison compare_lives(const LifeBook& base, const LifeBook& other, SimTime from) {
    LifeComparison comparison;
    const auto compare = [&](const Life* mine, const Life* theirs) {
        if (auto difference = parting(mine, theirs, from)) {
            comparison.different.push_back(std::move(*difference));
        } else {
            ++comparison.equal;
        }
    };
    const auto is_present = [&](const Life* life) {
        return life != nullptr && is_present_at(*life, from);
    };
    for (const auto& life : base.lives()) {
        const auto* theirs = other.find(life.key);
        if (is_present(&life) || is_present(theirs)) {
            compare(&life, theirs);
        }
    }
    for (const auto& life : other.lives()) {
        if (base.find(life.key) == nullptr && is_present(&life)) {
            compare(nullptr, &life);
        }
    }
    std::stable_sort(
        comparison.different.begin(),
        comparison.different.end(),
        [](const LifeDifference& one, const LifeDifference& two) { return one.at < two.at; });
    return comparison;
}

} // namespace tsunagi
