#pragma once

#include "engine/experiment/pathways.hpp"
#include "engine/facts/fact.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/statistics/tick_span.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
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
    class OpenSpans {
    public:
        void begin(const Place& place, SimTime at) { open_.try_emplace(place, at); }
        /// The span that ends; nothing where none is open.
        std::optional<TickSpan> end(const Place& place, SimTime at);
        /// Those that have not ended, up to the horizon.
        std::vector<TickSpan> until(SimTime horizon) const;

    private:
        std::map<Place, SimTime> open_;
    };

    struct Stays {
        OpenSpans open;
        std::vector<TickSpan> ended;
    };

    void end_stay(const Place& place, Service service, SimTime at);

    std::array<Stays, services> stays_; ///< [Service]
    OpenSpans appointments_;            ///< from booking to first contact or loss
    OpenSpans lists_;
};

} // namespace tsunagi::detail
