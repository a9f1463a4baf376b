#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/capacity/monthly_slots.hpp"
#include "engine/capacity/places.hpp"
#include "engine/capacity/waiting_list.hpp"
#include "engine/core/id.hpp"
#include "engine/core/pool.hpp"
#include "engine/facts/details.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tsunagi {

/// One service as one agency offers it in this world.
struct ServiceUnit {
    AgencyId agency;
    Service service{};
    Places places;
    RecentExits exits;  ///< of those places
    MonthlySlots slots; ///< first appointments
    WaitingList list;
    std::vector<EpisodeId> members; ///< of a group, in the order of joining
};

/// All that the agencies of one world offer.
class ServiceUnits {
public:
    void add(ServiceUnit unit);
    bool offers(AgencyId agency, Service service) const { return row_of(agency, service) != none; }
    /// @throws ContractViolation if the agency does not offer the service
    ServiceUnit& of(AgencyId agency, Service service);
    const std::vector<ServiceUnit>& all() const { return units_; }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    std::uint32_t row_of(AgencyId agency, Service service) const;

    std::vector<ServiceUnit> units_;
    std::vector<std::array<std::uint32_t, services>> rows_; ///< of units, by agency and service
};

/// Somebody on an undated list; the list's claims carry its row.
struct Waiting {
    ClientId client;
    AgencyId agency;
    Service service{};
    Route route{};
    double own_factor = 1.0;            ///< of the episode to come, on drop-out
    OptionalId<PairTag> handover{};     ///< pair of a handover with consent
    OptionalId<EpisodeTag> meanwhile{}; ///< counselling until a seat of the programme is free
    EventHandle patience_event{};
};

using Waitings = Pool<WaitingId, Waiting>;

} // namespace tsunagi
