#pragma once

#include "engine/facts/fact.hpp"
#include "outputs/eventlog/fact_words.hpp"
#include "outputs/eventlog/life_book.hpp"
#include "outputs/eventlog/run_title.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tsunagi {

/// Whether the same happened, whoever held which row: time, kind, agencies, detail and amount.
bool is_same(const Fact& one, const Fact& other);

/// One of the two runs that are compared.
enum class RunSide : std::uint8_t { base, other };

/// The last difference between the runs that comes before a parting and bears on it.
struct PartingCause {
    enum class Kind : std::uint8_t {
        unknown,     ///< no fact tells
        contact,     ///< of agencies
        household,   ///< the other life of the household has parted
        other_client ///< somebody else at the same agency
    };
    Kind kind{};
    RunSide under{};          ///< the run that tells the fact alone
    std::optional<Fact> fact; ///< no value: unknown
    std::string id;           ///< whose life, of household and other client
};

/// The effective link of a pair of agencies in both runs at one instant.
struct LinkLevels {
    AgencyId one;
    AgencyId two;
    double base{};
    double other{};
};

/// Where the lives of one person or family in two scenarios part.
struct LifeDifference {
    std::string id;
    SimTime at{};              ///< of the earlier of the two facts
    std::optional<Fact> base;  ///< the first fact that differs; no value: nothing further happens
    std::optional<Fact> other; ///< the same in the other scenario
    /// Receiver and sender of what happens there: named by the fact, or else by the last offer to
    /// its agency before it. No value: no such pair.
    std::optional<std::pair<AgencyId, AgencyId>> pair;
    std::optional<LinkLevels> link; ///< of the pair; no value: not asked, or nothing reads it
    PartingCause cause;
};

/// Whether two ids are those of a person and the family.
bool are_of_one_household(std::string_view one, std::string_view other);

/// Everybody present in the policy years of either of two scenarios.
struct LifeComparison {
    std::size_t equal{};
    std::vector<LifeDifference> different; ///< by time of parting, then in the order of entry
    std::size_t all() const { return equal + different.size(); }
};

/// Compares lives fact by fact.
/// @param from  start of the policy years: what happened before is not compared
LifeComparison compare_lives(const LifeBook& base, const LifeBook& other, SimTime from);

/// Counts, and three lines for everybody whose lives differ: what happens in each scenario where
/// they part, and the cause with the effective link in both.
/// @param agency_keys  by AgencyId row
std::string difference_text(const RunTitle& run,
                            const LifeComparison& comparison,
                            const FactWords& words,
                            const std::vector<EntityKey>& agency_keys);

/// The same for programs: heading as in timeline_json, `base` (a scenario), `lives`, `equal`,
/// `different` (counts), `partings` [{`id`, `at` (date), `base`, `scenario` (as fact_json; null:
/// nothing further happens), `link` {`agencies`, `base`, `scenario`} (null: no pair), `cause`
/// {`kind` (`contact`, `household`, `other_client`, `unknown`), `under` (the scenario that tells it
/// alone), `id` (null: of agencies), `agencies` (who meet, of a contact), `fact`}}].
/// @param agencies  ids by AgencyId row, which are what their keys are made of
nlohmann::ordered_json difference_json(const RunTitle& run,
                                       const LifeComparison& comparison,
                                       const std::vector<std::string>& agencies);

} // namespace tsunagi
