#include "tools/tsunagi/region_map.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <variant>

namespace tsunagi::program {

namespace {

std::vector<ReachedAgency> by_steps(std::span<const ReachedAgency> reached) {
    std::vector<ReachedAgency> sorted{reached.begin(), reached.end()};
    std::sort(
        sorted.begin(), sorted.end(), [](const ReachedAgency& one, const ReachedAgency& other) {
            return std::tie(one.steps, one.agency) < std::tie(other.steps, other.agency);
        });
    return sorted;
}

} // namespace

RegionMap::RegionMap(const NamedRegion& named)
    : named_{named}, graph_{named.region, named.ways}, support_{community_support(named.region)} {
    std::sort(support_.begin(), support_.end());
}

std::vector<Way> RegionMap::ways() const {
    auto ways = named_.ways;
    for (auto& way : ways) {
        std::sort(way.from.begin(), way.from.end());
        std::sort(way.to.begin(), way.to.end());
    }
    return ways;
}

std::vector<ReachedAgency> RegionMap::reached_from(AgencyId sender) const {
    return by_steps(graph_.reached_from(sender));
}

std::vector<ReachedAgency> RegionMap::reached_from_outside() const {
    return by_steps(graph_.reached_from_outside());
}

std::vector<AgencyId> RegionMap::articulation_points() const {
    const auto points = graph_.articulation_points();
    std::vector<AgencyId> sorted{points.begin(), points.end()};
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::vector<std::pair<AgencyId, AgencyId>> RegionMap::bridges() const {
    std::vector<std::pair<AgencyId, AgencyId>> sorted;
    for (const auto& [one, other] : graph_.bridges()) {
        sorted.emplace_back(std::min(one, other), std::max(one, other));
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::vector<AgencyId> RegionMap::support_reached() const {
    std::vector<AgencyId> reached;
    for (const auto& one : reached_from(named_.region.probation_office)) {
        if (std::find(support_.begin(), support_.end(), one.agency) != support_.end()) {
            reached.push_back(one.agency);
        }
    }
    return reached;
}

bool RegionMap::contacts_are_reported() const {
    return std::holds_alternative<ObservedLinks>(named_.region.links);
}

} // namespace tsunagi::program
