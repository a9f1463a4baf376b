#include "engine/care/referral_chain.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/care/detail/booking.hpp"
#include "engine/care/formulas.hpp"
#include "engine/people/family.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

#include <vector>

namespace tsunagi {

using detail::draw_fit;
using detail::lose;
using detail::open_referral;
using detail::stage;

namespace {

using Flag = AcceptanceCase::Flag;

Flag flag(bool condition) {
    return condition ? Flag::yes : Flag::no;
}

bool is_hospital(const CareSetting& care, AgencyId agency) {
    const auto type = care.region.agencies[agency].type;
    return type == AgencyType::psychiatric_hospital ||
           type == AgencyType::out_of_prefecture_hospital;
}

double familiarity_of(const CareSetting& care, ClientId client, AgencyId agency) {
    return familiarity_at(acquaintance(care, client, agency), care.awareness, care.moment.now);
}

// u_f above its mean, where the person's family is in care somewhere.
double engaged_understanding(const CareSetting& care, ClientId person) {
    const auto relative = care.clients[person].relative;
    if (!relative.has_value() || is_out_of_care(care, relative.value())) {
        return 0.0;
    }
    return understanding_at(care.clients.family(relative.value()), care.family, care.moment.now) -
           care.family.mean_understanding;
}

double person_accepts(const CareSetting& care, const Offer& offer, Fit fit) {
    const auto& person = care.clients[offer.client];
    const double resistance =
        is_hospital(care, offer.receiver) ? offer.resistance * person.resistance : 0.0;
    return acceptance_probability(
        care.referral,
        {.readiness = readiness_of(care, offer.client),
         .familiarity = familiarity_of(care, offer.client, offer.receiver),
         .family_understanding = engaged_understanding(care, offer.client),
         .minutes = minutes_to(care, offer.client, offer.receiver),
         .resistance = resistance,
         .extra = offer.extra,
         .first_timer = flag(person.history == History::first_timer),
         .without_need = flag(person.need == Need::none),
         .misfit = flag(fit == Fit::misfit)});
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
                              : person_accepts(care, offer, referral.fit);
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::acceptance, offer.client, offer.receiver, referral.ordinal));
    return happens(chance, uniform);
}

double cold_lead_days(const CareSetting& care, AgencyId receiver) {
    return is_hospital(care, receiver) ? care.referral.lead_hospital_cold_days
                                       : care.referral.lead_cold_days;
}

double warm_lead_days(const CareSetting& care, AgencyId receiver) {
    return is_hospital(care, receiver) ? care.referral.lead_hospital_warm_days
                                       : care.referral.lead_warm_days;
}

} // namespace

bool may_refer(const CareSetting& care, ClientId client, AgencyId receiver, Service service) {
    if (care.episodes.open_at(client, receiver, service).has_value()) {
        return false;
    }
    const auto known = care.acquaintances.find(client, receiver);
    return !known.has_value() ||
           (!care.acquaintances[known.value()].referral.has_value() &&
            care.acquaintances[known.value()].refractory_until <= care.moment.now);
}

void receive_offer(const CareSetting& care, const Offer& offer) {
    auto& known = acquaintance(care, offer.client, offer.receiver);
    ++known.offers;
    const auto ordinal = known.referrals++;
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = FactKind::offered,
                            .detail = static_cast<std::uint8_t>(offer.consent),
                            .client = offer.client,
                            .subject = care.clients[offer.client].key,
                            .agency = offer.receiver,
                            .other = offer.sender,
                            .amount = ordinal});
    const bool consented = offer.consent == Consent::given;
    Referral referral{.client = offer.client,
                      .agency = offer.receiver,
                      .service = offer.service,
                      .route = consented ? Route::handover : Route::referral_without_consent,
                      .ordinal = ordinal,
                      .link = offer.link,
                      .consent = offer.consent,
                      .handover = consented ? offer.handover : Referral::Handover::ordinary,
                      .fit = draw_fit(care, offer.client, offer.receiver, ordinal),
                      .readiness_at_acceptance = readiness_of(care, offer.client)};
    const ClientFact answer{
        .kind = FactKind::offer_accepted, .client = offer.client, .agency = offer.receiver};
    if (!accepts(care, offer, referral)) {
        auto refusal = answer;
        refusal.kind = FactKind::offer_refused;
        tell(care, refusal);
        acquaintance(care, offer.client, offer.receiver).refractory_until =
            care.moment.now + sampled(care.referral.refractory_days);
        return;
    }
    tell(care, answer);
    // An agency that books its own client hands nobody over.
    if (consented && offer.sender != offer.receiver) {
        tell_work(care,
                  offer.sender,
                  Task::handover,
                  work_hours(care.hours, care.hours.handover_written));
    }
    referral.mean_lead_days = offer.mean_lead_days.value_or(
        mixed_delay_days(cold_lead_days(care, offer.receiver),
                         warm_lead_days(care, offer.receiver),
                         care.effect.offers * consented_link(care, offer.link, offer.consent)));
    open_referral(care, referral);
}

void book_directly(const CareSetting& care, const OwnWay& own) {
    auto& known = acquaintance(care, own.client, own.receiver);
    const auto ordinal = known.referrals++;
    open_referral(care,
                  {.client = own.client,
                   .agency = own.receiver,
                   .service = own.service,
                   .route = own.route,
                   .ordinal = ordinal,
                   .fit = draw_fit(care, own.client, own.receiver, ordinal),
                   .readiness_at_acceptance = readiness_of(care, own.client),
                   .mean_lead_days = cold_lead_days(care, own.receiver)});
}

void void_referrals(const CareSetting& care, ClientId client) {
    std::vector<ReferralId> open;
    care.acquaintances.for_each(client, [&](const Acquaintance& known) {
        if (known.referral.has_value()) {
            open.push_back(known.referral.value());
        }
    });
    for (const auto id : open) {
        care.referrals[id].state = Referral::State::void_;
        lose(care, care.referrals[id], Loss::person_gone);
    }
}

} // namespace tsunagi
