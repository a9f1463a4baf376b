#pragma once

#include "engine/core/column.hpp"
#include "engine/core/id.hpp"
#include "engine/region/region.hpp"
#include "engine/region/way.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tsunagi {

/// An agency to which ways can lead a person.
struct ReachedAgency {
    AgencyId agency;
    std::int64_t steps{}; ///< fewest ways one after the other, >= 1
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
/// People go along ways, from each sender to each receiver, and come from outside to the receivers
/// of ways without a sender. Agencies are tied, without a direction, by a way from one to the other
/// or by a standing contact that an observed region reports; contacts of a typical region are drawn
/// in every replication and tie nobody here. A contact that is never held (0 a year) counts for
/// nothing. Answers come in the order of agency keys, so the order of agencies in a file has no
/// influence. Cost: O(agencies * (agencies + size of the ways) + tied pairs) in time.
class RegionGraph {
public:
    /// @throws ContractViolation if a way or a contact joins an agency with itself
    RegionGraph(const Region& region, std::span<const Way> ways);

    /// Agencies that can be reached from one, nearest first; itself is not among them.
    /// @throws ContractViolation if the region has no such agency
    std::span<const ReachedAgency> reached_from(AgencyId sender) const;

    /// Agencies that people reach who come by no agency's hand, nearest first.
    std::span<const ReachedAgency> reached_from_outside() const { return reached_from_outside_; }

    /// Agencies without which some of those tied to one another would no longer be so.
    std::span<const AgencyId> articulation_points() const { return articulation_points_; }

    /// Tied pairs that nothing but their own tie holds together.
    std::span<const AgencyPair> bridges() const { return bridges_; }

private:
    Column<AgencyId, std::vector<ReachedAgency>> reached_;
    std::vector<ReachedAgency> reached_from_outside_;
    std::vector<AgencyId> articulation_points_;
    std::vector<AgencyPair> bridges_;
};

/// Whether ways lead from an agency to at least one of the others given; standing still is no way.
/// Cost: O(agencies + size of the ways), so that it may be asked of every region that is read.
/// @throws ContractViolation if the region has no such sender
bool leads_to_any(const Region& region,
                  std::span<const Way> ways,
                  AgencyId sender,
                  std::span<const AgencyId> receivers);

/// Agencies of the area that support people in the community: those with a service that counts as
/// support of the person, be it only in a share of replications. In the order of agency keys.
std::vector<AgencyId> community_support(const Region& region);

} // namespace tsunagi
