#include "engine/network/network_run.hpp"

#include "engine/core/contracts.hpp"
#include "engine/facts/details.hpp"
#include "engine/network/detail/stay.hpp"
#include "engine/network/independent_lives.hpp"

#include <algorithm>

namespace tsunagi {

static_assert(most_priority_classes == claim_priorities, "a class of customers is one of claims");

NetworkRun::NetworkRun(const ServiceNetwork& network, StreamKey key)
    : network_{&network}, streams_{key}, tally_{network}, now_{network.start} {
    check(network);
    for (const auto& station : network.stations) {
        desks_.push_back({.places = Places{station.servers, network.start}, .queue = {}});
    }
    for (std::uint32_t row = 0; row < network.arrivals.size(); ++row) {
        const auto& arrivals = network.arrivals[row];
        arrival_times_.emplace_back(network, arrivals);
        for (std::uint32_t ordinal = 0; ordinal < arrivals.at_start; ++ordinal) {
            arrive(arrivals, ordinal);
        }
        schedule_arrival(row, static_cast<std::uint32_t>(arrivals.at_start));
    }
}

void NetworkRun::run_until(SimTime end) {
    while (!calendar_.empty() && calendar_.next_time() < end) {
        calendar_.foresee([&](std::uint32_t row) { customers_.prefetch(row); });
        const auto event = calendar_.pop();
        now_ = event.key.at;
        handle(event);
        ++events_;
    }
}

void NetworkRun::handle(const Event& event) {
    switch (event.key.kind) {
    case EventKind::intake:
        arrive(network_->arrivals[event.row], event.key.occurrence);
        return schedule_arrival(event.row, event.key.occurrence + 1);
    case EventKind::discharge:
        return end_stay(ClientId{event.row});
    case EventKind::patience:
        return renege(ClientId{event.row});
    default:
        violate("an event of a plain network is one of the list", __FILE__, __LINE__);
    }
}

void NetworkRun::arrive(const ArrivalStream& arrivals, std::uint32_t ordinal) {
    const auto id = customers_.add({.key = child_key(arrivals.key, ordinal),
                                    .since = now_,
                                    .event = {},
                                    .claim = {},
                                    .episode = 0,
                                    .station = arrivals.to,
                                    .to = {},
                                    .cause = 0,
                                    .priority = arrivals.priority});
    most_present_ = std::max(most_present_, static_cast<std::int64_t>(customers_.size()));
    tell(id, FactKind::person_entered, arrivals.priority, 0);
    move_on(id, arrivals.to);
}

void NetworkRun::schedule_arrival(std::uint32_t stream, std::uint32_t ordinal) {
    if (const auto at = arrival_times_[stream].next(streams_, ordinal)) {
        calendar_.schedule({.key = {.at = *at,
                                    .tie = Tie::arrive,
                                    .entity = network_->arrivals[stream].key,
                                    .kind = EventKind::intake,
                                    .partner = no_partner,
                                    .occurrence = ordinal},
                            .row = stream});
    }
}

// Who is turned away goes on at once, from station to station if need be.
void NetworkRun::move_on(ClientId id, OptionalId<AgencyTag> to) {
    while (to.has_value()) {
        const auto row = to.value().row();
        customers_[id].station = to.value();
        const auto& room = network_->stations[row].waiting_room;
        if (desks_[row].places.has_free()) {
            return start_stay(id);
        }
        if (!room || desks_[row].queue.size() < *room) {
            return join_queue(id);
        }
        to = turn_away(id);
    }
    tell(id, FactKind::person_left, 0, 0);
    customers_.remove(id);
}

void NetworkRun::start_stay(ClientId id) {
    auto& customer = customers_[id];
    auto& places = desks_[customer.station.row()].places;
    places.take(now_);
    customer.since = now_;
    tell(id, FactKind::place_taken, 0, places.occupied());
    const auto stay = detail::draw_stay(
        *network_, {customer.station, customer.key, customer.episode++, now_}, streams_);
    customer.cause = stay.cause;
    customer.to = stay.to;
    customer.event = schedule(id, EventKind::discharge, Tie::release, stay.end);
}

void NetworkRun::join_queue(ClientId id) {
    auto& customer = customers_[id];
    const auto& station = network_->stations[customer.station.row()];
    auto& queue = desks_[customer.station.row()].queue;
    auto chance = streams_.open({.purpose = Draw::network_patience,
                                 .entity = customer.key,
                                 .occurrence = customer.episode++});
    tell(id, FactKind::list_joined, 0, static_cast<std::int64_t>(queue.size()));
    customer.since = now_;
    customer.claim = queue.join({.priority = static_cast<Claim::Priority>(customer.priority),
                                 .joined = now_,
                                 .order = chance.uniform(),
                                 .subject = customer.key,
                                 .row = static_cast<std::uint32_t>(id.row())});
    if (station.patience) {
        const double days = station.patience->draw(chance.uniform());
        customer.to = station.reneged_to.next(chance.uniform());
        const bool ends = days < days_between(now_, network_->horizon);
        customer.event = schedule(
            id, EventKind::patience, Tie::decide, ends ? now_ + sampled(days) : SimTime::max());
    }
}

OptionalId<AgencyTag> NetworkRun::turn_away(ClientId id) {
    auto& customer = customers_[id];
    tell(id, FactKind::turned_away, 0, 0);
    const double uniform = streams_.uniform({.purpose = Draw::network_turned_away,
                                             .entity = customer.key,
                                             .occurrence = customer.episode++});
    return network_->stations[customer.station.row()].turned_away_to.next(uniform);
}

void NetworkRun::end_stay(ClientId id) {
    const auto& customer = customers_[id];
    const auto station = customer.station;
    tell(id, FactKind::place_left, customer.cause, (now_ - customer.since).count());
    desks_[station.row()].places.give_back(now_);
    serve_next(station);
    move_on(id, customers_[id].to);
}

void NetworkRun::renege(ClientId id) {
    const auto& customer = customers_[id];
    desks_[customer.station.row()].queue.leave(customer.claim);
    tell(id,
         FactKind::list_left,
         static_cast<std::uint8_t>(ListExit::patience),
         (now_ - customer.since).count());
    move_on(id, customer.to);
}

void NetworkRun::serve_next(AgencyId station) {
    auto& desk = desks_[station.row()];
    if (desk.queue.empty() || !desk.places.has_free()) {
        return;
    }
    const ClientId id{desk.queue.leave(desk.queue.first()).row};
    fetch_next_of(desk.queue);
    calendar_.cancel(customers_[id].event);
    tell(id,
         FactKind::list_left,
         static_cast<std::uint8_t>(ListExit::admitted),
         (now_ - customers_[id].since).count());
    start_stay(id);
}

// Each of the next three a step further: what one step reads, the one before has had fetched.
void NetworkRun::fetch_next_of(const ClaimQueue& queue) {
    if (queue.empty()) {
        return;
    }
    const auto first = queue.first();
    calendar_.prefetch(customers_[ClientId{queue.at(first).row}].event);
    if (const auto second = queue.after(first)) {
        customers_.prefetch(queue.at(*second).row);
        queue.prefetch_after(*second);
    }
}

// What would come after the end of the run is not scheduled.
EventHandle NetworkRun::schedule(ClientId id, EventKind kind, Tie tie, SimTime at) {
    if (at >= network_->horizon) {
        return {};
    }
    const auto& customer = customers_[id];
    return calendar_.schedule({.key = {.at = at,
                                       .tie = tie,
                                       .entity = customer.key,
                                       .kind = kind,
                                       .partner = no_partner,
                                       .occurrence = customer.episode},
                               .row = static_cast<std::uint32_t>(id.row())});
}

// Nobody reacts to a fact of a plain network, so none has to wait for the end of its event.
void NetworkRun::tell(ClientId id, FactKind kind, std::uint8_t detail, std::int64_t amount) {
    const auto& customer = customers_[id];
    const Fact fact{.at = now_,
                    .kind = kind,
                    .detail = detail,
                    .client = id,
                    .subject = customer.key,
                    .agency = customer.station,
                    .amount = amount};
    tally_.observe(fact);
    if (listener_ != nullptr) {
        listener_->hear(fact);
    }
}

NetworkResult NetworkRun::finish() const {
    return {.counts = tally_.finish(network_->horizon), .events = events_};
}

NetworkResult run_network(const ServiceNetwork& network, StreamKey key) {
    if (lives_are_independent(network)) {
        return follow_independent_lives(network, key);
    }
    NetworkRun run{network, key};
    run.run_until(network.horizon);
    return run.finish();
}

} // namespace tsunagi
