#include "engine/care/referral_chain.hpp"

#include "engine/care/detail/booking.hpp"
#include "engine/care/detail/draws.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/in_touch.hpp"
#include "engine/people/family.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

#include <vector>

namespace tsunagi {

using detail::cold_lead_days;
using detail::draw_fit;
using detail::draw_of;
using detail::lose;
using detail::open_referral;
using detail::start_refractory;
using detail::warm_lead_days;

namespace {

using Flag = AcceptanceCase::Flag;

Flag flag(bool condition) {
    return condition ? Flag::yes : Flag::no;
}

double familiarity_of(const CareSetting& care, ClientId client, AgencyId agency) {
    return familiarity_at(acquaintance(care, client, agency), care.awareness, care.moment.now);
}

// u_f above its mean, where the person's family is in care somewhere.
double engaged_understanding(const CareSetting& care, ClientId person) {
    const auto family = engaged_family(care, person);
    return family.has_value() ? understanding_at(care.clients.family(family.value()),
                                                 care.family,
                                                 care.moment.now) -
                                    care.family.mean_understanding
                              : 0.0;
}

double person_accepts(const CareSetting& care, const Offer& offer, const Referral& referral) {
    const auto& person = care.clients[offer.client];
    const double resistance =
        is_hospital(care, offer.receiver) ? offer.resistance * person.resistance : 0.0;
    return acceptance_probability(
        care.referral,
        {.readiness = referral.readiness_at_acceptance,
         .familiarity = familiarity_of(care, offer.client, offer.receiver),
         .family_understanding = engaged_understanding(care, offer.client),
         .minutes = minutes_to(care, offer.client, offer.receiver),
         .resistance = resistance,
         .extra = offer.extra,
         .first_timer = flag(person.history == History::first_timer),
         .without_need = flag(person.need == Need::none),
         .misfit = flag(referral.fit == Fit::misfit)});
}

double family_accepts(const CareSetting& care, const Offer& offer) {
    using Crisis = FamilyAcceptanceCase::Crisis;
    const bool crisis = in_family_crisis(
        care.clients, offer.client, care.referral.family_crisis_days, care.moment.now);
    return family_acceptance_probability(
        care.referral,
        {.familiarity = familiarity_of(care, offer.client, offer.receiver),
         .minutes = minutes_to(care, offer.client, offer.receiver),
         .crisis = crisis ? Crisis::recent : Crisis::none});
}

bool accepts(const CareSetting& care, const Offer& offer, const Referral& referral) {
    const double chance = is_family(care.clients[offer.client])
                              ? family_accepts(care, offer)
                              : person_accepts(care, offer, referral);
    const double uniform = care.moment.streams.uniform(draw_of(care, referral, Draw::acceptance));
    return happens(chance, uniform);
}

Route route_of(const Offer& offer) {
    if (offer.sender == offer.receiver) {
        return Route::discharge;
    }
    return offer.consent == Consent::given ? Route::handover : Route::referral_without_consent;
}

// What both will know of the way, if the client takes it.
Referral referral_of(const CareSetting& care, const Offer& offer, std::uint32_t ordinal) {
    const bool consented = offer.consent == Consent::given;
    Referral referral{.client = offer.client,
                      .agency = offer.receiver,
                      .service = offer.service,
                      .route = route_of(offer),
                      .ordinal = ordinal,
                      .link = offer.link,
                      .consent = offer.consent,
                      .handover = consented ? offer.handover : Referral::Handover::ordinary,
                      .readiness_at_acceptance = readiness_of(care, offer.client)};
    referral.fit = draw_fit(care, referral);
    return referral;
}

double mean_lead_days(const CareSetting& care, const Offer& offer) {
    const double link = consented_link(care, offer.link, offer.consent);
    return mixed_delay_days(cold_lead_days(care, offer.receiver),
                            warm_lead_days(care, offer.receiver),
                            care.effect.offers * link);
}

void tell_offer(const CareSetting& care, const Offer& offer, std::uint32_t ordinal) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = FactKind::offered,
                            .detail = static_cast<std::uint8_t>(offer.consent),
                            .client = offer.client,
                            .subject = care.clients[offer.client].key,
                            .agency = offer.receiver,
                            .other = offer.sender,
                            .amount = ordinal});
}

} // namespace

bool is_expected(const CareSetting& care, ClientId client, AgencyId receiver, Service service) {
    return care.episodes.open_at(client, receiver, service).has_value() ||
           has_referral(care, client, receiver);
}

bool may_refer(const CareSetting& care, ClientId client, AgencyId receiver, Service service) {
    if (is_expected(care, client, receiver, service)) {
        return false;
    }
    const auto known = care.acquaintances.find(client, receiver);
    return !known.has_value() ||
           care.acquaintances[known.value()].refractory_until <= care.moment.now;
}

void receive_offer(const CareSetting& care, const Offer& offer) {
    auto& known = acquaintance(care, offer.client, offer.receiver);
    ++known.offers;
    const auto ordinal = known.referrals++;
    tell_offer(care, offer, ordinal);
    auto referral = referral_of(care, offer, ordinal);
    if (!accepts(care, offer, referral)) {
        tell(care,
             {.kind = FactKind::offer_refused, .client = offer.client, .agency = offer.receiver});
        start_refractory(care, acquaintance(care, offer.client, offer.receiver));
        return;
    }
    tell(care,
         {.kind = FactKind::offer_accepted, .client = offer.client, .agency = offer.receiver});
    if (referral.route == Route::handover) {
        tell_work(care, offer.sender, Task::handover, care.work.handover_written);
    }
    referral.mean_lead_days =
        offer.mean_lead_days ? *offer.mean_lead_days : mean_lead_days(care, offer);
    open_referral(care, referral);
}

void book_directly(const CareSetting& care, const OwnWay& own) {
    Referral referral{.client = own.client,
                      .agency = own.receiver,
                      .service = own.service,
                      .route = own.route,
                      .ordinal = acquaintance(care, own.client, own.receiver).referrals++,
                      .readiness_at_acceptance = readiness_of(care, own.client),
                      .mean_lead_days = cold_lead_days(care, own.receiver)};
    referral.fit = draw_fit(care, referral);
    open_referral(care, referral);
}

void void_referrals(const CareSetting& care, ClientId client) {
    std::vector<ReferralId> open;
    care.acquaintances.for_each(client, [&](const Acquaintance& known) {
        if (known.referral.has_value()) {
            open.push_back(known.referral.value());
        }
    });
    for (const auto id : open) {
        care.referrals[id].state = Referral::State::voided;
        lose(care, care.referrals[id], Loss::person_gone);
    }
}

} // namespace tsunagi
