// Queues whose stationary state follows from births and deaths. A service 5 % too fast moves every
// one of them by ten standard errors and more.
#include "engine/verification/birth_death_queue.hpp"
#include "engine/verification/detail/problem_parts.hpp"

namespace tsunagi::detail {

namespace {

constexpr NetworkDays queue_days{.all = 4'200.0, .warm_up = 200.0};
constexpr int queue_replications = 40;

ServiceNetwork queue_network(const QueueForm& form, double error) {
    auto station = exponential_station(
        "servers", {static_cast<std::uint32_t>(form.servers), error * form.services_per_day});
    if (form.reneges_per_day > 0.0) {
        station.patience = Law{ExponentialLaw{1.0 / form.reneges_per_day}};
    }
    if (form.room) {
        station.waiting_room = static_cast<std::uint32_t>(*form.room);
    }
    auto network = network_over(queue_days, {std::move(station)});
    add_arrivals(network, form.arrivals_per_day);
    return network;
}

double share(std::int64_t part, std::int64_t all) {
    return static_cast<double>(part) / static_cast<double>(all);
}

/// A queue, what the formula says and what runs give.
class SolvedQueue {
public:
    SolvedQueue(const QueueForm& form, double error)
        : exact_{form}, network_{queue_network(form, error)}, results_{replications_of(
                                                                  network_, queue_replications)} {}

    VerifiedQuantity turned_away() const {
        return {"turned_away", exact_.turned_away_share(), over_station([](const auto& station) {
                    return share(station.turned_away, station.entries());
                })};
    }
    VerifiedQuantity wait_share() const {
        return {"wait_share", exact_.waiting_share(), over_station([](const auto& station) {
                    return share(station.joined, station.entries());
                })};
    }
    VerifiedQuantity renege_share() const {
        return {"renege_share", exact_.reneging_share(), over_station([](const auto& station) {
                    return share(station.reneged, station.entries());
                })};
    }
    VerifiedQuantity waiting() const {
        return {"waiting", exact_.mean_waiting(), over(results_, [&](const auto& result) {
                    return mean_waiting(network_, result, 0);
                })};
    }
    VerifiedQuantity busy() const {
        return {"busy", exact_.mean_busy(), over(results_, [&](const auto& result) {
                    return mean_serving(network_, result, 0);
                })};
    }
    VerifiedQuantity wait_days() const {
        return {"wait_days", exact_.mean_wait_days(), over_station([](const auto& station) {
                    return days_of(Duration{station.wait_ticks}) /
                           static_cast<double>(station.entries());
                })};
    }

private:
    template <class Of> Estimate over_station(Of of) const {
        return over(results_,
                    [&](const auto& result) { return of(result.counts.after.stations.front()); });
    }

    BirthDeathQueue exact_;
    ServiceNetwork network_;
    std::vector<NetworkResult> results_;
};

} // namespace

Quantities erlang_b(double error) {
    const SolvedQueue queue{
        {.arrivals_per_day = 8.0, .services_per_day = 1.0, .servers = 10, .room = 0}, error};
    return {queue.turned_away(), queue.busy()};
}

Quantities erlang_c(double error) {
    const SolvedQueue queue{{.arrivals_per_day = 8.0, .services_per_day = 1.0, .servers = 10},
                            error};
    return {queue.wait_share(), queue.wait_days(), queue.waiting()};
}

Quantities erlang_a(double error) {
    const SolvedQueue queue{
        {.arrivals_per_day = 12.0, .services_per_day = 1.0, .servers = 10, .reneges_per_day = 0.5},
        error};
    return {
        queue.wait_share(), queue.renege_share(), queue.wait_days(), queue.waiting(), queue.busy()};
}

Quantities finite_room(double error) {
    const SolvedQueue queue{
        {.arrivals_per_day = 3.0, .services_per_day = 1.0, .servers = 3, .room = 4}, error};
    return {queue.turned_away(), queue.wait_share(), queue.waiting(), queue.busy()};
}

} // namespace tsunagi::detail
