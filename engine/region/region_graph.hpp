#pragma once

#include "engine/core/column.hpp"
#include "engine/core/id.hpp"
#include "engine/region/region.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tsunagi {

/// An agency to which referrals can lead a person.
struct ReachedAgency {
    AgencyId agency;
    std::int64_t steps{}; ///< fewest referrals on the way, >= 1
    friend bool operator==(const ReachedAgency&, const ReachedAgency&) = default;
};

/// Two agencies, the one with the lower key first.
struct AgencyPair {
    AgencyId one;
    AgencyId other;
    friend bool operator==(const AgencyPair&, const AgencyPair&) = default;
};

/// A region seen as a graph of its agencies; a value, computed once.
///
/// People go along referral routes, from sender to receiver. Agencies are tied, without a
/// direction, by a route either way or by a standing contact that an observed region reports;
/// contacts of a typical region are drawn in every replication and tie nobody here. A route that is
/// never offered (offer_warm 0) and a contact that is never held (0 a year) count for nothing.
/// Answers come in the order of agency keys, so the order of agencies in a file has no influence.
/// Cost: O(agencies * (agencies + routes)) in time.
class RegionGraph {
public:
    /// @throws ContractViolation if a route or a contact joins an agency with itself
    explicit RegionGraph(const Region& region);

    /// Agencies that can be reached from one by referrals, nearest first; itself is not among them.
    /// @throws ContractViolation if the region has no such agency
    std::span<const ReachedAgency> reached_from(AgencyId sender) const;

    /// Whether referrals lead from an agency to at least one of the others given.
    /// @throws ContractViolation if the region has no such sender
    bool leads_to_any(AgencyId sender, std::span<const AgencyId> receivers) const;

    /// Agencies without which some of those tied to one another would no longer be so.
    std::span<const AgencyId> articulation_points() const { return articulation_points_; }

    /// Tied pairs that nothing but their own tie holds together.
    std::span<const AgencyPair> bridges() const { return bridges_; }

private:
    Column<AgencyId, std::vector<ReachedAgency>> reached_;
    std::vector<AgencyId> articulation_points_;
    std::vector<AgencyPair> bridges_;
};

/// Agencies of the area that support people in the community: those with a service that counts as
/// support of the person, be it only in a share of replications. In the order of agency keys.
std::vector<AgencyId> community_support(const Region& region);

} // namespace tsunagi
