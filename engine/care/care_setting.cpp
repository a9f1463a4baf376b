#include "engine/care/care_setting.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

bool is_hospital(const CareSetting& care, AgencyId agency) {
    const auto type = care.region.agencies[agency].type;
    return type == AgencyType::psychiatric_hospital ||
           type == AgencyType::out_of_prefecture_hospital;
}

Acquaintance& acquaintance(const CareSetting& care, ClientId client, AgencyId agency) {
    return care.acquaintances[care.acquaintances.of(client, agency)];
}

double minutes_to(const CareSetting& care, ClientId client, AgencyId agency) {
    const auto& who = care.clients[client];
    const double minutes =
        care.region.agencies[agency].minutes_from_municipality.at(who.municipality);
    return who.traits.car ? care.attributes.car_travel * minutes : minutes;
}

double consented_link(const CareSetting& care, OptionalId<PairTag> pair, Consent consent) {
    if (!pair.has_value() || consent != Consent::given) {
        return 0.0;
    }
    return care.links.effective(pair.value(), care.relations, care.effect, care.moment.now);
}

Consent consent_to(const CareSetting& care, ClientId client, AgencyId sender) {
    if (care.effect.forced_link) {
        return Consent::given;
    }
    auto& known = acquaintance(care, client, sender);
    if (!known.consent) {
        const double uniform = care.moment.streams.uniform(
            detail::draw_between(care, Draw::consent, client, sender, 0));
        known.consent = happens(care.referral.consent, uniform) ? Consent::given : Consent::refused;
    }
    return *known.consent;
}

double readiness_of(const CareSetting& care, ClientId client) {
    const auto& who = care.clients[client];
    return who.kind == ClientKind::justice ? readiness_at(who, care.readiness, care.moment.now)
                                           : mean_readiness;
}

OptionalId<ClientTag> engaged_family(const CareSetting& care, ClientId person) {
    const auto family = care.clients[person].relative;
    return family.has_value() && !is_out_of_care(care, family.value()) ? family
                                                                       : OptionalId<ClientTag>{};
}

} // namespace tsunagi
