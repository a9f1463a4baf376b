#include "engine/region/travel_times.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

void TravelTimes::state(AgencyId one, AgencyId other, double minutes) {
    expects(one != other, "an agency is no way from itself");
    stated_.insert_or_assign(std::minmax(one, other), minutes);
}

bool TravelTimes::is_stated(AgencyId one, AgencyId other) const {
    return stated_.contains(std::minmax(one, other));
}

double TravelTimes::minutes(AgencyId from, AgencyId to) const {
    if (from == to) {
        return 0.0;
    }
    const auto found = stated_.find(std::minmax(from, to));
    return found == stated_.end() ? otherwise_ : found->second;
}

} // namespace tsunagi
