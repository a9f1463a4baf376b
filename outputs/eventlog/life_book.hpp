#pragma once

#include "engine/core/entity.hpp"
#include "engine/facts/fact.hpp"
#include "engine/people/client.hpp"
#include "outputs/eventlog/person_ids.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tsunagi {

/// All that happened to one person or family.
struct Life {
    EntityKey key{};
    std::string id; ///< see PersonIds
    ClientKind kind{};
    std::vector<Fact> facts; ///< in the order told, the entry first
};

/// The facts of a life from an instant on.
std::span<const Fact> facts_from(const Life& life, SimTime from);

/// Whether somebody has not left, died or moved away before an instant.
bool is_present_at(const Life& life, SimTime at);

/// The lives of one run, and beside them the contacts of its agencies. All other facts about
/// nobody, such as hours of staff, are no part of a life and are not kept.
class LifeBook {
public:
    /// Takes the next fact of the run.
    /// @throws ContractViolation for a fact about somebody whose entry was not told
    void add(const Fact& fact);

    /// In the order of entry.
    const std::vector<Life>& lives() const { return lives_; }
    /// Contacts of agencies held or cancelled, in the order told; their subject is the key of the
    /// pair, or of the agency that meets with itself.
    const std::vector<Fact>& contacts() const { return contacts_; }
    /// Null where nobody has this key. O(1).
    const Life* find(EntityKey key) const;
    /// Null where nobody has this id. O(n).
    const Life* find(std::string_view id) const;

private:
    std::vector<Life> lives_;
    std::vector<Fact> contacts_;
    std::unordered_map<std::uint64_t, std::size_t> rows_; ///< by key; only looked up in
    PersonIds ids_;
};

} // namespace tsunagi
