#include "engine/experiment/detail/service_load.hpp"

#include "engine/statistics/caseload.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

std::int64_t instant(SimTime at) {
    return at.time_since_epoch().count();
}

void set_load(Sums& sums, LoadSum sum, std::int64_t amount) {
    sums[static_cast<std::size_t>(sum)] = amount;
}

} // namespace

std::optional<TickSpan> ServiceLoad::OpenSpans::end(const Place& place, SimTime at) {
    const auto open = open_.find(place);
    if (open == open_.end()) {
        return std::nullopt;
    }
    const TickSpan ended{.from = instant(open->second), .to = instant(at)};
    open_.erase(open);
    return ended;
}

std::vector<TickSpan> ServiceLoad::OpenSpans::until(SimTime horizon) const {
    std::vector<TickSpan> all;
    for (const auto& [place, since] : open_) {
        all.push_back({.from = instant(since), .to = instant(horizon)});
    }
    return all;
}

void ServiceLoad::observe(const Fact& fact) {
    const auto place = [&](std::int64_t service) {
        return Place{fact.client.value().row(),
                     fact.agency.value().row(),
                     static_cast<std::uint8_t>(service)};
    };
    switch (fact.kind) {
    case FactKind::episode_opened:
        return stays_.at(fact.detail).open.begin(place(fact.detail), fact.at);
    case FactKind::episode_ended:
        return end_stay(place(fact.amount), static_cast<Service>(fact.amount), fact.at);
    case FactKind::booked:
        return appointments_.begin(place(0), fact.at); // re-booked: it is waited for all along
    case FactKind::first_contact:
    case FactKind::referral_lost:
        appointments_.end(place(0), fact.at);
        return;
    case FactKind::list_joined:
        return lists_.begin(place(fact.detail), fact.at);
    case FactKind::list_left:
        lists_.end(place(fact.amount), fact.at);
        return;
    default:
        return;
    }
}

void ServiceLoad::end_stay(const Place& place, Service service, SimTime at) {
    auto& stays = stays_.at(static_cast<std::size_t>(service));
    if (const auto ended = stays.open.end(place, at)) {
        stays.ended.push_back(*ended);
    }
}

std::vector<TickSpan> ServiceLoad::stays_in(Service service, SimTime horizon) const {
    const auto& stays = stays_.at(static_cast<std::size_t>(service));
    auto all = stays.open.until(horizon);
    all.insert(all.end(), stays.ended.begin(), stays.ended.end());
    return all;
}

Sums ServiceLoad::finish(const ObservationSpan& span) const {
    const TickSpan window{.from = instant(span.policy_start), .to = instant(span.horizon)};
    Sums sums(load_sums, 0);
    set_load(sums, LoadSum::window_ticks, window.to - window.from);
    set_load(sums, LoadSum::runs, 1);
    const std::int64_t last_tick = window.to - 1;
    const auto appointments = backlog_at(appointments_.until(span.horizon), last_tick);
    set_load(sums, LoadSum::appointments, appointments.persons);
    set_load(sums, LoadSum::appointment_ages, appointments.ages);
    const auto listed = backlog_at(lists_.until(span.horizon), last_tick);
    set_load(sums, LoadSum::listed, listed.persons);
    set_load(sums, LoadSum::listed_ages, listed.ages);
    for (std::size_t service = 0; service < services; ++service) {
        const auto stays = stays_in(static_cast<Service>(service), span.horizon);
        const auto within = [&](TickSpan stay) {
            return stay.from < window.to && stay.to > window.from;
        };
        sums[static_cast<std::size_t>(LoadSum::stays) + service] =
            std::count_if(stays.begin(), stays.end(), within);
        sums[static_cast<std::size_t>(LoadSum::person_ticks) + service] =
            caseload_over(stays, window).person_ticks;
    }
    return sums;
}

} // namespace tsunagi::detail
