#pragma once

#include "engine/core/column.hpp"
#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/relations/link_effect.hpp"
#include "engine/relations/parameters.hpp"
#include "engine/relations/understanding.hpp"

#include <cstdint>
#include <unordered_map>

namespace tsunagi {

/// Whose schedule of contacts an occasion belongs to.
struct Schedules {
    enum class Part : std::uint8_t { out, in };
    Part policy{};
    Part reference{};
    bool any() const { return policy == Part::in || reference == Part::in; }
};

/// One unordered pair of agencies. Clocks see the held values, which move only at their own
/// schedule's contacts, at rotation and on the first of a month: so a reading with w = 0 never
/// notices the scenario's own contacts.
struct Link {
    EntityKey key{};
    AgencyId first;
    AgencyId second;
    Understanding policy;    ///< U_pol, driven by the scenario's schedule
    Understanding reference; ///< U_ref, driven by the reference scenario's schedule
    double held_policy{};
    double held_reference{};
};

/// All pairs that some process reads.
class Links {
public:
    PairId add(const Link& link);
    /// The pair of two agencies; no value where nobody reads it. O(1).
    OptionalId<PairTag> find(AgencyId one, AgencyId other) const;
    const Column<PairId, Link>& links() const { return links_; }

    void contact(PairId pair,
                 const RelationParameters& parameters,
                 double weight,
                 Schedules schedules,
                 SimTime now);
    /// Multiplies both values of a pair.
    void rotate(PairId pair, double factor, const RelationParameters& parameters, SimTime now);
    /// First of the month: held values catch up.
    void refresh(const RelationParameters& parameters, SimTime now);

    /// E = U_ref + w (U_pol - U_ref) at this instant, what decisions see; in this form, which is
    /// exact when both agree.
    double effective(PairId pair,
                     const RelationParameters& parameters,
                     const LinkEffect& effect,
                     SimTime now) const;
    /// The same of the held values, what clocks see.
    double effective_held(PairId pair, const LinkEffect& effect) const;
    double
    policy_understanding(PairId pair, const RelationParameters& parameters, SimTime now) const;

private:
    Column<PairId, Link> links_;
    std::unordered_map<std::uint64_t, PairId> by_agencies_; ///< only looked up in
};

} // namespace tsunagi
