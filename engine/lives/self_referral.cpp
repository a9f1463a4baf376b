#include "engine/lives/self_referral.hpp"

#include "engine/care/referral_chain.hpp"

namespace tsunagi {

namespace {

ExponentialBaseline hazard(const LivesSetting& lives) {
    return ExponentialBaseline{lives.self_referral.per_year / days_per_year};
}

bool may_come(const Client& client, const Acquaintance& known) {
    return client.kind == ClientKind::supervised && client.need == Need::true_need &&
           client.liberty != Liberty::pre_release && known.aware == Acquaintance::Aware::aware &&
           !known.referral && !known.episode.has_value();
}

void stand_still(const LivesSetting& lives, Acquaintance& known) {
    if (known.self_referral_clock) {
        known.self_referral_clock->pause(hazard(lives), lives.care.moment.now);
        lives.care.moment.calendar.cancel(known.self_referral_event);
        known.self_referral_event = {};
    }
}

void run(const LivesSetting& lives, ClientId person, AgencyId agency, Acquaintance& known) {
    const auto& moment = lives.care.moment;
    const auto key = lives.care.clients[person].key;
    const auto agency_key = partner(lives.care.region.agencies[agency].key);
    const double factor =
        known.met == Acquaintance::Met::met ? lives.self_referral.return_factor : 1.0;
    if (!known.self_referral_clock) {
        const double threshold = moment.streams.exponential({.purpose = Draw::self_referral,
                                                             .entity = key,
                                                             .partner = agency_key,
                                                             .occurrence = known.self_referrals});
        known.self_referral_clock =
            ExposureClock{{.at = moment.now, .threshold = threshold, .multiplier = factor}};
    } else if (known.self_referral_clock->running() &&
               known.self_referral_clock->multiplier() == factor) {
        return;
    }
    known.self_referral_clock->resume(moment.now);
    known.self_referral_clock->set_multiplier(hazard(lives), moment.now, factor);
    moment.calendar.cancel(known.self_referral_event);
    known.self_referral_event = {};
    if (const auto at = known.self_referral_clock->fires_at(hazard(lives))) {
        known.self_referral_event =
            moment.calendar.schedule({.key = {.at = *at,
                                              .tie = Tie::decide,
                                              .entity = key,
                                              .kind = EventKind::self_referral,
                                              .partner = agency_key,
                                              .occurrence = known.self_referrals},
                                      .row = static_cast<std::uint32_t>(person.row())});
    }
}

} // namespace

void reconsider_self_referral(const LivesSetting& lives, ClientId person, AgencyId agency) {
    auto& known = lives.care.acquaintances.of(person, agency);
    if (may_come(lives.care.clients[person], known)) {
        run(lives, person, agency, known);
    } else {
        stand_still(lives, known);
    }
}

void refer_self(const LivesSetting& lives, ClientId person, AgencyId agency) {
    auto& known = lives.care.acquaintances.of(person, agency);
    known.self_referral_clock.reset();
    ++known.self_referrals;
    tell(lives.care, {.kind = FactKind::self_referred, .client = person, .agency = agency});
    book_directly(lives.care, person, agency, Route::self);
}

} // namespace tsunagi
