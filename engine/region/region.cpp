#include "engine/region/region.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

const ContactActivity& activity_of(const Region& region, EntityKey label) {
    if (label == region.liaison.label) {
        return region.liaison;
    }
    const auto found =
        std::find_if(region.activities.begin(),
                     region.activities.end(),
                     [&](const ContactActivity& activity) { return activity.label == label; });
    expects(found != region.activities.end(), "a contact activity is one of the region's");
    return *found;
}

OptionalId<AgencyTag> nearest_prison(const Region& region) {
    const auto& agencies = region.agencies;
    const auto distance = [&](AgencyId prison) {
        return std::pair{region.travel.minutes(region.centre, prison), agencies[prison].key};
    };
    OptionalId<AgencyTag> nearest;
    for (std::size_t row = 0; row < agencies.size(); ++row) {
        const auto agency = agencies.id(row);
        if (agencies[agency].type == AgencyType::prison &&
            (!nearest.has_value() || distance(agency) < distance(nearest.value()))) {
            nearest = agency;
        }
    }
    return nearest;
}

} // namespace tsunagi
