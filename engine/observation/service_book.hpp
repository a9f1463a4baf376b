#pragma once

#include "engine/core/column.hpp"
#include "engine/facts/fact.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/observation_span.hpp"

#include <array>
#include <span>
#include <vector>

namespace tsunagi {

/// What agencies and their services did in the span, for anybody: sessions, lists, places.
class ServiceBook {
public:
    ServiceBook(const ObservationSpan& span, std::size_t agencies)
        : span_{span}, agencies_{agencies} {}

    void observe_first_contact(const Fact& fact);
    /// @param fact  that an episode was opened, or that one of its sessions was not held
    void count(const Fact& fact, ServiceCount count);
    /// @param fact  that a session was held
    void attend(const Fact& fact);
    void join_list(const Fact& fact);
    void leave_list(const Fact& fact);
    /// @param fact  that a place was taken or left
    void observe_place(const Fact& fact);
    std::span<const AgencyCounts> agencies() const { return agencies_.values(); }
    const std::array<ServiceCounts, services>& by_service() const { return by_service_; }

private:
    /// Somebody on a list.
    struct Waiting {
        ClientId client;
        AgencyId agency;
        Service service{};
        SimTime since;
    };

    ObservationSpan span_;
    Column<AgencyId, AgencyCounts> agencies_;
    std::array<ServiceCounts, services> by_service_{};
    std::vector<Waiting> waiting_;
};

} // namespace tsunagi
