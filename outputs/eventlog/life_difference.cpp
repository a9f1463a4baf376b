#include "outputs/eventlog/life_difference.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace tsunagi {

namespace {

std::optional<LifeDifference>
parting(const std::string& id, std::span<const Fact> base, std::span<const Fact> other) {
    const auto [one, two] =
        std::mismatch(base.begin(), base.end(), other.begin(), other.end(), is_same);
    if (one == base.end() && two == other.end()) {
        return std::nullopt;
    }
    LifeDifference difference{.id = id, .at = {}, .base = {}, .other = {}};
    if (one != base.end()) {
        difference.base = *one;
        difference.at = one->at;
    }
    if (two != other.end()) {
        difference.other = *two;
        difference.at = difference.base ? std::min(difference.at, two->at) : two->at;
    }
    return difference;
}

} // namespace

bool is_same(const Fact& one, const Fact& other) {
    return std::tie(one.at, one.kind, one.detail, one.amount) ==
               std::tie(other.at, other.kind, other.detail, other.amount) &&
           one.agency == other.agency && one.other == other.other;
}

LifeComparison compare_lives(const LifeBook& base, const LifeBook& other, SimTime from) {
    LifeComparison comparison;
    const auto compare = [&](const Life& life, const Life* mine, const Life* theirs) {
        const auto facts = [&](const Life* one) {
            return one == nullptr ? std::span<const Fact>{} : facts_from(*one, from);
        };
        if (auto difference = parting(life.id, facts(mine), facts(theirs))) {
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
            compare(life, &life, theirs);
        }
    }
    for (const auto& life : other.lives()) {
        if (base.find(life.key) == nullptr && is_present(&life)) {
            compare(life, nullptr, &life);
        }
    }
    std::stable_sort(
        comparison.different.begin(),
        comparison.different.end(),
        [](const LifeDifference& one, const LifeDifference& two) { return one.at < two.at; });
    return comparison;
}

} // namespace tsunagi
