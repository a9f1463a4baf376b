#include "engine/collaborations/detail/offering.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

// What rounding may add to a mix of two levels.
constexpr double rounding = 1e-9;

// Whether no link can bring an offer about: a link is at most 1, so with a scale of at most 1 the
// chance lies between its two levels. Most draws lie above both, and cost no logarithm.
bool never_offered(const CareSetting& care, const ReferralRoute& route, double uniform) {
    return care.effect.offers <= 1.0 &&
           uniform > std::max(route.offer_cold, route.offer_warm) + rounding;
}

bool is_offered(const CareSetting& care, const ReferralRoute& route, PairId pair, double uniform) {
    const double link = care.links.effective(pair, care.relations, care.effect, care.moment.now);
    const double chance =
        mixed_probability(route.offer_cold, route.offer_warm, care.effect.offers * link);
    return happens(chance, uniform);
}

} // namespace

bool near_end_of_supervision(const CareSetting& care, const Client& person) {
    return person.liberty == Liberty::at_liberty &&
           days_between(care.moment.now, person.supervised_until) <= care.referral.window_days;
}

bool may_offer(const CareSetting& care, const ReferralRoute& route, ClientId client) {
    if (care.episodes.any_open_at(client, route.receiver)) {
        return false;
    }
    const auto row = care.acquaintances.find(client, route.receiver);
    if (!row.has_value()) {
        return care.referral.max_offers > 0.0;
    }
    const auto& known = care.acquaintances[row.value()];
    return !known.referral.has_value() && known.refractory_until <= care.moment.now &&
           known.offers < care.referral.max_offers;
}

void offer_perhaps(const CareSetting& care,
                   const ReferralRoute& route,
                   ClientId client,
                   std::uint64_t opportunity) {
    const auto receiver = care.region.agencies[route.receiver].key;
    const double uniform =
        care.moment.streams.uniform({.purpose = Draw::offer,
                                     .entity = care.clients[client].key,
                                     // One label leads to every agency of its type.
                                     .partner = partner(child_key(route.label, receiver.value)),
                                     .occurrence = opportunity});
    if (never_offered(care, route, uniform)) {
        return;
    }
    const auto pair = care.links.find(route.sender, route.receiver).value();
    if (!is_offered(care, route, pair, uniform)) {
        return;
    }
    const auto ordinal = acquaintance(care, client, route.receiver).referrals;
    if (const auto service = choose_service(care, client, route.receiver, ordinal)) {
        receive_offer(care,
                      {.client = client,
                       .sender = route.sender,
                       .receiver = route.receiver,
                       .service = *service,
                       .link = pair,
                       .consent = consent_to(care, client, route.sender)});
    }
}

} // namespace tsunagi::detail
