#pragma once

#include "outputs/eventlog/fact_words.hpp"
#include "outputs/eventlog/life_book.hpp"
#include "outputs/eventlog/run_title.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tsunagi {

/// A person and the family in reach, or somebody who has neither.
struct Household {
    const Life* person = nullptr; ///< never null
    const Life* family = nullptr; ///< null: none in reach
};

/// The household of a person or of a family, whichever `life` is.
Household household_of(const LifeBook& book, const Life& life);

/// Every fact of a person and the family, one line each, by time, the person's first.
std::string timeline_text(const RunTitle& run, const Household& household, const FactWords& words);

/// The same for programs: `study`, `reading`, `scenario`, `replication`, `from`, `until` (dates of
/// the policy years), `person`, `family` (ids; null: none), `facts` (as fact_json, each with
/// `who`).
/// @param agencies  ids by AgencyId row
nlohmann::ordered_json timeline_json(const RunTitle& run,
                                     const Household& household,
                                     const std::vector<std::string>& agencies);

/// Everybody present in the policy years with the number of facts in these, one line each, in the
/// order of entry.
std::string present_text(const RunTitle& run, const LifeBook& book, const FactWords& words);

/// The same for programs: heading as in timeline_json, `lives` [{`id`, `kind`, `facts`}].
nlohmann::ordered_json present_json(const RunTitle& run, const LifeBook& book);

} // namespace tsunagi
