#include "engine/region/region.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

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

} // namespace tsunagi
