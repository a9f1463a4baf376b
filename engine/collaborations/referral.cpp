#include "engine/collaborations/referral.hpp"

#include "engine/care/formulas.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

namespace tsunagi {

namespace {

// One flag of the person, not one per sender; what is recognised stays recognised.
void recognise(const CareSetting& care, const Fact& fact, ClientId id) {
    auto& person = care.clients[id];
    if (person.recognition == Recognition::recognised) {
        return;
    }
    const bool in_need = person.need == Need::true_need;
    const auto sender = fact.agency.value();
    const double chance =
        in_need ? recognition_probability(care.recognition, care.region.agencies[sender].quality)
                : care.recognition.false_per_opportunity;
    const double uniform = care.moment.streams.uniform(
        {.purpose = in_need ? Draw::recognition : Draw::false_recognition,
         .entity = person.key,
         .partner = partner(care.region.agencies[sender].key),
         .occurrence = static_cast<std::uint64_t>(fact.amount)});
    if (happens(chance, uniform)) {
        person.recognition = Recognition::recognised;
        tell(care, {.kind = FactKind::need_recognised, .client = id, .agency = sender});
    }
}

bool may_offer(const CareSetting& care, const ReferralRoute& route, ClientId id) {
    const auto& person = care.clients[id];
    const auto left = days_between(care.moment.now, person.sentence.end);
    return person.recognition == Recognition::recognised && left <= care.referral.window_days &&
           care.acquaintances.of(id, route.receiver).offers < care.referral.max_offers &&
           may_refer(care, id, route.receiver);
}

// Drawn once per person and sender, at the first offer.
Consent consent_of(const CareSetting& care, ClientId id, AgencyId sender) {
    auto& person = care.clients[id];
    if (care.effect.forced_link) {
        return Consent::given;
    }
    if (!person.consent) {
        const double uniform =
            care.moment.streams.uniform({.purpose = Draw::consent,
                                         .entity = person.key,
                                         .partner = partner(care.region.agencies[sender].key)});
        person.consent =
            happens(care.referral.consent, uniform) ? Consent::given : Consent::refused;
    }
    return *person.consent;
}

void offer(const CareSetting& care, const Fact& fact, const ReferralRoute& route, ClientId id) {
    const auto pair = care.links.find(route.sender, route.receiver).value();
    const double link = care.links.effective(pair, care.relations, care.effect, care.moment.now);
    const double chance =
        mixed_probability(route.offer_cold, route.offer_warm, care.effect.offers * link);
    const double uniform =
        care.moment.streams.uniform({.purpose = Draw::offer,
                                     .entity = care.clients[id].key,
                                     .partner = partner(route.label),
                                     .occurrence = static_cast<std::uint64_t>(fact.amount)});
    if (happens(chance, uniform)) {
        receive_offer(care,
                      {.client = id,
                       .sender = route.sender,
                       .receiver = route.receiver,
                       .link = pair,
                       .consent = consent_of(care, id, route.sender)});
    }
}

} // namespace

void refer_at_opportunity(const CareSetting& care, const Fact& fact) {
    const auto id = fact.client.value();
    bool recognition_tried = false;
    for (const auto& route : care.region.referrals) {
        if (route.sender != fact.agency.value()) {
            continue;
        }
        if (!recognition_tried) {
            recognise(care, fact, id);
            recognition_tried = true;
        }
        if (may_offer(care, route, id)) {
            offer(care, fact, route, id);
        }
    }
}

} // namespace tsunagi
