#include "engine/care/in_touch.hpp"

namespace tsunagi {

bool has_referral(const CareSetting& care, ClientId client, AgencyId agency) {
    const auto known = care.acquaintances.find(client, agency);
    return known.has_value() && care.acquaintances[known.value()].referral.has_value();
}

bool has_met(const CareSetting& care, ClientId client, AgencyId agency) {
    const auto known = care.acquaintances.find(client, agency);
    return known.has_value() && care.acquaintances[known.value()].met == Acquaintance::Met::met;
}

bool has_service(const CareSetting& care, ClientId client, Service service) {
    return care.episodes.open_of(client, service).has_value();
}

bool is_in_touch(const CareSetting& care, ClientId client, AgencyId agency) {
    return care.episodes.any_open_at(client, agency) || has_referral(care, client, agency);
}

} // namespace tsunagi
