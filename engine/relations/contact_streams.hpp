#pragma once

#include "engine/capacity/staff_ledger.hpp"
#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/random/streams.hpp"
#include "engine/region/region.hpp"
#include "engine/relations/links.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tsunagi {

/// Half-open span of time in which a stream belongs to a schedule; empty when from >= until.
struct Validity {
    SimTime from{};
    SimTime until{};
    bool holds(SimTime instant) const { return from <= instant && instant < until; }
};

/// A regular occasion with dates start of run + (i + u) 365.25 / f, i = 0, 1, ...: a standing
/// contact of a pair, the incidental contacts of a pair, or a meeting that one agency holds on its
/// own.
struct ContactStream {
    EntityKey owner{}; ///< pair key, or the agency's for a meeting of its own
    EntityKey label{};
    PartnerKey own_key{}; ///< partner of its events: two of one activity differ by frequency alone
    OptionalId<PairTag> pair;
    double per_year{};
    double phase{}; ///< u, in (0, 1)
    double weight{};
    struct Attendee {
        AgencyId agency;
        Duration hours{}; ///< charged per occasion, travel included
    };
    std::vector<Attendee> attendees;
    Task task{};
    ContactRank rank{};
    /// What is held, for those who take part beside staff.
    enum class Kind : std::uint8_t { contact, guarantor_meeting, core_programme, group } kind{};
    OptionalId<AgencyTag> host; ///< of a meeting of its own
    Service service{};          ///< of a group
    enum class Lever : std::uint8_t {
        none,
        standing
    } lever{}; ///< none: incidental contact and own meetings
    Validity policy;
    Validity reference;

    SimTime date(SimTime run_start, std::uint32_t occurrence) const;
    /// First occurrence on or after an instant.
    std::uint32_t first_from(SimTime run_start, SimTime instant) const;
    Schedules schedules_at(SimTime instant) const;
};

/// Phase of a stream, keyed by owner and label; a frequency raised by a policy has a phase of its
/// own.
double contact_phase(EntityKey owner,
                     PartnerKey label,
                     std::uint64_t raised_frequency_key,
                     Streams& streams);

/// One occasion of a stream.
struct ContactOccasion {
    std::uint32_t stream{}; ///< row
    std::uint32_t occurrence{};
    friend constexpr auto operator<=>(const ContactOccasion&, const ContactOccasion&) = default;
};

/// Standing work of one schedule from an instant on: hours reserved by agency and week, and what
/// had to be dropped.
struct ContactPlan {
    /// By agency, by week row of the ledger; empty where hours have no limit.
    Column<AgencyId, std::vector<Duration>> reserved;
    std::vector<ContactOccasion> cancelled; ///< since a week was full; sorted
};

enum class ScheduleName : std::uint8_t { policy, reference };

/// Decides, from one schedule's own occasions and the agencies' weekly totals alone, which contacts
/// are held. Within a week groups go before meetings, these before conferences and these before
/// lectures, earlier before later; what no longer fits an attending agency's week is cancelled. The
/// core programme is required by law: it ranks as a group and is held in any week. Bookings are
/// never looked at.
ContactPlan plan_contacts(std::span<const ContactStream> streams,
                          ScheduleName schedule,
                          const StaffLedger& ledger,
                          SimTime run_start,
                          Validity span);

} // namespace tsunagi
