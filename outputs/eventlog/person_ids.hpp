#pragma once

#include "engine/core/entity.hpp"
#include "engine/people/client.hpp"
#include "engine/people/intake.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tsunagi {

/// "parole_only", "background_families", ...: what the ids of a source's arrivals begin with.
std::string_view name_of(ArrivalSource source);

/// Gives newcomers ids that a planner can type and that stand for the same person in every scenario
/// and reading: "parole_only-17" is the arrival of that source with number 17, counted from 0, and
/// "parole_only-17/family" the family of that person.
class PersonIds {
public:
    /// Id of the next newcomer of a run. Everybody must be told of, in the order of entry, a family
    /// right after its person.
    /// @throws ContractViolation for a key that no next newcomer can have
    std::string enter(EntityKey key, ClientKind kind);

private:
    std::array<std::uint64_t, arrival_sources> arrived_{};
    EntityKey newest_{}; ///< the last who is no family of anybody
    std::string newest_id_;
};

} // namespace tsunagi
