#include "engine/people/acquaintance.hpp"

#include "engine/random/det.hpp"

namespace tsunagi {

OptionalId<AcquaintanceTag> Acquaintances::find(ClientId client, AgencyId agency) const {
    auto id = first_of(client);
    while (id.has_value() && rows_[id.value()].agency != agency) {
        id = rows_[id.value()].next;
    }
    return id;
}

AcquaintanceId Acquaintances::of(ClientId client, AgencyId agency) {
    OptionalId<AcquaintanceTag> last;
    for (auto id = first_of(client); id.has_value(); id = rows_[id.value()].next) {
        if (rows_[id.value()].agency == agency) {
            return id.value();
        }
        last = id;
    }
    return meet(client, agency, last);
}

AcquaintanceId
Acquaintances::meet(ClientId client, AgencyId agency, OptionalId<AcquaintanceTag> last) {
    const auto made = rows_.add({.client = client, .agency = agency});
    if (last.has_value()) {
        rows_[last.value()].next = made;
        return made;
    }
    if (client.row() >= first_.size()) {
        first_.resize(client.row() + 1);
    }
    first_[client.row()] = made;
    return made;
}

void Acquaintances::forget_all(ClientId client) {
    for (auto id = first_of(client); id.has_value();) {
        const auto next = rows_[id.value()].next;
        rows_.remove(id.value());
        id = next;
    }
    if (client.row() < first_.size()) {
        first_[client.row()] = {};
    }
}

double familiarity_at(const Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now) {
    if (acquaintance.familiarity.value == 0.0) {
        return 0.0;
    }
    const double half_lives =
        days_between(acquaintance.familiarity.at, now) / parameters.familiarity_half_life_days;
    return acquaintance.familiarity.value * det::half_power(half_lives);
}

namespace {
double after_session(const AwarenessParameters& parameters, double known) {
    return known + parameters.familiarity_gain * (1.0 - known);
}
} // namespace

void gain_familiarity(Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now) {
    const double known = familiarity_at(acquaintance, parameters, now);
    acquaintance.familiarity = {after_session(parameters, known), now};
}

void gain_familiarity_daily(Acquaintance& acquaintance,
                            const AwarenessParameters& parameters,
                            DailySessions sessions) {
    if (sessions.first > sessions.last) {
        return;
    }
    gain_familiarity(acquaintance, parameters, sessions.first);
    // The same share fades from each day to the next, so one power serves a whole stay.
    const double kept = det::half_power(1.0 / parameters.familiarity_half_life_days);
    auto& familiarity = acquaintance.familiarity;
    for (auto day = sessions.first + one_day; day <= sessions.last; day += one_day) {
        familiarity = {after_session(parameters, familiarity.value * kept), day};
    }
}

} // namespace tsunagi
