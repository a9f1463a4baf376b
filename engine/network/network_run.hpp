#pragma once

#include "engine/calendar/calendar.hpp"
#include "engine/capacity/claim_queue.hpp"
#include "engine/capacity/places.hpp"
#include "engine/core/pool.hpp"
#include "engine/facts/fact.hpp"
#include "engine/facts/fact_listener.hpp"
#include "engine/network/detail/arrival_times.hpp"
#include "engine/network/network_tally.hpp"
#include "engine/network/service_network.hpp"
#include "engine/random/streams.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi {

/// What one run of a network gives.
struct NetworkResult {
    NetworkTally::Result counts;
    std::int64_t events{}; ///< arrivals after the start, ends of stays and of patience
};

/// One run of a plain network: on the calendar, the places, the queues of claims, the keyed
/// randomness and the facts of every other run. A value.
///
/// Who ends a stay frees the server first, which the first in the queue takes, and then moves on:
/// one who comes back to the same station joins the end of its queue.
class NetworkRun {
public:
    /// @param network  must outlive the run
    /// @throws ContractViolation as check(network) does
    NetworkRun(const ServiceNetwork& network, StreamKey key);

    /// Handles every event before `end`, which is not after the horizon.
    void run_until(SimTime end);
    /// @pre run_until(horizon)
    NetworkResult finish() const;

    /// @param listener  told every fact from now on; must outlive the run; null: nobody
    void set_listener(FactListener* listener) { listener_ = listener; }
    std::size_t present() const { return customers_.size(); }
    /// The most at one time so far.
    std::int64_t most_present() const { return most_present_; }

private:
    /// Who is at a station, waiting or in service.
    struct Customer {
        EntityKey key{};
        SimTime since{};           ///< of the wait or the stay
        EventHandle event{};       ///< its end
        ClaimQueue::Place claim{}; ///< of one who waits
        std::uint32_t episode{};   ///< waits and stays so far: numbers the draws
        AgencyId station{0};
        OptionalId<AgencyTag> to; ///< where the end of the stay or of patience leads
        std::uint8_t cause{};     ///< that ends the stay
        std::uint8_t priority{};
    };
    struct Desk {
        Places places;
        ClaimQueue queue;
    };

    void handle(const Event& event);
    void arrive(const ArrivalStream& arrivals, std::uint32_t ordinal);
    void schedule_arrival(std::uint32_t stream, std::uint32_t ordinal);
    void start_stay(ClientId id);
    void join_queue(ClientId id);
    void end_stay(ClientId id);
    void renege(ClientId id);
    /// @return where the way of one turned away leads
    OptionalId<AgencyTag> turn_away(ClientId id);
    void serve_next(AgencyId station);
    void fetch_next_of(const ClaimQueue& queue);
    /// Into a station, or out of the network.
    void move_on(ClientId id, OptionalId<AgencyTag> to);
    EventHandle schedule(ClientId id, EventKind kind, Tie tie, SimTime at);
    void tell(ClientId id, FactKind kind, std::uint8_t detail, std::int64_t amount);

    const ServiceNetwork* network_;
    Streams streams_;
    Calendar calendar_;
    Pool<ClientId, Customer> customers_;
    std::vector<Desk> desks_;                         ///< by station
    std::vector<detail::ArrivalTimes> arrival_times_; ///< by stream
    NetworkTally tally_;
    FactListener* listener_ = nullptr;
    SimTime now_;
    std::int64_t events_ = 0;
    std::int64_t most_present_ = 0;
};

/// A whole run; where nobody can wait for anybody, one person after another (see
/// independent_lives.hpp).
NetworkResult run_network(const ServiceNetwork& network, StreamKey key);

} // namespace tsunagi
