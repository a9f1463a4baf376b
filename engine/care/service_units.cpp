#include "engine/care/service_units.hpp"

#include "engine/core/contracts.hpp"

#include <utility>

namespace tsunagi {
namespace {

std::array<std::uint32_t, services> filled(std::uint32_t row) {
    std::array<std::uint32_t, services> rows{};
    rows.fill(row);
    return rows;
}

} // namespace

void ServiceUnits::add(ServiceUnit unit) {
    if (rows_.size() <= unit.agency.row()) {
        rows_.resize(unit.agency.row() + 1, filled(none));
    }
    auto& row = rows_[unit.agency.row()][static_cast<std::size_t>(unit.service)];
    expects(row == none, "an agency offers a service once");
    row = static_cast<std::uint32_t>(units_.size());
    units_.push_back(std::move(unit));
}

std::uint32_t ServiceUnits::row_of(AgencyId agency, Service service) const {
    return agency.row() < rows_.size() ? rows_[agency.row()][static_cast<std::size_t>(service)]
                                       : none;
}

ServiceUnit& ServiceUnits::of(AgencyId agency, Service service) {
    const auto row = row_of(agency, service);
    expects(row != none, "the agency offers the service");
    return units_[row];
}

} // namespace tsunagi
