#pragma once

#include "engine/region/region_graph.hpp"
#include "tools/tsunagi/named_region.hpp"

#include <utility>
#include <vector>

namespace tsunagi::program {

/// What the map of a region says, with agencies in the order of its file.
class RegionMap {
public:
    explicit RegionMap(const NamedRegion& named);

    std::vector<Way> ways() const;
    std::vector<ReachedAgency> reached_from(AgencyId sender) const;
    std::vector<ReachedAgency> reached_from_outside() const;
    std::vector<AgencyId> articulation_points() const;
    std::vector<std::pair<AgencyId, AgencyId>> bridges() const;
    /// Agencies that support people in the community.
    const std::vector<AgencyId>& support() const { return support_; }
    /// Those of them to which ways lead from the probation office.
    std::vector<AgencyId> support_reached() const;
    bool contacts_are_reported() const;

private:
    const NamedRegion& named_;
    RegionGraph graph_;
    std::vector<AgencyId> support_;
};

} // namespace tsunagi::program
