#include "engine/care/in_touch.hpp"

namespace tsunagi {

namespace {

template <class Condition>
bool any_episode(const CareSetting& care, ClientId client, const Condition& condition) {
    bool found = false;
    care.episodes.for_each_open(
        client, [&](EpisodeId id) { found = found || condition(care.episodes[id]); });
    return found;
}

} // namespace

bool has_referral(const CareSetting& care, ClientId client, AgencyId agency) {
    const auto known = care.acquaintances.find(client, agency);
    return known.has_value() && care.acquaintances[known.value()].referral.has_value();
}

bool is_in_care_at(const CareSetting& care, ClientId client, AgencyId agency) {
    return any_episode(
        care, client, [&](const Episode& episode) { return episode.agency == agency; });
}

bool has_service(const CareSetting& care, ClientId client, Service service) {
    return any_episode(
        care, client, [&](const Episode& episode) { return episode.service == service; });
}

bool is_in_touch(const CareSetting& care, ClientId client, AgencyId agency) {
    return has_referral(care, client, agency) || is_in_care_at(care, client, agency);
}

} // namespace tsunagi
