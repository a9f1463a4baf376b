#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/observation_span.hpp"

#include <vector>

namespace tsunagi {

/// What agencies and their services did in the span, for anybody: sessions, lists, places.
class ServiceBook {
public:
    ServiceBook(const ObservationSpan& span, std::size_t agencies)
        : span_{span}, agencies_(agencies) {}

    void observe(const Fact& fact);
    const std::vector<AgencyCounts>& agencies() const { return agencies_; }
    const std::array<ServiceCounts, services>& by_service() const { return by_service_; }

private:
    /// Somebody on a list.
    struct Waiting {
        ClientId client;
        AgencyId agency;
        Service service{};
        SimTime since;
    };

    void observe_session(const Fact& fact);
    void join_list(const Fact& fact);
    void leave_list(const Fact& fact);
    void observe_place(const Fact& fact);

    ObservationSpan span_;
    std::vector<AgencyCounts> agencies_;
    std::array<ServiceCounts, services> by_service_{};
    std::vector<Waiting> waiting_;
};

} // namespace tsunagi
