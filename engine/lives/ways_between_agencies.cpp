#include "engine/lives/ways_between_agencies.hpp"

#include "engine/lives/detail/providers.hpp"

#include <algorithm>
#include <initializer_list>
#include <variant>

namespace tsunagi {

namespace {

using Agencies = std::vector<AgencyId>;

// As an agency offers a service in some replication at least; null: it does not.
const OfferedService* find_offered(const Agency& agency, Service service) {
    const auto& services = agency.services;
    const auto found = std::find_if(services.begin(), services.end(), [&](const auto& offered) {
        return offered.service == service && offered.share > 0.0;
    });
    return found == services.end() ? nullptr : &*found;
}

bool may_offer_service(const Agency& agency, Service service) {
    return find_offered(agency, service) != nullptr;
}

template <class Predicate> Agencies agencies_that(const Region& region, const Predicate& holds) {
    Agencies found;
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        const auto agency = region.agencies.id(row);
        if (holds(region.agencies[agency])) {
            found.push_back(agency);
        }
    }
    return found;
}

Agencies that_offer(const Region& region, Service service) {
    return agencies_that(region,
                         [&](const Agency& agency) { return may_offer_service(agency, service); });
}

Agencies of_type_that_offer(const Region& region, AgencyType type, Service service) {
    return agencies_that(region, [&](const Agency& agency) {
        return agency.type == type && may_offer_service(agency, service);
    });
}

// Those that are detail::first_provider in some replication.
Agencies first_providers(const Region& region, AgencyType type, Service service) {
    auto agencies = of_type_that_offer(region, type, service);
    std::sort(agencies.begin(), agencies.end(), [&](AgencyId one, AgencyId other) {
        return region.agencies[one].key < region.agencies[other].key;
    });
    const auto always_there = [&](AgencyId agency) {
        return find_offered(region.agencies[agency], service)->share >= 1.0;
    };
    const auto last = std::find_if(agencies.begin(), agencies.end(), always_there);
    if (last != agencies.end()) {
        agencies.erase(last + 1, agencies.end());
    }
    return agencies;
}

Agencies joined(std::initializer_list<Agencies> groups) {
    Agencies agencies;
    for (const auto& group : groups) {
        agencies.insert(agencies.end(), group.begin(), group.end());
    }
    return agencies;
}

// One that is there in every replication and never full.
bool always_has_specialist_bed(const Agency& hospital) {
    const auto* bed = find_offered(hospital, Service::bed);
    return hospital.type == AgencyType::psychiatric_hospital && detail::is_specialist(hospital) &&
           bed != nullptr && bed->share >= 1.0 && !bed->places;
}

// General hospitals and those out of the area are asked where specialist ones are full.
Agencies with_beds(const Region& region) {
    constexpr auto type = AgencyType::psychiatric_hospital;
    if (agencies_that(region, always_has_specialist_bed).empty()) {
        return joined(
            {of_type_that_offer(region, type, Service::bed),
             first_providers(region, AgencyType::out_of_prefecture_hospital, Service::bed)});
    }
    return agencies_that(region, [](const Agency& agency) {
        return agency.type == type && may_offer_service(agency, Service::bed) &&
               detail::is_specialist(agency);
    });
}

/// Who takes part in more than one process.
struct Groups {
    Agencies prison;     ///< one at most
    Agencies facilities; ///< with residential places in the area
    Agencies facilities_that_fill;
    Agencies far_facilities; ///< asked where one of these is full
    Agencies residences;     ///< both
    Agencies beds;
    Agencies self_help;
    Agencies rehabilitation; ///< a home for a while
};

Groups groups_of_agencies(const Region& region) {
    Groups groups;
    if (const auto nearest = nearest_prison(region); nearest.has_value()) {
        groups.prison.push_back(nearest.value());
    }
    groups.facilities =
        of_type_that_offer(region, AgencyType::recovery_facility, Service::residence);
    groups.facilities_that_fill = groups.facilities;
    std::erase_if(groups.facilities_that_fill, [&](AgencyId facility) {
        return !find_offered(region.agencies[facility], Service::residence)->places;
    });
    if (!groups.facilities_that_fill.empty()) {
        groups.far_facilities = first_providers(
            region, AgencyType::out_of_prefecture_recovery_facility, Service::residence);
    }
    groups.residences = joined({groups.facilities, groups.far_facilities});
    groups.beds = with_beds(region);
    groups.self_help = that_offer(region, Service::self_help);
    groups.rehabilitation =
        first_providers(region, AgencyType::offender_rehabilitation_facility, Service::residence);
    return groups;
}

// Not where nobody is there to hand on, or to take.
void hand_on(std::vector<Way>& ways, Process process, const Agencies& from, const Agencies& to) {
    if (!from.empty() && !to.empty()) {
        ways.push_back({.by = process, .from = from, .to = to});
    }
}

void come(std::vector<Way>& ways, Process process, const Agencies& to) {
    if (!to.empty()) {
        ways.push_back({.by = process, .from = {}, .to = to});
    }
}

// None where it offers none of these services.
Agencies centre_with(const Region& region, std::initializer_list<Service> any_of_these) {
    const auto& centre = region.agencies[region.centre];
    const bool offers = std::any_of(any_of_these.begin(), any_of_these.end(), [&](Service service) {
        return may_offer_service(centre, service);
    });
    return offers ? Agencies{region.centre} : Agencies{};
}

Agencies centre_for_families(const Region& region) {
    return centre_with(region, {Service::family_counselling, Service::family_class});
}

// Nobody but the region's own office has an opportunity to refer.
void add_labels(std::vector<Way>& ways, const Region& region) {
    for (const auto& route : region.referrals) {
        if (route.sender != region.probation_office || route.offer_warm <= 0.0) {
            continue;
        }
        const std::variant<EntityKey, Process> label{route.label};
        auto way = std::find_if(
            ways.begin(), ways.end(), [&](const Way& earlier) { return earlier.by == label; });
        if (way == ways.end()) {
            way = ways.insert(way, {.by = label, .from = {route.sender}, .to = {}});
        }
        way->to.push_back(route.receiver);
    }
}

void add_tracks(std::vector<Way>& ways, const Region& region, const Groups& groups) {
    hand_on(ways,
            Process::programme_track,
            centre_with(region, {Service::programme}),
            groups.facilities);
    hand_on(ways, Process::prison_track, groups.prison, groups.facilities);
    hand_on(ways, Process::bed_track, groups.beds, groups.facilities);
    hand_on(ways, Process::far_residence, groups.facilities_that_fill, groups.far_facilities);
}

Agencies with_programmes(const Region& region) {
    return joined(
        {centre_with(region, {Service::programme}), agencies_that(region, [](const Agency& agency) {
             return agency.type == AgencyType::psychiatric_hospital &&
                    may_offer_service(agency, Service::hospital_programme) &&
                    may_offer_service(agency, Service::outpatient);
         })});
}

void add_after_care(std::vector<Way>& ways, const Region& region, const Groups& groups) {
    hand_on(ways, Process::resident_to_bed, groups.residences, groups.beds);
    hand_on(ways, Process::self_help_after_stay, groups.residences, groups.self_help);
    hand_on(ways, Process::self_help_after_programme, with_programmes(region), groups.self_help);
}

void add_releases(std::vector<Way>& ways, const Region& region, const Groups& groups) {
    hand_on(ways, Process::release_to_supervision, groups.prison, {region.probation_office});
    hand_on(ways, Process::release_to_rehabilitation, groups.prison, groups.rehabilitation);
}

void add_from_outside(std::vector<Way>& ways, const Region& region, const Groups& groups) {
    const auto persons = centre_with(region, {Service::counselling, Service::programme});
    const auto families = centre_for_families(region);
    come(ways, Process::self_referral, persons);
    come(ways, Process::family_entry, families.empty() ? families : persons);
    come(ways, Process::family_call, families);
    come(ways, Process::own_self_help, groups.self_help);
    come(ways, Process::own_day_programme, that_offer(region, Service::day_programme));
    come(ways, Process::residence_wish, groups.facilities);
    come(ways, Process::admission_need, groups.beds);
    come(ways, Process::custody, groups.prison);
    come(ways, Process::probation, {region.probation_office});
    come(ways, Process::no_home, groups.rehabilitation);
}

} // namespace

std::vector<Way> ways_of(const Region& region,
                         const FamilyParameters& family,
                         const AdmissionParameters& admission) {
    const auto groups = groups_of_agencies(region);
    std::vector<Way> ways;
    add_labels(ways, region);
    hand_on(ways,
            Process::outpatient_offer,
            {region.centre},
            of_type_that_offer(region, AgencyType::psychiatric_hospital, Service::outpatient));
    add_tracks(ways, region, groups);
    // A family meets no facility's staff, so it trusts one as at the start, or never enough.
    if (family.start_trust >= admission.family_trust) {
        hand_on(ways, Process::family_track, centre_for_families(region), groups.facilities);
    }
    add_after_care(ways, region, groups);
    add_releases(ways, region, groups);
    add_from_outside(ways, region, groups);
    return ways;
}

} // namespace tsunagi
