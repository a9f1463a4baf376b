#pragma once

#include "engine/core/column.hpp"
#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/facts/details.hpp"
#include "engine/region/agency_type.hpp"
#include "engine/region/travel_times.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace tsunagi {

/// Where clients live.
struct Municipality {
    EntityKey key{};
    double population_share{}; ///< share of all clients, in [0, 1]; the shares of a region sum to 1
};

/// A service as one agency offers it.
struct OfferedService {
    Service service{};
    std::optional<double> places; ///< seats, beds or residential places; no value: without limit
    std::optional<double> slots_per_month; ///< first appointments; no value: hours alone limit them
    double share{}; ///< of replications in which the agency offers it, drawn once; in [0, 1]
};

/// One agency of the region. Several agencies may have one type.
struct Agency {
    EntityKey key{};
    AgencyType type{};
    TenureClass tenure{};
    double quality{}; ///< q: detection of need and fit of plans, in [0, 1]
    /// Paid posts (full-time equivalents) for work on drug dependence and the share of paid hours
    /// usable for direct work. No value: the agency's hours are counted, never binding.
    struct Staffing {
        double posts{};
        double direct_share{};
    };
    std::optional<Staffing> staffing;
    std::vector<double> minutes_from_municipality; ///< one way, by MunicipalityId row; empty where
                                                   ///< nobody travels there
    std::vector<OfferedService> services;          ///< each service at most once
};

/// What a standing contact is, apart from where it is held.
enum class ContactRank : std::uint8_t {
    lecture,
    conference,
    meeting,
    group ///< sessions of a service that agencies hold for clients
};        ///< order of cancellation when hours run out

/// Staff of two agencies in one room at regular times: a label of the catalogue such as t2.05, or
/// "liaison".
struct ContactActivity {
    EntityKey label{};         ///< key_of("t2.05"), key_of("liaison")
    AgencyType partner_type{}; ///< the other side of the pair with the centre
    double per_year{};         ///< default frequency; contains attendance
    double weight{};           ///< weight of one contact in mutual understanding, in [0, 1]
    double hours{};            ///< hours of one contact for each attending agency, without travel
    ContactRank rank{};
    /// Which side travels (both ways) and pays for the contact at its own charge. The host of
    /// another agency's own meeting pays for the meeting itself, not for the guest.
    enum class Attendance : std::uint8_t {
        centre_at_partner,
        partner_at_centre,
        both
    } attendance{};
    std::optional<Service> needs{}; ///< of the centre: held only where it exists
    double mentions{}; ///< n of the study's interviewed centres; a suppressed or absent n as the
                       ///< scenario sets it
};

/// A standing contact as one pair holds it from the start of the run.
struct HeldActivity {
    AgencyId first;
    AgencyId second;
    EntityKey label{};
    double per_year{};
};

/// Links drawn anew in every replication from Table 1 of the study ("drawing a typical region",
/// engine/README.md).
struct TypicalLinks {
    std::vector<double>
        good_share; ///< by AgencyType: share of centres that call the link good; 0 where not asked
    double any_good_share{};      ///< share of centres with at least one good link (43 of 59)
    double interviewed_centres{}; ///< base of the activities' mentions (12)
    double level_of_good_link{};  ///< L: mean mutual understanding that a good pair's contacts must
                                  ///< carry
    double further_agency_good{}; ///< chance that a further agency of a good type is good too
    double facility_hospital_good{}; ///< chance of a good facility-hospital pair when both centre
                                     ///< pairs are good
};

/// Links as a planner reports them: the standing contacts held, the same in every replication.
struct ObservedLinks {
    std::vector<HeldActivity> held;
};

/// A referral label switched on between two agencies.
struct ReferralRoute {
    EntityKey label{};
    AgencyId sender;
    AgencyId receiver;
    enum class Subject : std::uint8_t { person, family } subject{};
    double offer_cold{}; ///< chance of an offer per opportunity at effective link 0
    double offer_warm{}; ///< the same at effective link 1; offer_cold <= offer_warm
};

/// One region, as read; immutable.
struct Region {
    Column<MunicipalityId, Municipality> municipalities;
    Column<AgencyId, Agency> agencies;
    AgencyId centre;
    AgencyId probation_office;
    TravelTimes travel; ///< between agencies
    std::variant<TypicalLinks, ObservedLinks> links;
    std::vector<ContactActivity>
        activities; ///< drawable or held activities, in printed order; mechanism built
    ContactActivity
        liaison; ///< generic contact that tops a good pair up; per_year is computed, not read
    std::vector<ReferralRoute> referrals;
};

/// The region's activity with a label, liaison included.
/// @throws ContractViolation if it has none
const ContactActivity& activity_of(const Region& region, EntityKey label);

/// Nobody knows in which prison somebody sits: the one nearest to the centre stands for it, of
/// lower key among equals, whatever the order of files. No value where the region has none.
OptionalId<AgencyTag> nearest_prison(const Region& region);

} // namespace tsunagi
