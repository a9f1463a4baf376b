#pragma once

#include "engine/facts/fact.hpp"
#include "outputs/eventlog/fact_words.hpp"
#include "outputs/eventlog/life_book.hpp"
#include "outputs/eventlog/run_title.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tsunagi {

/// Whether the same happened, whoever held which row: time, kind, agencies, detail and amount.
bool is_same(const Fact& one, const Fact& other);

/// Where the lives of one person or family in two scenarios part.
struct LifeDifference {
    std::string id;
    SimTime at{};              ///< of the earlier of the two facts
    std::optional<Fact> base;  ///< the first fact that differs; no value: nothing further happens
    std::optional<Fact> other; ///< the same in the other scenario
};

/// Everybody present in the policy years of either of two scenarios.
struct LifeComparison {
    std::size_t equal{};
    std::vector<LifeDifference> different; ///< by time of parting, then in the order of entry
    std::size_t all() const { return equal + different.size(); }
};

/// Compares lives fact by fact.
/// @param from  start of the policy years: what happened before is not compared
LifeComparison compare_lives(const LifeBook& base, const LifeBook& other, SimTime from);

/// Counts, and two lines for everybody whose lives differ: what happens in each scenario where they
/// part.
std::string
difference_text(const RunTitle& run, const LifeComparison& comparison, const FactWords& words);

/// The same for programs: heading as in timeline_json, `base` (a scenario), `lives`, `equal`,
/// `different` (counts), `partings` [{`id`, `at` (date), `base`, `scenario` (as fact_json; null:
/// nothing further happens)}].
/// @param agencies  ids by AgencyId row
nlohmann::ordered_json difference_json(const RunTitle& run,
                                       const LifeComparison& comparison,
                                       const std::vector<std::string>& agencies);

} // namespace tsunagi
