#pragma once

#include "engine/experiment/pathways.hpp"
#include "engine/facts/fact.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/statistics/tick_span.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace tsunagi::detail {

/// Who is in the services and who waits for them, anybody: persons and families of the justice
/// system and other clients.
class ServiceLoad {
public:
    /// @param fact  about a client, in the order told, from the start of the run
    void observe(const Fact& fact);
    /// Sums of the span, those of staff time left at 0. Who is still there at the horizon is there
    /// up to it.
    Sums finish(const ObservationSpan& span) const;

    /// Stays that have ended, and to the horizon those that have not. In no order that matters.
    std::vector<TickSpan> stays_in(Service service, SimTime horizon) const;

private:
    /// Which client's, at which agency, of which service.
    using Place = std::tuple<std::size_t, std::size_t, std::uint8_t>;

    /// Spans that are begun and ended, place by place.
    class Spans {
    public:
        void begin(const Place& place, SimTime at) { open_.try_emplace(place, at); }
        /// Nothing where none is open.
        void end(const Place& place, SimTime at);
        std::vector<TickSpan> until(SimTime horizon) const;

    private:
        std::map<Place, SimTime> open_;
        std::vector<TickSpan> ended_;
    };

    std::array<Spans, services> stays_; ///< [Service]
    Spans appointments_;                ///< from booking to first contact or loss
    Spans lists_;
};

} // namespace tsunagi::detail
