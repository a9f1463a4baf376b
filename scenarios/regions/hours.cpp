#include "engine/region/service_traits.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::detail {

namespace {

// A region says nothing of hours where they never run out, so that none at all are a slip: services
// and contacts would be there, and nobody would get them.
bool has_no_hours(const Agency& agency) {
    const auto& staffing = agency.staffing;
    return staffing && staffing->posts * staffing->direct_share == 0.0;
}

// Beds and places ask for no hours, and self-help has no staff.
bool takes_hours(Service service) {
    return !is_residential(service) && service != Service::self_help;
}

std::vector<std::string> services_that_take_hours(const Agency& agency,
                                                  const Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const auto& offered : agency.services) {
        if (takes_hours(offered.service)) {
            ids.push_back(catalogue.service(offered.service).id);
        }
    }
    return ids;
}

bool pays(AgencyId agency, const HeldActivity& held, const ContactActivity& activity) {
    switch (activity.attendance) {
    case ContactActivity::Attendance::centre_at_partner:
        return agency == held.first;
    case ContactActivity::Attendance::partner_at_centre:
        return agency == held.second;
    default:
        return agency == held.first || agency == held.second;
    }
}

bool takes_hours(const HeldActivity& held, const ContactActivity& activity, const Region& region) {
    const double minutes = region.travel.minutes(held.first, held.second);
    return held.per_year > 0.0 && (activity.hours > 0.0 || minutes > 0.0);
}

// Whether an agency holds contacts at the cost of its hours, or may be drawn to hold some.
bool contacts_take_hours_of(AgencyId agency, const Region& region) {
    if (const auto* typical = std::get_if<TypicalLinks>(&region.links)) {
        const auto type = static_cast<std::size_t>(region.agencies[agency].type);
        const HeldActivity liaison{.first = region.centre,
                                   .second = agency,
                                   .label = region.liaison.label,
                                   .per_year = contacts_per_year.upper};
        return typical->good_share.at(type) > 0.0 && takes_hours(liaison, region.liaison, region);
    }
    const auto& held = std::get<ObservedLinks>(region.links).held;
    return std::any_of(held.begin(), held.end(), [&](const HeldActivity& one) {
        const auto& activity = activity_of(region, one.label);
        return pays(agency, one, activity) && takes_hours(one, activity, region);
    });
}

} // namespace

void check_hours_of_services(std::span<const Field> agencies, const RegionFile& region) {
    for (std::size_t row = 0; row < agencies.size(); ++row) {
        const auto id = region.region.agencies.id(row);
        const auto& agency = region.region.agencies[id];
        if (!has_no_hours(agency)) {
            continue;
        }
        if (id == region.region.centre || id == region.region.probation_office) {
            tell(agencies[row], "fault.no_hours", {{"agency", agencies[row].name()}});
            continue;
        }
        const auto services = services_that_take_hours(agency, region.catalogue);
        if (!services.empty()) {
            tell(agencies[row],
                 "fault.services_without_hours",
                 {{"agency", agencies[row].name()},
                  {"services", fmt::format("{}", fmt::join(services, ", "))}});
        }
    }
}

void check_hours_of_contacts(TableReader& root, const RegionFile& region) {
    const auto agencies = root.members("agency");
    for (std::size_t row = 0; row < agencies.size(); ++row) {
        const auto id = region.region.agencies.id(row);
        if (has_no_hours(region.region.agencies[id]) && contacts_take_hours_of(id, region.region)) {
            tell(agencies[row], "fault.contacts_without_hours", {{"agency", agencies[row].name()}});
        }
    }
}

} // namespace tsunagi::detail
