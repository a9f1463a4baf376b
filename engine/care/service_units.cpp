#include "engine/care/service_units.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

const ServiceUnit* ServiceUnits::find(AgencyId agency, Service service) const {
    const auto found = std::find_if(units_.begin(), units_.end(), [&](const ServiceUnit& unit) {
        return unit.agency == agency && unit.service == service;
    });
    return found == units_.end() ? nullptr : &*found;
}

const ServiceUnit& ServiceUnits::of(AgencyId agency, Service service) const {
    const auto* unit = find(agency, service);
    expects(unit != nullptr, "the agency offers the service");
    return *unit;
}

ServiceUnit& ServiceUnits::of(AgencyId agency, Service service) {
    return const_cast<ServiceUnit&>(std::as_const(*this).of(agency, service));
}

} // namespace tsunagi
