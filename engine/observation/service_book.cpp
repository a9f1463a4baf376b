#include "engine/observation/service_book.hpp"

#include "engine/region/service_traits.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

ServiceCount count_of(ListExit exit) {
    switch (exit) {
    case ListExit::admitted:
        return ServiceCount::list_admitted;
    case ListExit::patience:
        return ServiceCount::list_patience;
    case ListExit::person_gone:
    case ListExit::elsewhere:
        return ServiceCount::list_gone;
    }
    violate("a list's exit is one of the list", __FILE__, __LINE__);
}

} // namespace

void ServiceBook::observe_first_contact(const Fact& fact) {
    if (covers(span_, fact.at)) {
        ++agencies_[fact.agency.value()][AgencyCount::first_contacts];
    }
}

void ServiceBook::count(const Fact& fact, ServiceCount count) {
    if (covers(span_, fact.at)) {
        ++by_service_.at(fact.detail)[count];
    }
}

void ServiceBook::attend(const Fact& fact) {
    if (covers(span_, fact.at)) {
        ++by_service_.at(fact.detail)[ServiceCount::sessions_attended];
        ++agencies_[fact.agency.value()][AgencyCount::sessions_attended];
    }
}

void ServiceBook::join_list(const Fact& fact) {
    waiting_.push_back({.client = fact.client.value(),
                        .agency = fact.agency.value(),
                        .service = static_cast<Service>(fact.detail),
                        .since = fact.at});
    if (covers(span_, fact.at)) {
        ++by_service_.at(fact.detail)[ServiceCount::list_joined];
    }
}

void ServiceBook::leave_list(const Fact& fact) {
    const auto service = static_cast<Service>(fact.amount);
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& one) {
        return fact.client == one.client && fact.agency == one.agency && service == one.service;
    });
    expects(found != waiting_.end(), "who leaves a list has joined it");
    const auto wait = fact.at - found->since;
    waiting_.erase(found);
    if (!covers(span_, fact.at)) {
        return;
    }
    const auto exit = static_cast<ListExit>(fact.detail);
    auto& of_service = by_service_.at(static_cast<std::size_t>(service));
    ++of_service[count_of(exit)];
    if (exit == ListExit::admitted) {
        of_service[ServiceCount::list_wait_ticks] += wait.count();
    }
}

void ServiceBook::observe_place(const Fact& fact) {
    const bool taken = fact.kind == FactKind::place_taken;
    const bool counted = covers(span_, fact.at);
    if (counted) {
        ++by_service_.at(
            fact.detail)[taken ? ServiceCount::places_taken : ServiceCount::places_left];
    }
    const auto service = static_cast<Service>(fact.detail);
    if (!is_residential(service)) {
        return;
    }
    auto& of_agency = agencies_[fact.agency.value()];
    if (counted) {
        ++of_agency[taken ? AgencyCount::stays_begun : AgencyCount::stays_ended];
    }
    // Who takes a place holds it to the horizon, unless he leaves it again.
    const auto to_come = span_.horizon - std::clamp(fact.at, span_.policy_start, span_.horizon);
    of_agency[AgencyCount::stay_ticks] += taken ? to_come.count() : -to_come.count();
}

} // namespace tsunagi
