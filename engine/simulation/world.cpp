#include "engine/simulation/world.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/region/service_traits.hpp"
#include "engine/relations/region_draw.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tsunagi {

namespace {

Column<AgencyId, std::optional<Duration>> weekly_totals(const Setting& setting) {
    Column<AgencyId, std::optional<Duration>> totals;
    for (const auto& agency : setting.region.agencies.values()) {
        totals.push(agency.staffing ? std::optional{weekly_direct_hours(setting.parameters.hours,
                                                                        *agency.staffing)}
                                    : std::nullopt);
    }
    return totals;
}

std::vector<EntityKey> keys_of(const Region& region) {
    std::vector<EntityKey> keys;
    for (const auto& agency : region.agencies.values()) {
        keys.push_back(agency.key);
    }
    return keys;
}

std::vector<AgencyId> offering(const RegionDraw& draw, Service service) {
    std::vector<AgencyId> agencies;
    for (std::size_t row = 0; row < draw.services.size(); ++row) {
        if (draw.offers(draw.services.id(row), service)) {
            agencies.push_back(draw.services.id(row));
        }
    }
    return agencies;
}

// Pairs that a process reads: all of the centre, every referral route's and standing contact's, and
// those of facilities with hospitals.
Links pairs_of(const Setting& setting, const RegionDraw& draw) {
    const auto& region = setting.region;
    Links links;
    const auto add = [&](AgencyId one, AgencyId other) {
        if (!links.find(one, other).has_value()) {
            const auto key = pair_key(region.agencies[one].key, region.agencies[other].key);
            const Understanding none{0.0, setting.dates.run_start};
            links.add(
                {.key = key, .first = one, .second = other, .policy = none, .reference = none});
        }
    };
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        if (region.agencies.id(row) != region.centre) {
            add(region.centre, region.agencies.id(row));
        }
    }
    for (const auto& held : draw.activities) {
        add(held.first, held.second);
    }
    for (const auto& route : region.referrals) {
        add(route.sender, route.receiver);
    }
    for (const auto facility : offering(draw, Service::residence)) {
        for (const auto hospital : offering(draw, Service::bed)) {
            add(facility, hospital);
        }
    }
    return links;
}

ServiceUnit unit_of(AgencyId agency, const OfferedService& offered, const RunDates& dates) {
    Places::Capacity places;
    if (offered.places) {
        places = static_cast<std::uint32_t>(*offered.places);
    }
    return {.agency = agency,
            .service = offered.service,
            .places = Places{places, dates.run_start},
            .exits = RecentExits{dates.run_start},
            .slots = MonthlySlots{offered.slots_per_month, dates.run_start, dates.horizon},
            .list = {},
            .members = {}};
}

// By key and service, so that the order of files has no say in what goes through them.
ServiceUnits units_of(const Setting& setting, const RegionDraw& draw) {
    std::vector<ServiceUnit> all;
    for (std::size_t row = 0; row < draw.services.size(); ++row) {
        const auto agency = draw.services.id(row);
        for (const auto& offered : draw.services[agency]) {
            all.push_back(unit_of(agency, offered, setting.dates));
        }
    }
    const auto order = [&](const ServiceUnit& unit) {
        return std::pair{setting.region.agencies[unit.agency].key, unit.service};
    };
    std::sort(all.begin(), all.end(), [&](const ServiceUnit& one, const ServiceUnit& other) {
        return order(one) < order(other);
    });
    ServiceUnits units;
    for (auto& unit : all) {
        units.add(std::move(unit));
    }
    return units;
}

// Hours of all staff for one session of a group; self-help has no staff.
double group_hours(const HoursParameters& hours, Service service) {
    switch (service) {
    case Service::family_class:
    case Service::family_meeting:
        return hours.class_session * hours.class_staff;
    case Service::self_help:
        return 0.0;
    default:
        return hours.programme_session * hours.programme_staff;
    }
}

std::vector<GroupPlan> groups_of(const Parameters& parameters, const ServiceUnits& units) {
    std::vector<GroupPlan> groups;
    for (const auto& unit : units.all()) {
        if (traits_of(unit.service).form == ServiceTraits::Form::group) {
            const auto row = static_cast<std::size_t>(unit.service);
            groups.push_back({.agency = unit.agency,
                              .service = unit.service,
                              .interval_days = parameters.episodes.by_service.at(row).interval_days,
                              .hours = group_hours(parameters.hours, unit.service)});
        }
    }
    return groups;
}

} // namespace

World build_world(const Setting& setting, Streams streams) {
    const auto& parameters = setting.parameters;
    const auto draw =
        draw_region(setting.region, parameters.relations, setting.link_correlation, streams);
    auto links = pairs_of(setting, draw);
    auto units = units_of(setting, draw);
    StaffLedger ledger{weekly_totals(setting), setting.dates.run_start, setting.dates.horizon};
    const ContactSetting contact_setting{.region = setting.region,
                                         .relations = parameters.relations,
                                         .hours = parameters.hours,
                                         .links = links,
                                         .ledger = ledger,
                                         .run_start = setting.dates.run_start,
                                         .horizon = setting.dates.horizon};
    auto contacts = Contacts::from_draw(
        draw,
        {.guarantor_meetings_per_year = parameters.supervision.guarantor_meetings_per_year,
         .programme_interval_days = parameters.supervision.core_interval_days,
         .groups = groups_of(parameters, units)},
        contact_setting,
        streams);
    return {.streams = std::move(streams),
            .calendar = {},
            .facts = {},
            .clients = {},
            .acquaintances = {},
            .referrals = {},
            .episodes = {},
            .units = std::move(units),
            .waitings = {},
            .links = std::move(links),
            .ledger = std::move(ledger),
            .contacts = std::move(contacts),
            .on_tracks = {},
            .consultations = {},
            .guarantors = {},
            .observer = Observer{
                {.policy_start = setting.dates.policy_start, .horizon = setting.dates.horizon},
                setting.windows,
                keys_of(setting.region)}};
}

double office_understanding(const Setting& setting, const World& world, SimTime now) {
    const auto& region = setting.region;
    const auto pair = world.links.find(region.probation_office, region.centre).value();
    return world.links.policy_understanding(pair, setting.parameters.relations, now);
}

} // namespace tsunagi
