#include "engine/people/acquaintance.hpp"

#include "engine/random/det.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

Acquaintances::Acquaintances(std::vector<AgencyId> support_agencies)
    : agencies_{std::move(support_agencies)} {
    expects(!agencies_.empty(), "a region has an agency that offers support");
}

std::size_t Acquaintances::index(ClientId client, AgencyId agency) const {
    const auto place = std::find(agencies_.begin(), agencies_.end(), agency);
    expects(place != agencies_.end(), "only support agencies have acquaintances");
    return client.row() * agencies_.size() + static_cast<std::size_t>(place - agencies_.begin());
}

Acquaintance& Acquaintances::of(ClientId client, AgencyId agency) {
    const auto row = index(client, agency);
    expects(row < rows_.size(), "a client is announced before it is asked about");
    return rows_[row];
}

const Acquaintance& Acquaintances::of(ClientId client, AgencyId agency) const {
    const auto row = index(client, agency);
    expects(row < rows_.size(), "a client is announced before it is asked about");
    return rows_[row];
}

void Acquaintances::forget_all(ClientId client) {
    const auto end = (client.row() + 1) * agencies_.size();
    rows_.resize(std::max(rows_.size(), end));
    for (auto row = client.row() * agencies_.size(); row < end; ++row) {
        rows_[row] = {};
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

void gain_familiarity(Acquaintance& acquaintance,
                      const AwarenessParameters& parameters,
                      SimTime now) {
    const double known = familiarity_at(acquaintance, parameters, now);
    acquaintance.familiarity = {known + parameters.familiarity_gain * (1.0 - known), now};
}

} // namespace tsunagi
